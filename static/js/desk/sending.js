/** Ctrl+Enter (⌘ Enter) saves a form of the desk from wherever one is in it, a list or a longer text too. */

/** @param {HTMLFormElement} form */
export function sendsFromAnywhere(form) {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || !(event.ctrlKey || event.metaKey)) return;
    const inside = event.target.closest("form, dialog");
    if (inside && inside !== form) return;
    event.preventDefault();
    form.requestSubmit(form.querySelector("button[name=action][value=save]"));
  });
}
