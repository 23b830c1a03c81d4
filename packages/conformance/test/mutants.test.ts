import { mutants, runMutants } from "@wengert/ad-conformance";
import { type Backend } from "@wengert/ad-core";
import { forward } from "@wengert/ad-forward";
import { tape } from "@wengert/ad-tape";
import { describe, expect, test } from "vitest";
import { collectGarbage } from "./collect-garbage.ts";

const references: readonly (readonly [string, () => Backend])[] = [
  ["tape", () => tape()],
  ["forward", () => forward()],
];

describe.each(references)("wrong variants of %s", (_, reference) => {
  test.each(mutants.map(({ name }) => name))("%s is caught", (name) => {
    const [result] = runMutants(reference, { bail: true, collectGarbage }, [name]);
    expect(result?.by).toHaveLength(1);
  });
});
