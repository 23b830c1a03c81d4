import { Tensor } from "@wengert/ad-core";

/** How well two sets of points in the plane agree once one is moved onto the other. */
export interface Alignment {
  /** The points, moved (shift, rotation, reflection) onto the target as well as possible. */
  readonly aligned: Tensor;
  /** Root mean square distance of a point to its target. */
  readonly residual: number;
}

/**
 * Orthogonal Procrustes in the plane: the shift, rotation and reflection, without scaling, that
 * brings points [N, 2] nearest to a target [N, 2].
 *
 * With both centred, the best orthogonal R maximises tr(Rᵀ PᵀT); it is the polar factor of the 2 × 2
 * matrix M = PᵀT, in closed form (M + sign(det M)·cof M) / (σ₁ + σ₂).
 *
 * **References.** Schönemann (1966), *Psychometrika* 31; Higham (1986) for the polar factor.
 *
 * @example
 * procrustes(found, planted).residual;
 */
export function procrustes(points: Tensor, target: Tensor): Alignment {
  const n = points.shape[0] ?? 0;
  const p = centred(points);
  const t = centred(target);
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    const [px, py] = [p.data[2 * i] as number, p.data[2 * i + 1] as number];
    const [tx, ty] = [t.data[2 * i] as number, t.data[2 * i + 1] as number];
    a += px * tx;
    b += px * ty;
    c += py * tx;
    d += py * ty;
  }
  const sign = a * d - b * c >= 0 ? 1 : -1;
  const [e, f] = [a + sign * d, b - sign * c];
  const norm = Math.hypot(e, f) || 1;
  const [cosine, sine] = [e / norm, f / norm];
  const aligned = new Float64Array(2 * n);
  let squares = 0;
  for (let i = 0; i < n; i++) {
    const [px, py] = [p.data[2 * i] as number, p.data[2 * i + 1] as number];
    const x = cosine * px - sign * sine * py;
    const y = sine * px + sign * cosine * py;
    squares += (x - (t.data[2 * i] as number)) ** 2 + (y - (t.data[2 * i + 1] as number)) ** 2;
    aligned[2 * i] = x + t.mean[0];
    aligned[2 * i + 1] = y + t.mean[1];
  }
  return {
    aligned: new Tensor(aligned, [n, 2], "f64"),
    residual: n === 0 ? 0 : Math.sqrt(squares / n),
  };
}

function centred({ data }: Tensor): { data: Float64Array; mean: readonly [number, number] } {
  const n = data.length / 2;
  let [x, y] = [0, 0];
  for (let i = 0; i < n; i++) {
    x += (data[2 * i] as number) / n;
    y += (data[2 * i + 1] as number) / n;
  }
  const out = Float64Array.from(data, (value, k) => value - (k % 2 === 0 ? x : y));
  return { data: out, mean: [x, y] };
}
