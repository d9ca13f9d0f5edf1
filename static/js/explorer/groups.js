/** What stands together on the map: incidents whose shapes would cover one another, and those that share an area. */

const REACH = 20;
const REACH_OF_CIRCLES = 40;

const isPoint = (feature) => feature.geometry?.type === "Point";
const isArea = (feature) => feature.geometry?.type === "Polygon" || feature.geometry?.type === "MultiPolygon";

export const placeOf = ({ geometry: { coordinates } }) => [coordinates[1], coordinates[0]];

export const countOf = (features) => features.reduce((sum, { properties }) => sum + (properties.count ?? 1), 0);

/** The family most of the features have; "several" where two are equal. */
export function mostly(features) {
  const counts = new Map();
  for (const { properties } of features) {
    counts.set(properties.family, (counts.get(properties.family) ?? 0) + (properties.count ?? 1));
  }
  const [first, second] = [...counts].sort((one, other) => other[1] - one[1]);
  return second && second[1] === first[1] ? "several" : first[0];
}

/**
 * Points in stacks, each at its first feature's place. A stack is one place or places too close to tell apart.
 * @param {(place: number[]) => {x: number, y: number}} pixelOf
 */
export function stacks(features, pixelOf) {
  const found = [];
  for (const feature of features.filter(isPoint)) {
    const place = placeOf(feature);
    const at = pixelOf(place);
    const reach = feature.id === undefined ? REACH_OF_CIRCLES : REACH;
    const near = found.find((stack) => Math.hypot(stack.at.x - at.x, stack.at.y - at.y) < reach);
    if (near) near.features.push(feature);
    else found.push({ place, at, features: [feature] });
  }
  return found;
}

const outlines = new WeakMap();

/** What makes an outline another outline; written down once for each. */
export function outlineKey(geometry) {
  if (!outlines.has(geometry)) outlines.set(geometry, JSON.stringify(geometry.coordinates));
  return outlines.get(geometry);
}

/** Areas, each once, with every feature that is known no more finely than it. */
export function areas(features) {
  const found = new Map();
  for (const feature of features.filter(isArea)) {
    const key = outlineKey(feature.geometry);
    if (!found.has(key)) found.set(key, { geometry: feature.geometry, features: [] });
    found.get(key).features.push(feature);
  }
  return [...found.values()];
}

export const drawable = (features) => features.filter((feature) => isPoint(feature) || isArea(feature));
