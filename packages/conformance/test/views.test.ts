import {
  bothModes,
  conformance,
  pullbackOnly,
  pushforwardOnly,
  valuesOnly,
} from "@wengert/ad-conformance";
import { forward } from "@wengert/ad-forward";
import { tape } from "@wengert/ad-tape";
import { test } from "vitest";

const only = ["capabilities", "plumbing", "invariants"];

conformance({ test }, () => pushforwardOnly(forward()), { only });
conformance({ test }, () => pullbackOnly(tape()), { only });
conformance({ test }, () => bothModes(forward(), tape()), { only });
conformance({ test }, () => valuesOnly(), { only, tolerance: { first: 1e-7, second: 1e-4 } });
