/** Enter in a field that is searched with finds, where in every other field it saves. */

/** @param {HTMLButtonElement} button stands after the field whose words it looks for */
export function findsOnEnter(button) {
  const field = button.parentElement.previousElementSibling;
  field?.querySelector("input")?.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    button.click();
  });
}
