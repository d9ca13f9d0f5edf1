/** The embed builder without asking the page again: what is chosen changes the preview and the words to copy at once. */

const DEFAULTS = { view: "map", theme: "auto" };
const SETTLED = 300;

const form = document.querySelector("[data-embed-form]");
const preview = document.getElementById("preview");
const snippet = document.getElementById("snippet");
const copier = document.getElementById("copy-snippet");

function chosenPath() {
  const url = new URL(form.dataset.path, location.href);
  for (const [name, usual] of Object.entries(DEFAULTS)) {
    const value = form.elements[name]?.value;
    if (value && value !== usual) url.searchParams.append(name, value);
  }
  return url.pathname + url.search.replaceAll("%2C", ",").replaceAll("%3A", ":");
}

/** The same element as the server writes, in the same order. */
function words(path, height) {
  const frame = document.createElement("iframe");
  const attributes = {
    src: form.dataset.base + path,
    title: preview.title,
    width: "100%",
    height,
    loading: "lazy",
    frameborder: "0",
    referrerpolicy: "no-referrer",
  };
  for (const [name, value] of Object.entries(attributes)) frame.setAttribute(name, value);
  return frame.outerHTML;
}

function show() {
  const { height } = form.elements;
  if (!height.checkValidity()) return;
  const path = chosenPath();
  preview.height = height.value;
  if (preview.getAttribute("src") !== path) preview.setAttribute("src", path);
  snippet.value = words(path, height.value);
  copier.dataset.copy = snippet.value;
}

let waiting = 0;
form.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(show, SETTLED);
});
