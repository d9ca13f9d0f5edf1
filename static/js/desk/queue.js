/**
 * The queue by keyboard: j and k walk the rows, x ticks, a assigns, t tags, o opens, a full stop shows a preview.
 */
import { answersTo, walks } from "attest/desk/walking";

const queue = document.querySelector("[data-queue]");
const rows = queue ? [...queue.querySelectorAll("[data-row]")] : [];
const pane = queue?.querySelector("[data-preview-pane]");
const told = queue?.querySelector("[data-picked]");
const all = queue?.querySelector("[data-all]");
let walk;
let asked = 0;

const box = (row) => row.querySelector("input[name=pick]");
const picked = () => rows.filter((row) => box(row).checked);

function tick(row) {
  box(row).checked = !box(row).checked;
  count();
}

function count() {
  const number = picked().length;
  const words = number === 1 ? told.dataset.one : told.dataset.many.replace("{n}", number);
  told.textContent = number ? words : "";
  const every = all.querySelector("input");
  every.checked = number === rows.length;
  every.indeterminate = number > 0 && number < rows.length;
}

/** Ticks the current row where none is ticked, and goes to the list that says to whom, or which tag. */
function choose(name) {
  if (!picked().length && walk.row) tick(walk.row);
  queue.querySelector(`select[name=${name}]`)?.focus();
}

/** Of several previews asked for in a row, the last one is shown. */
async function look(row) {
  const turn = ++asked;
  const answer = await fetch(row.dataset.preview, { headers: { "X-Fragment": "preview" } }).catch(() => null);
  if (turn !== asked || pane.hidden || !answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  pane.replaceChildren(...page.body.childNodes);
}

function toggle() {
  pane.hidden = !pane.hidden;
  queue.classList.toggle("queue--previewing", !pane.hidden);
  if (!pane.hidden) look(walk.row ?? rows[0]);
}

const KEYS = {
  j: () => walk.go(1),
  k: () => walk.go(-1),
  x: () => walk.row && tick(walk.row),
  a: () => choose("to"),
  t: () => choose("which"),
  o: () => walk.row?.querySelector("[data-title]").click(),
  ".": toggle,
};

function closePreview(event) {
  if (event.key === "Escape" && !pane.hidden && !event.target.closest("dialog")) toggle();
}

if (queue) {
  walk = walks(queue, rows, (row) => pane.hidden || look(row));
  answersTo(KEYS);
  document.addEventListener("keydown", closePreview);
  queue.addEventListener("change", ({ target }) => {
    if (all.contains(target)) rows.forEach((row) => (box(row).checked = target.checked));
    count();
  });
  all.hidden = false;
  count();
}
