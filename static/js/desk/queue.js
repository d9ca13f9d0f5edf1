/**
 * The queue by keyboard: j and k walk the rows, x ticks, a assigns, o opens, a full stop shows a preview.
 * The row whose title has the focus is the current one, so that screen readers are told of it as it is.
 */

const TYPING = "input:not([type=checkbox]), textarea, select, [contenteditable]";
const queue = document.querySelector("[data-queue]");
const rows = queue ? [...queue.querySelectorAll("[data-row]")] : [];
const pane = queue?.querySelector("[data-preview-pane]");
const told = queue?.querySelector("[data-picked]");
const all = queue?.querySelector("[data-all]");
let current = -1;
let asked = 0;

const box = (row) => row.querySelector("input[name=pick]");
const picked = () => rows.filter((row) => box(row).checked);

function go(step) {
  const next = Math.min(Math.max(current + step, 0), rows.length - 1);
  rows[next].querySelector("[data-title]").focus();
}

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

function assign() {
  if (!picked().length && current >= 0) tick(rows[current]);
  queue.querySelector("select[name=to]").focus();
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
  if (!pane.hidden) look(rows[Math.max(current, 0)]);
}

const KEYS = {
  j: () => go(1),
  k: () => go(-1),
  x: () => current >= 0 && tick(rows[current]),
  a: assign,
  o: () => current >= 0 && rows[current].querySelector("[data-title]").click(),
  ".": toggle,
};

function press(event) {
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.target.closest(`${TYPING}, dialog`);
  const act = plain && KEYS[event.key];
  if (event.key === "Escape" && !pane.hidden && !event.target.closest("dialog")) toggle();
  if (!act) return;
  event.preventDefault();
  act();
}

/** Whatever takes the focus in a row makes it the current one, by mouse and by Tab too. */
function arrive({ target }) {
  const row = target.closest("[data-row]");
  if (!row) return;
  const before = current;
  current = rows.indexOf(row);
  rows.forEach((one, place) => one.classList.toggle("queue__current", place === current));
  if (!pane.hidden && current !== before) look(row);
}

if (queue) {
  document.addEventListener("keydown", press);
  queue.addEventListener("focusin", arrive);
  queue.addEventListener("change", ({ target }) => {
    if (all.contains(target)) rows.forEach((row) => (box(row).checked = target.checked));
    count();
  });
  all.hidden = false;
  count();
}
