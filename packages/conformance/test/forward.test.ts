import { conformance } from "@wengert/ad-conformance";
import { forward } from "@wengert/ad-forward";
import { tape } from "@wengert/ad-tape";
import { test } from "vitest";
import { collectGarbage } from "./collect-garbage.ts";

const options = { partners: [() => tape()], collectGarbage };

conformance({ test }, () => forward(), options);
conformance({ test }, () => forward({ chunk: 1, name: "forward(1)" }), options);
