import { test, expect } from "vitest";
import * as ad from "@wengert/ad-core";
import { forward } from "@wengert/ad-forward";
import { tape } from "@wengert/ad-tape";
const { add, mul, sub, log, sqrt, sin, dot, square, sum, tensor, grad, jacobian, hessian, hvp, select, gt, matmul, tanh } = ad;
for (const backend of [tape(), forward(), forward({chunk:1}), tape({})]) {
  test(backend.name, () => {
    const f = (w1: ad.Value, w2: ad.Value) => { const v2 = mul(w2, log(w1)); return add(v2, sqrt(v2)); };
    console.log(grad(f, { backend, argnums: [0, 1] })(2.5, 3.5));
    const ridge = (w: ad.Value) => add(square(sub(dot(w, tensor([1,2])), 0)), mul(5, dot(w, w)));
    console.log(String(grad(ridge, { backend })(tensor([3,4]))));
    console.log(String(hessian(ridge, { backend })(tensor([3,4]))));
    console.log(String(hvp(ridge, { backend })(tensor([3,4]), tensor([1,0]))));
    const ros = (x: ad.Value[]) => add(square(sub(1, x[0]!)), mul(100, square(sub(x[1]!, square(x[0]!)))));
    console.log(hessian(ros, { backend })([1.5, 1]));
    console.log(hessian(ros, { backend, outer: forward() })([1.5, 1]));
    console.log(grad((x: ad.Value) => select(gt(x, 0), log(x), 0) as ad.Value, { backend })(0));
    const d = (g: any) => ad.derivative(g, { backend });
    console.log(d((x: ad.Value) => mul(x, d((y: ad.Value) => add(x, y))(1)))(1));
    console.log(String(jacobian((x: ad.Value) => tanh(matmul(tensor([[1,2],[3,4],[5,6]]), x)), { backend })(tensor([.1,.2]))));
    console.log(grad((x: ad.Value) => mul(x, (grad((y: ad.Value) => mul(mul(x, y), y), {backend}) as any)(3)), {backend})(2));
    console.log(String(grad((x: ad.Value) => mul(x, sum(mul(x, tensor([1,2,3])))), {backend})(2)), jacobian((x: ad.Value)=>mul(x, tensor([1,2])), {backend})(2));
  });
}
