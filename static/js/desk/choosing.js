/** Opens a folded part of a form when the choice that needs it is made. */

/** @param {HTMLDetailsElement} part names the choice by data-opened-by and its value by data-opened-by-value */
export function opensWhenChosen(part) {
  const { openedBy, openedByValue } = part.dataset;
  part.closest("form").addEventListener("change", (event) => {
    if (event.target.name === openedBy) part.open = event.target.value === openedByValue;
  });
}
