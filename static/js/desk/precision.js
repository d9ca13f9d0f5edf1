/** Shows the inputs of a position only where the precision takes one. What was typed in them stays. */

/** @param {HTMLFieldSetElement} position names the list by data-position-for and what it takes by data-position-allowed */
export function dependsOnPrecision(position) {
  const precision = document.getElementById(position.dataset.positionFor);
  const allowed = position.dataset.positionAllowed.split(" ");
  const filled = () => [...position.querySelectorAll("input")].some((input) => input.value !== "");
  const show = () => {
    position.hidden = !allowed.includes(precision.value) && !filled();
  };
  precision.addEventListener("change", show);
  show();
}
