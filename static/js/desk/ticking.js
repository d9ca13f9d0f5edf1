/** Letters typed on a checkbox lead to the next one whose label begins with them, as they do in a list. */

const PAUSE = 800;
const LETTER = /^\p{L}$/u;

/** @param {HTMLFormElement} form with several lists of checkboxes, which are searched as one */
export function findsByLetters(form) {
  const boxes = [...form.querySelectorAll("fieldset.choices input[type=checkbox]")];
  let typed = "";
  let when = 0;
  form.addEventListener("keydown", (event) => {
    const at = boxes.indexOf(event.target);
    const letter = LETTER.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!letter) typed = "";
    if (at < 0 || !letter) return;
    event.preventDefault();
    typed = event.timeStamp - when > PAUSE ? event.key : typed + event.key;
    when = event.timeStamp;
    const from = typed.length > 1 ? at : at + 1;
    const begins = (box) => box.labels[0]?.innerText.trim().toLowerCase().startsWith(typed.toLowerCase());
    [...boxes.slice(from), ...boxes.slice(0, from)].find((box) => box.checkVisibility() && begins(box))?.focus();
  });
}
