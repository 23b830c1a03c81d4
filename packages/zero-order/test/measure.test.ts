import { grad, hessian, derivative, mul, sin, exp, type Value, tensor, sum } from "@wengert/ad-core";
import { test } from "vitest";
import { tape } from "../../tape/src/index.ts";
import { forward } from "../../forward/src/index.ts";
import { finiteDifference, relative, zeroOrder, estimate } from "../src/index.ts";
import { rosenbrock, rosenbrockGradient, rosenbrockHessian, distance } from "./support.ts";
test("m", () => {
  for (const [s, o] of [["forward",1],["forward",2],["central",2],["central",4],["central",6],["central",8]] as const) {
    const b = zeroOrder({ estimator: finiteDifference({ scheme: s, order: o }) });
    const errs = [0.3,1,2].map((x) => Math.abs((derivative(Math.sin, { backend: b })(x) as number) - Math.cos(x)));
    const x = [-1.2, 1, 0.7, -0.3];
    console.log(s, o, Math.max(...errs).toExponential(1), distance(grad(rosenbrock, { backend: b })(x) as number[], rosenbrockGradient(x)).toExponential(1));
  }
  const x = [-1.2, 1, 0.7]; const ex = rosenbrockHessian(x).flat(); const sc = Math.max(...ex.map(Math.abs));
  const err = (H: unknown) => (Math.max(...(H as number[][]).flat().map((h, i) => Math.abs(h - ex[i]!))) / sc).toExponential(1);
  for (const backend of [tape(), forward()]) {
    console.log("outer", err(hessian(rosenbrock, { backend, outer: zeroOrder() })(x)), "inner", err(hessian(rosenbrock, { backend: zeroOrder(), outer: backend })(x)));
  }
  const f = (z: readonly Value[]): Value => mul(sin(z[0]!), exp(z[1]!));
  const w = [-Math.sin(.4)*Math.exp(.3), Math.cos(.4)*Math.exp(.3), Math.cos(.4)*Math.exp(.3), Math.sin(.4)*Math.exp(.3)];
  for (const step of [relative(), relative({ noise: 1e-11 }), relative({ noise: 1e-10 })])
    console.log(step.name, distance((hessian(f, { backend: zeroOrder(), outer: zeroOrder({ estimator: finiteDifference({ step }) }) })([0.4, 0.3]) as number[][]).flat(), w));
  console.log(estimate(rosenbrock, x, { truncation: true }));
  for (const n of [100, 1000]) {
    const xs = tensor(Array.from({ length: n }, (_, i) => Math.sin(i)));
    const fs = (v: Value): Value => sum(sin(v));
    fs(xs); let t = performance.now(); for (let i = 0; i < 200; i++) fs(xs); const tf = (performance.now() - t) / 200;
    grad(fs, { backend: zeroOrder() })(xs); t = performance.now(); grad(fs, { backend: zeroOrder() })(xs); const tg = performance.now() - t;
    console.log(n, "f ms", tf, "grad ms", tg, "per query", tg / (2 * n + 1) / tf);
    const fn = (v: number[]): number => { let s = 0; for (const a of v) s += Math.sin(a); return s; };
    const xa = [...xs.data]; t = performance.now(); for (let i = 0; i < 200; i++) fn(xa); const tn = (performance.now() - t) / 200;
    grad(fn, { backend: zeroOrder() })(xa); t = performance.now(); grad(fn, { backend: zeroOrder() })(xa); console.log("numbers", tn, (performance.now() - t) / (2 * n + 1) / tn);
  }
});
