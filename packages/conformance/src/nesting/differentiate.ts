import { type Backend, derivative, grad, type Value } from "@wengert/ad-core";

/** D f: the derivative of a function of one number, usable inside another one. */
export type Differentiate = (f: (x: Value) => Value) => (x: Value) => Value;

/** D by a backend's `derivative`. */
export function differentiateBy(backend: Backend): Differentiate {
  return (f) => (x) => derivative(f, { backend })(x);
}

/** ∇ of a scalar function by a backend's `grad`, usable inside another one. */
export function gradientBy(backend: Backend): Differentiate {
  return (f) => (x) => grad(f, { backend })<[Value]>(x);
}
