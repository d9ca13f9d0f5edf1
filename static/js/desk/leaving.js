/** Whoever signs out leaves nothing of what they typed in the browser (attest/desk/keeping). */

const PREFIX = "attest:unsaved:";

document.querySelectorAll("a[href$='/logout/']").forEach((link) =>
  link.addEventListener("click", () => {
    for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
  }),
);
