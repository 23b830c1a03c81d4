import { runConformance, mutants } from "@wengert/ad-conformance";
import { forward } from "@wengert/ad-forward";
import { tape } from "@wengert/ad-tape";
import { zeroOrder } from "@wengert/ad-zero-order";
import { test } from "vitest";
import { collectGarbage } from "./collect-garbage.ts";
const m = mutants.find((x) => x.name === "leaking")!;
test("who", () => {
  for (const opt of [{ collectGarbage }, {}])
  for (let i = 0; i < 5; i++)
  for (const ref of [() => tape(), () => forward(), () => zeroOrder()]) for (const c of [ref, () => m.spoil(ref())]) {
    runConformance(c, { only: ["plumbing"] });
    const t = performance.now();
    const r = runConformance(c, { only: ["resources"], ...opt });
    console.log("@@", "collectGarbage" in opt, r.backend, Math.round(performance.now() - t), r.results.filter((x) => x.verdict === "failed").map((x) => x.detail).join(" ; "));
  }
}, 300000);
