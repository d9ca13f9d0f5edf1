/** A button that copies the text of its data-copy attribute and says so in the element named by aria-describedby. */

/** @param {HTMLButtonElement} button */
export function copyOnClick(button) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    const status = document.getElementById(button.getAttribute("aria-describedby"));
    if (status) status.textContent = button.dataset.copied;
  });
}
