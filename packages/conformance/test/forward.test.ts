import { conformance } from "@wengert/ad-conformance";
import { forward } from "@wengert/ad-forward";
import { tape } from "@wengert/ad-tape";
import { test } from "vitest";

const partners = [() => tape()];

conformance({ test }, () => forward(), { partners });
conformance({ test }, () => forward({ chunk: 1, name: "forward(1)" }), { partners });
