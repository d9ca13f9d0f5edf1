/** A button that opens the <dialog> named by its data-opens attribute; closing returns focus to the button. */

/** @param {HTMLButtonElement} button */
export function opensDialog(button) {
  const dialog = document.getElementById(button.dataset.opens);
  button.hidden = false;
  button.addEventListener("click", () => dialog.showModal());
  dialog.addEventListener("close", () => button.focus());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.closest("[data-close]")) dialog.close();
  });
}
