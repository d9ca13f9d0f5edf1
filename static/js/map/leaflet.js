/** Leaflet, which is no module: its scripts are fetched when the first map is opened, and run in the order given. */

let bringing = null;

const run = (address) =>
  new Promise((resolve, reject) => {
    const script = document.createElement("script");
    Object.assign(script, { src: address, async: false, onload: resolve });
    script.onerror = () => reject(new Error(`${address} did not come`));
    document.head.append(script);
  });

/** @param {HTMLElement} canvas the box of a map, which names the scripts in data-scripts */
export function leafletFor(canvas) {
  bringing ??= Promise.all(canvas.dataset.scripts.split(" ").map(run));
  return bringing;
}

/** Leaflet's scale, written as text instead of as markup. */
export function scale() {
  const control = window.L.control.scale({ imperial: false });
  control._updateScale = (bar, text, part) => {
    bar.style.width = `${Math.round(control.options.maxWidth * part)}px`;
    bar.textContent = text;
  };
  return control;
}
