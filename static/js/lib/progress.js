/** The page of something that the worker makes or brings: asks how far it has come, changes the words where they are, and loads anew at the end. */

const EVERY = 2000;
const UNDER_WAY = new Set(["waiting", "running"]);
const box = document.querySelector("[data-progress]");

/** @param {{state: string, words: string, rows?: number}} told */
function show(told) {
  write("[data-progress-state]", told.state);
  write("[data-progress-words]", told.words);
  if ("rows" in told) box.querySelector("progress").value = told.rows;
}

/** Only what has changed is written, so that a screen reader is not told the same again. */
function write(selector, words) {
  const place = box.querySelector(selector);
  if (place.textContent !== words) place.textContent = words;
}

async function ask() {
  const answer = await fetch(box.dataset.progress, { headers: { Accept: "application/json" } }).catch(() => null);
  const told = answer && answer.ok ? await answer.json() : null;
  if (told) show(told);
  if (told && !UNDER_WAY.has(told.stage)) window.location.reload();
  else setTimeout(ask, EVERY);
}

if (box) setTimeout(ask, EVERY);
