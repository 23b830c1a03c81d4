import { conformance } from "@wengert/ad-conformance";
import { forward } from "@wengert/ad-forward";
import { tape } from "@wengert/ad-tape";
import { test } from "vitest";
import { collectGarbage } from "./collect-garbage.ts";

conformance({ test }, () => tape(), { partners: [() => forward()], collectGarbage });
