/** The shape of an attack family as an element, from the same drawing that lists and legend use (img/shapes.svg). */

const SVG = "http://www.w3.org/2000/svg";
const FAMILY_OF = { armed_assault: "armed" };
const SECOND_OF = { barricade: "facility", unknown: "explosive" };

export function svgElement(name, attributes = {}) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

/**
 * @param {string} drawing address of img/shapes.svg
 * @param {{family: string, outline: string, ring: boolean}} look
 */
export function shapeElement(drawing, { family, outline, ring = false }) {
  const figure = FAMILY_OF[family] ?? family;
  const svg = svgElement("svg", { viewBox: "0 0 24 24", width: 24, height: 24, "aria-hidden": "true" });
  svg.classList.add("shape", `shape--${figure}`, `shape--${outline}`);
  if (ring) svg.append(svgElement("circle", { class: "mark__ring", cx: 12, cy: 12, r: 16 }));
  if (outline === "reviewed") {
    svg.append(use(drawing, figure, { width: 24, height: 24 }));
  } else {
    svg.append(use(drawing, figure, { class: "shape__first", x: 3, y: 3, width: 18, height: 18 }));
    const second = SECOND_OF[figure] ?? figure;
    svg.append(use(drawing, second, { class: "shape__second", x: -2, y: -2, width: 28, height: 28 }));
  }
  return svg;
}

const use = (drawing, figure, attributes) => svgElement("use", { href: `${drawing}#${figure}`, ...attributes });
