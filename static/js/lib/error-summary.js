/** Moves focus to the error summary, and from its links to the fields they name. */

/** @param {Document} page */
export function focusErrorSummary(page) {
  const summary = page.querySelector("[data-error-summary]");
  if (!summary) return;
  summary.focus();
  summary.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const field = link && page.getElementById(link.hash.slice(1));
    if (!field) return;
    event.preventDefault();
    const target = field.matches("input, select, textarea") ? field : field.querySelector("input, select, textarea");
    (target ?? field).focus();
    (field.closest(".field") ?? field).scrollIntoView();
  });
}
