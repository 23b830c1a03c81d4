import { Tensor } from "@wengert/ad-core";
import type { Place } from "./capitals.ts";

/** The Earth's mean radius, in thousands of kilometres. */
export const earthRadius = 6.3710088;

const radians = Math.PI / 180;

/**
 * The great-circle distance in thousands of kilometres, by the haversine formula, which keeps its
 * digits for near places: sin²(d/2R) = sin²(Δφ/2) + cos φ₁ cos φ₂ sin²(Δλ/2).
 *
 * The Earth is taken as a sphere: within 0.6 % of the distance on the ellipsoid.
 */
export function greatCircle(a: Place, b: Place): number {
  const [phi, psi] = [a.latitude * radians, b.latitude * radians];
  const dPhi = Math.sin((psi - phi) / 2);
  const dLambda = Math.sin(((b.longitude - a.longitude) * radians) / 2);
  const h = dPhi * dPhi + Math.cos(phi) * Math.cos(psi) * dLambda * dLambda;
  return 2 * earthRadius * Math.asin(Math.sqrt(Math.min(1, h)));
}

/** The symmetric matrix of great-circle distances, zero on the diagonal. */
export function distanceMatrix(places: readonly Place[]): Tensor {
  const n = places.length;
  const out = new Float64Array(n * n);
  places.forEach((a, i) => {
    places.forEach((b, j) => {
      if (j < i) out[i * n + j] = out[j * n + i] = greatCircle(a, b);
    });
  });
  return new Tensor(out, [n, n], "f64");
}

/**
 * The azimuthal equidistant projection about the mean direction of the places: x to the east and y
 * to the north, in thousands of kilometres. It keeps the distances to the centre and bends the
 * others, as every map must.
 */
export function project(places: readonly Place[]): Tensor {
  const centre = meanPlace(places);
  const out = new Float64Array(2 * places.length);
  const [phi0, lambda0] = [centre.latitude * radians, centre.longitude * radians];
  places.forEach((place, i) => {
    const phi = place.latitude * radians;
    const dLambda = place.longitude * radians - lambda0;
    const east = Math.cos(phi) * Math.sin(dLambda);
    const north =
      Math.cos(phi0) * Math.sin(phi) - Math.sin(phi0) * Math.cos(phi) * Math.cos(dLambda);
    const bearing = Math.atan2(east, north);
    const distance = greatCircle(centre, place);
    out[2 * i] = distance * Math.sin(bearing);
    out[2 * i + 1] = distance * Math.cos(bearing);
  });
  return new Tensor(out, [places.length, 2], "f64");
}

/** The direction of the sum of the unit vectors. */
function meanPlace(places: readonly Place[]): Place {
  let [x, y, z] = [0, 0, 0];
  for (const { latitude, longitude } of places) {
    const [phi, lambda] = [latitude * radians, longitude * radians];
    x += Math.cos(phi) * Math.cos(lambda);
    y += Math.cos(phi) * Math.sin(lambda);
    z += Math.sin(phi);
  }
  return {
    name: "centre",
    latitude: Math.atan2(z, Math.hypot(x, y)) / radians,
    longitude: Math.atan2(y, x) / radians,
  };
}
