/** Shows the inputs of a position only where the precision takes one, and looks at the place that is chosen. */

function lookAtPlace(position) {
  const centres = JSON.parse(document.getElementById("place-centres").textContent);
  const chosen = document.querySelector("input[name=place]:checked");
  const centre = chosen && centres[chosen.value];
  if (!centre) return;
  const detail = { latitude: centre[0], longitude: centre[1] };
  position.querySelector("[data-point-picker]")?.dispatchEvent(new CustomEvent("attest:look", { detail }));
}

/** @param {HTMLFieldSetElement} position names the list by data-position-for and what it takes by data-position-allowed */
export function dependsOnPrecision(position) {
  const precision = document.getElementById(position.dataset.positionFor);
  const allowed = position.dataset.positionAllowed.split(" ");
  const filled = () => [...position.querySelectorAll("input")].some((input) => input.value !== "");
  const show = () => {
    position.hidden = !allowed.includes(precision.value) && !filled();
  };
  precision.form.addEventListener("change", ({ target }) => {
    if (target === precision) show();
    if (target === precision || target.name === "place") lookAtPlace(position);
  });
  show();
}
