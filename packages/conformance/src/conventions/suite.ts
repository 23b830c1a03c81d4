import { edgePrograms, ownEdges } from "../edges/cases.ts";
import { checkProgram } from "../edges/check.ts";
import { check } from "../kit/compare.ts";
import type { Suite } from "../kit/suite.ts";

/**
 * Kinks, ties and singular points whose convention is fixed by this repository. The rows that come
 * from the measured table need its data and are tested beside it.
 */
export const conventions: Suite = {
  id: "conventions",
  title: "kinks, ties and singular points follow the published conventions",
  cases: () =>
    [
      ...Object.entries(ownEdges).map(([name, program]) => ({
        name,
        program,
        gradient: program.gradient,
      })),
      ...Object.entries(edgePrograms)
        .filter(([, { instead, hessian }]) => instead !== undefined || hessian !== undefined)
        .map(([name, program]) => ({ name, program, gradient: program.instead?.gradient })),
    ].map(({ name, program, gradient }) => ({
      name,
      needs: program.hessian === undefined ? ["exact"] : ["exact", "second-order"],
      run(backend) {
        const wrong = checkProgram(name, program, gradient, backend);
        check(wrong === undefined, wrong ?? "");
      },
    })),
};
