import { conformance } from "@wengert/ad-conformance";
import { forward } from "@wengert/ad-forward";
import { tape } from "@wengert/ad-tape";
import { zeroOrder } from "@wengert/ad-zero-order";
import { test } from "vitest";
import { collectGarbage } from "./collect-garbage.ts";

conformance({ test }, () => zeroOrder(), {
  tolerance: { first: 1e-7, second: 1e-4 },
  collectGarbage,
  partners: [() => tape(), () => forward()],
});
