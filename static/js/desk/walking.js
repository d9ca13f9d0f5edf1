/** Rows that are walked by keys. The row in which the focus is, is the current one, so screen readers are told of it. */
import { singleKey } from "attest/single-keys";

const TYPING = "input:not([type=checkbox]), textarea, select, [contenteditable]";

/**
 * Let a list be walked; whatever takes the focus in a row makes it the current one, by mouse and by Tab too.
 * @param {HTMLElement} list
 * @param {HTMLElement[]} rows
 * @param {(row: HTMLElement) => void} arrived is told of each new current row
 */
export function walks(list, rows, arrived = () => {}) {
  let current = -1;
  list.addEventListener("focusin", ({ target }) => {
    const row = target.closest("[data-row]");
    if (!row || rows[current] === row) return;
    current = rows.indexOf(row);
    rows.forEach((one, place) => one.classList.toggle("queue__current", place === current));
    arrived(row);
  });
  return {
    go(step) {
      const next = Math.min(Math.max(current + step, 0), rows.length - 1);
      rows[next]?.querySelector("[data-title]").focus();
    },
    get row() {
      return rows[current];
    },
  };
}

/** Answer to single keys as they are wanted, never while somebody types or a dialog is open. */
export function answersTo(keys) {
  document.addEventListener("keydown", (event) => {
    const act = !event.target.closest(`${TYPING}, dialog`) && keys[singleKey(event)];
    if (!act) return;
    event.preventDefault();
    act();
  });
}
