import { WengertError } from "@wengert/ad-core";
import { ConformanceError, check } from "../kit/compare.ts";
import type { Case, Suite } from "../kit/suite.ts";
import { type Mistake, mistakes } from "./cases.ts";
import { goldenTexts } from "./golden-texts.ts";
import { normaliseError } from "./normalise.ts";

function golden({ id, variables, make }: Mistake): Case {
  return {
    name: `${id} is explained in the words of the golden text`,
    ...(variables && { needs: ["variables"] }),
    run(backend) {
      let error: unknown;
      try {
        make(backend);
      } catch (thrown) {
        error = thrown;
      }
      if (!(error instanceof WengertError)) {
        throw new ConformanceError(
          `expected a WengertError, got ${error === undefined ? "no error" : String(error)}`,
        );
      }
      check(/^AD\d{4}$/.test(error.code), `code: expected AD and four digits, got ${error.code}`);
      check(error.fix.length > 10, "fix: expected what to write instead");
      const [expected, got] = [goldenTexts[id], normaliseError(error)];
      check(got === expected, `expected\n${expected}\ngot\n${got}`);
    },
  };
}

export const errors: Suite = {
  id: "errors",
  title: "every mistake is explained: operation, expected, got, fix",
  cases: () => mistakes.map(golden),
};
