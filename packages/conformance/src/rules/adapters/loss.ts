import {
  abs,
  add,
  broadcastTo,
  div,
  eq,
  exp,
  expandDims,
  gt,
  le,
  log,
  log1p,
  logSoftmax,
  lt,
  mean,
  moveAxis,
  mul,
  ne,
  neg,
  rankOf,
  reshape,
  select,
  shapeOf,
  sizeOf,
  softplus,
  sqrt,
  square,
  sub,
  sum,
  type Tensor,
  takeAlongAxis,
  tensor,
  type Value,
  value,
  xlogy,
} from "@wengert/ad-core";
import { type Bound, type Rule, rule } from "../bound.ts";
import { vectorNorm } from "./norm.ts";

/** The loss of each element, combined as `reduction` says. */
function combine(p: Bound, losses: Value): Value {
  switch (p.text("reduction", "mean")) {
    case "none":
      return losses;
    case "sum":
      return sum(losses);
    case "batchmean":
      return div(sum(losses), shapeOf(losses)[0] ?? 1);
    default:
      return mean(losses);
  }
}

const pairLoss = (f: (x: Value, t: Value, p: Bound) => Value): Rule =>
  rule("x t", (p) => combine(p, f(p.value("x"), p.value("t"), p)));

const positive = (x: Value): Value => select(gt(x, 0), x, 0);

/** Quadratic within `delta` of 0, linear beyond. */
const huber = (d: Value, delta: number): Value =>
  select(lt(abs(d), delta), mul(0.5, square(d)), mul(delta, sub(abs(d), 0.5 * delta)));

const crossEntropyTerm = (x: Value, t: Value): Value =>
  neg(add(mul(t, log(x)), mul(sub(1, t), log1p(neg(x)))));

function logitTerm(x: Value, t: Value, p: Bound): Value {
  const weight = add(1, mul(sub(p.value("pos_weight", 1), 1), t));
  return add(mul(sub(1, t), x), mul(weight, softplus(neg(x))));
}

const weighted = (p: Bound, losses: Value): Value => mul(losses, p.value("weight", 1));

function cosine(a: Value, b: Value, dim: number, eps: number): Value {
  const dots = sum(mul(a, b), dim);
  const size = (x: Value): Value => add(sum(square(x), dim), eps);
  return div(dots, sqrt(mul(size(a), size(b))));
}

/** Classes are axis 1, or axis 0 of an unbatched input; made the last one here. */
const classesLast = (x: Value): Value => moveAxis(x, rankOf(x) === 1 ? 0 : 1, -1);

/** Σ over the chosen classes of −w·x, with PyTorch's weighted mean. */
function negativeLikelihood(p: Bound, logs: Value, target: Tensor): Value {
  const x = classesLast(logs);
  const classes = shapeOf(x).at(-1) as number;
  const ignored = p.number("ignore_index", -100);
  const labels = Array.from(target.data);
  const table = p.has("weight") ? (value(p.value("weight")) as Tensor).data : undefined;
  const weights = labels.map((t) => (t === ignored ? 0 : (table?.[t] ?? 1)));
  const index = tensor(
    labels.map((t) => (t === ignored ? 0 : t)),
    { shape: [labels.length, 1], dtype: "i32" },
  );
  const rows = reshape(x, [labels.length, classes]);
  const chosen = reshape(takeAlongAxis(rows, index, 1), target.shape);
  const losses = neg(mul(chosen, reshape(tensor(weights), target.shape)));
  if (p.text("reduction", "mean") !== "mean") return combine(p, losses);
  return div(
    sum(losses),
    weights.reduce((s, w) => s + w, 0),
  );
}

function crossEntropy(p: Bound): Value {
  const [x, t] = [p.value("x"), p.value("t")];
  const dim = rankOf(x) === 1 ? 0 : 1;
  const logs = logSoftmax(x, dim);
  if (!sameSize(x, t)) return negativeLikelihood(p, logs, p.tensor("t"));
  const weight = p.has("weight")
    ? reshape(
        p.value("weight"),
        shapeOf(x)
          .map((n, i) => (i === dim ? n : 1))
          .slice(dim),
      )
    : 1;
  const losses = neg(sum(mul(weight, mul(t, logs)), dim));
  const batch = sizeOf(shapeOf(losses));
  return p.text("reduction", "mean") === "mean" ? div(sum(losses), batch) : combine(p, losses);
}

const sameSize = (x: Value, t: Value): boolean => shapeOf(x).join() === shapeOf(t).join();

function gaussian(p: Bound): Value {
  const [x, t, given] = [p.value("x"), p.value("t"), p.value("v")];
  const perRow = rankOf(given) > 0 && shapeOf(given).join() === shapeOf(x).slice(0, -1).join();
  const v = perRow ? expandDims(given, -1) : given;
  const eps = p.number("eps", 1e-6);
  // the bound changes the value of v, not its derivative
  const lifted = add(v, select(lt(value(v), eps), sub(eps, value(v)), 0));
  const base = mul(0.5, add(log(lifted), div(square(sub(x, t)), lifted)));
  return combine(p, p.flag("full") ? add(base, 0.5 * Math.log(2 * Math.PI)) : base);
}

function poisson(x: Value, t: Value, p: Bound): Value {
  const base = p.flag("log_input", true)
    ? sub(exp(x), mul(t, x))
    : sub(x, mul(t, log(add(x, p.number("eps", 1e-8)))));
  if (!p.flag("full")) return base;
  const stirling = add(sub(mul(t, log(t)), t), mul(0.5, log(mul(2 * Math.PI, t))));
  return add(base, select(le(t, 1), 0, stirling));
}

function hingeEmbedding(x: Value, y: Value, p: Bound): Value {
  const beyond = positive(sub(p.number("margin", 1), x));
  return add(select(ne(y, 1), beyond, 0), select(ne(y, -1), x, 0));
}

function cosineEmbedding(p: Bound): Value {
  const c = cosine(p.value("a"), p.value("b"), -1, 1e-12);
  const y = value(p.value("y"));
  const apart = positive(sub(c, p.number("margin", 0)));
  return combine(p, add(select(eq(y, 1), sub(1, c), 0), select(eq(y, -1), apart, 0)));
}

function cosineSimilarity(p: Bound): Value {
  const [a, b, dim] = [p.value("a"), p.value("b"), p.number("dim", 1)];
  const rank = Math.max(rankOf(a), rankOf(b));
  const wide = (x: Value): Value =>
    reshape(x, [...new Array<number>(rank - rankOf(x)).fill(1), ...shapeOf(x)]);
  const shape = shapeOf(wide(a)).map((n, i) => Math.max(n, shapeOf(wide(b))[i] as number));
  return cosine(broadcastTo(a, shape), broadcastTo(b, shape), dim, 0);
}

const distance = (a: Value, b: Value): Value => vectorNorm(add(sub(a, b), 1e-6), 2, -1, false);

/** Loss functions. */
export const losses: Readonly<Record<string, Rule>> = {
  "nn.functional.binary_cross_entropy": pairLoss((x, t, p) => weighted(p, crossEntropyTerm(x, t))),
  "nn.functional.binary_cross_entropy_with_logits": pairLoss((x, t, p) =>
    weighted(p, logitTerm(x, t, p)),
  ),
  "nn.functional.cosine_embedding_loss": rule("a b y", cosineEmbedding),
  "nn.functional.cosine_similarity": rule("a b dim", cosineSimilarity),
  "nn.functional.cross_entropy": rule("x t", crossEntropy),
  "nn.functional.gaussian_nll_loss": rule("x t v", gaussian),
  "nn.functional.hinge_embedding_loss": pairLoss(hingeEmbedding),
  "nn.functional.huber_loss": pairLoss((x, t, p) => huber(sub(x, t), p.number("delta", 1))),
  "nn.functional.kl_div": pairLoss((x, t, p) =>
    p.flag("log_target") ? mul(exp(t), sub(t, x)) : sub(xlogy(t, t), mul(t, x)),
  ),
  "nn.functional.l1_loss": pairLoss((x, t) => abs(sub(x, t))),
  "nn.functional.margin_ranking_loss": rule("a b y", (p) => {
    const gap = mul(p.value("y"), sub(p.value("a"), p.value("b")));
    return combine(p, positive(sub(p.number("margin", 0), gap)));
  }),
  "nn.functional.mse_loss": pairLoss((x, t) => square(sub(x, t))),
  "nn.functional.nll_loss": rule("x t", (p) => negativeLikelihood(p, p.value("x"), p.tensor("t"))),
  "nn.functional.poisson_nll_loss": pairLoss(poisson),
  "nn.functional.smooth_l1_loss": pairLoss((x, t, p) => {
    const beta = p.number("beta", 1);
    return div(huber(sub(x, t), beta), beta);
  }),
  "nn.functional.soft_margin_loss": pairLoss((x, y) => softplus(neg(mul(y, x)))),
  "nn.functional.triplet_margin_loss": rule("a b c", (p) => {
    const gap = sub(distance(p.value("a"), p.value("b")), distance(p.value("a"), p.value("c")));
    return combine(p, positive(add(gap, p.number("margin", 1))));
  }),
};
