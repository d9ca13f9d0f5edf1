/** Intake: a text that is pasted, or a file that is chosen, is read at once; the page that comes back is filled in. */

const form = document.querySelector("[data-intake]");
const status = form.querySelector("[data-intake-status]");
const read = form.querySelector("button[value=read]");

if (status && read) {
  const text = form.elements.source_text;
  const file = form.elements.file;
  const go = () => {
    status.textContent = status.dataset.intakeStatus;
    form.requestSubmit(read);
  };
  text.addEventListener("input", ({ inputType }) => {
    if (inputType === "insertFromPaste" || inputType === "insertFromDrop") go();
  });
  file.addEventListener("change", () => file.files.length && go());
}
