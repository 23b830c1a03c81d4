import { conformance } from "@wengert/ad-conformance";
import { forward } from "@wengert/ad-forward";
import { tape } from "@wengert/ad-tape";
import { test } from "vitest";

conformance({ test }, () => forward(), { partners: [() => tape()] });
