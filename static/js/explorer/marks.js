/** Elements that stand for incidents on the map: a shape, a stack with its number, the number of an area. */
import { shapeElement } from "attest/map/shapes";
import { countOf, mostly } from "attest/explorer/groups";

const SMALLEST = 26;
const LARGEST = 56;
export const SHAPE = 24;

/** Size grows with the logarithm of how many incidents there are; never with how many were killed. */
export const stackSize = (count) => Math.min(LARGEST, Math.round(SMALLEST + 6 * Math.log2(count / 2)));

export function markElement(drawing, feature, { ring }) {
  const { family, outline } = feature.properties;
  const box = document.createElement("div");
  box.className = "mark__shape";
  box.title = feature.properties.title;
  box.append(shapeElement(drawing, { family, outline: outline ?? "reviewed", ring }));
  return box;
}

export function stackElement(say, features) {
  const count = countOf(features);
  const family = mostly(features);
  const box = document.createElement("div");
  box.className = `mark__stack mark__stack--${family === "armed_assault" ? "armed" : family}`;
  box.textContent = say("number", { count });
  box.title = say("here", { count });
  return box;
}

export function areaCountElement(say, features) {
  const box = document.createElement("div");
  box.className = "mark__count";
  box.textContent = say("number", { count: countOf(features) });
  return box;
}
