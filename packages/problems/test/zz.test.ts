import { square, Tensor, valueAndGrad } from "@wengert/ad-core";
import { tape } from "@wengert/ad-tape";
import { test } from "vitest";
import { capitals, descend, distanceMatrix, multidimensionalScaling, procrustes, project, scalingLoss, plantedScaling, plantedPoints } from "../src/index.ts";
test("explore", () => {
  const target = project(capitals);
  for (const seed of [0, 1, 2, 3, 4]) {
    const [w0, d] = multidimensionalScaling.inputs(50, seed) as [Tensor, Tensor];
    const vg = valueAndGrad((w: Tensor) => scalingLoss(w, d), { backend: tape() });
    for (const step of [1e-5, 2e-5, 3e-5,5e-5]) {
    const t = Date.now();
    let l0 = 0;
    const hist: number[] = [];
    try {
    const r = descend(vg as never, w0, { step, iterations: 1000, onStep: ({ iteration, loss }) => { if (iteration === 0) l0 = loss; if ([50,100,200,300,500,1000].includes(iteration)) hist.push(loss); } });
    const rms = Math.sqrt(r.loss / 2450);
    console.log(seed, step, l0, r.loss, rms, procrustes(r.x, target).residual, hist, Date.now() - t);
    } catch (e) { console.log(seed, step, String(e)); }
    }
  }
  // stress of the projected map itself
  console.log("proj", scalingLoss(target, square(distanceMatrix(capitals))) + "");
});
