/** The page that tries the API: keeps the request true to the form, sends it, and shows the answer and what is wrong. */

const MOST = 20000;
const HEADERS = ["Content-Type", "Attest-Count", "ETag", "Cache-Control", "Link", "RateLimit-Policy", "RateLimit", "Retry-After"];
const form = document.querySelector("[data-trying]");
const box = document.querySelector("[data-answer]");
const part = (name) => box.querySelector(`[data-${name}]`);

/** What is filled in, by name; several values of one are joined. */
function filled() {
  const found = new Map();
  for (const [name, text] of new FormData(form)) {
    const value = text.trim();
    if (value) found.set(name, found.has(name) ? `${found.get(name)},${value}` : value);
  }
  return found;
}

/** As Python's quote(value, safe=","): nothing that it leaves can end a quoted word in any language. */
function quoted(value) {
  const strict = encodeURIComponent(value).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return strict.replaceAll("%2C", ",");
}

function withQuery(path, pairs) {
  return pairs.length ? `${path}?${pairs.map(([name, value]) => `${name}=${quoted(value)}`).join("&")}` : path;
}

/** The address of the API that the form asks for, as Operation.address says it on the server. */
function address() {
  const values = filled();
  const path = form.dataset.trying.replace(/{(\w+)}/g, (braces, name) => {
    const value = values.get(name);
    values.delete(name);
    return value ? quoted(value).replaceAll(",", "%2C") : braces;
  });
  return withQuery(path, [...values]);
}

function follow() {
  const asked = new URL(address(), location.href).origin + address();
  document.querySelectorAll("[data-address]").forEach((each) => { each.textContent = asked; });
  document.querySelectorAll("[data-copies]").forEach((each) => {
    each.dataset.copy = document.getElementById(each.dataset.copies).textContent;
  });
  history.replaceState(null, "", withQuery(form.dataset.here, [...filled()]));
}

/** Says beside each field what is wrong with it, and leads to it from the answer. */
function refuse(wrong) {
  form.querySelectorAll(".field--error").forEach((each) => mark(each, ""));
  const links = wrong.map(({ parameter, detail, allowed }) => {
    const field = document.getElementById(`field-${parameter}`);
    if (field) mark(field, allowed ? `${detail} ${allowed.join(", ")}.` : detail);
    const item = document.createElement("li");
    const name = document.createElement(field ? "a" : "span");
    if (field) name.href = `#field-${parameter}`;
    name.textContent = parameter;
    item.append(name, `: ${detail}`);
    return item;
  });
  part("wrong").replaceChildren(...links);
}

function mark(field, words) {
  const said = field.querySelector(".field__error");
  said.textContent = words;
  said.hidden = !words;
  field.classList.toggle("field--error", Boolean(words));
  field.querySelectorAll("input, select").forEach((each) => each.toggleAttribute("aria-invalid", Boolean(words)));
  for (let around = field.closest("details"); words && around; around = around.parentElement.closest("details")) around.open = true;
}

function words(text, values) {
  return text.replace(/%(\w+)/g, (whole, name) => values[name] ?? whole);
}

function showHeaders(answer) {
  const rows = HEADERS.filter((name) => answer.headers.has(name)).map((name) => {
    const row = document.createElement("div");
    row.className = "facts__row";
    row.append(document.createElement("dt"), document.createElement("dd"));
    row.firstChild.textContent = name;
    row.lastChild.textContent = answer.headers.get(name);
    return row;
  });
  part("headers").replaceChildren(...rows);
}

/** JSON is set out in lines; what cannot be read as JSON is shown as it came. */
function readable(text, type) {
  if (!/[/+]json\b/.test(type)) return text;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function show(answer, text, time) {
  const type = answer.headers.get("Content-Type") ?? "";
  const body = readable(text, type);
  const problem = type.startsWith("application/problem+json") ? JSON.parse(text) : {};
  const values = { status: `${answer.status} ${answer.statusText}`.trim(), time, size: new Blob([text]).size.toLocaleString("en") };
  part("told").textContent = words(box.dataset.told, values);
  part("problem").textContent = answer.redirected ? `${box.dataset.redirected} ${answer.url}` : problem.detail ?? problem.title ?? "";
  part("body").textContent = body.slice(0, MOST);
  const cut = { shown: MOST.toLocaleString("en"), all: body.length.toLocaleString("en") };
  part("cut-words").textContent = body.length > MOST ? words(box.dataset.cut, cut) : "";
  part("whole").href = answer.url;
  showHeaders(answer);
  refuse(problem.errors ?? []);
}

async function send(event) {
  event.preventDefault();
  follow();
  box.hidden = false;
  part("told").textContent = box.dataset.asking;
  part("problem").textContent = "";
  part("wrong").replaceChildren();
  const begun = performance.now();
  try {
    const answer = await fetch(address());
    show(answer, await answer.text(), Math.round(performance.now() - begun));
    box.scrollIntoView({ block: "nearest" });
  } catch {
    part("told").textContent = box.dataset.none;
  }
}

form.addEventListener("input", follow);
form.addEventListener("submit", send);
