/** Elements that stand for incidents on the map: a shape, a stack with its number, the number of an area. */
import { shapeElement } from "attest/map/shapes";
import { countOf, mostly } from "attest/explorer/groups";

const SMALLEST = 26;
const LARGEST = 50;
export const SHAPE = 24;

/** Size grows with the logarithm of how many incidents there are; never with how many were killed. */
export const stackSize = (count) => Math.min(LARGEST, Math.max(SMALLEST, Math.round(SMALLEST + 2.5 * Math.log2(count / 2))));

/** The title of an incident, or the words for what is only counted. */
export const nameOf = ({ properties }) => properties.title ?? properties.name;

/** An image with a name, for those who do not see it; the map is one tab stop, so it is no button. */
function named(className, name) {
  const box = document.createElement("div");
  box.className = className;
  box.title = name;
  box.setAttribute("role", "img");
  box.setAttribute("aria-label", name);
  return box;
}

/** The words for several features together: those of one that is counted, else how many there are, and near what. */
function together(say, features) {
  const [{ properties }] = features;
  if (features.length === 1 && properties.name) return properties.name;
  return say(properties.place ? "near" : "here", { count: countOf(features), place: properties.place });
}

export function markElement(drawing, feature, { ring }) {
  const { family, outline } = feature.properties;
  const box = named("mark__shape", nameOf(feature));
  box.append(shapeElement(drawing, { family, outline: outline ?? "reviewed", ring }));
  return box;
}

export function stackElement(say, features) {
  const count = countOf(features);
  const family = mostly(features);
  const box = named(`mark__stack mark__stack--${family}`, together(say, features));
  box.textContent = say("number", { count });
  return box;
}

export function areaCountElement(say, features) {
  const box = named("mark__count", together(say, features));
  box.textContent = say("number", { count: countOf(features) });
  return box;
}
