/**
 * Suggestions while somebody types in the search box: places, groups, publishers, sources, incidents.
 * Source: ARIA Authoring Practices, combobox with a listbox popup; the focus stays in the input.
 */

const PAUSE = 150;
const FEWEST = 2;

function element(name, attributes, ...content) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}

/** @param {HTMLElement} field names the address by data-suggests and its words by data-found and data-none */
export function suggests(field) {
  const input = field.querySelector("input");
  const list = element("div", { role: "listbox", id: `${input.id}-list`, class: "suggestions", hidden: "" });
  const status = element("p", { role: "status", class: "visually-hidden" });
  list.setAttribute("aria-label", field.querySelector("label").textContent);
  for (const [key, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) {
    input.setAttribute(key, value);
  }
  field.append(list, status);
  let timer = 0;
  let asked = null;
  let current = -1;

  const options = () => [...list.querySelectorAll("[role=option]")];

  function close() {
    list.hidden = true;
    current = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function choose(index) {
    const all = options();
    all[current]?.removeAttribute("aria-selected");
    current = (index + all.length) % all.length;
    all[current].setAttribute("aria-selected", "true");
    all[current].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", all[current].id);
  }

  function leave(option) {
    close();
    const { url } = option.dataset;
    if (new URL(url, location.href).pathname === "/" && location.pathname === "/") {
      document.dispatchEvent(new CustomEvent("attest:go", { detail: { url } }));
    } else location.assign(url);
  }

  function show(groups) {
    list.replaceChildren();
    let number = 0;
    for (const { title, offers } of groups) {
      const head = element("p", { class: "suggestions__title", id: `${list.id}-${number}-title`, role: "presentation" }, title);
      const group = element("div", { role: "group", "aria-labelledby": head.id }, head);
      for (const { label, note, url } of offers) {
        const name = element("bdi", {}, label);
        const option = element("div", { role: "option", class: "suggestions__one", id: `${list.id}-${number}` }, name, " ", element("span", { class: "muted" }, note));
        option.dataset.url = url;
        group.append(option);
        number += 1;
      }
      list.append(group);
    }
    list.hidden = number === 0;
    current = -1;
    input.setAttribute("aria-expanded", String(number > 0));
    status.textContent = number ? field.dataset.found.replace("%(count)s", number) : field.dataset.none;
  }

  async function ask() {
    asked?.abort();
    const words = input.value.trim();
    if (words.length < FEWEST) return close();
    asked = new AbortController();
    const url = `${field.dataset.suggests}?${new URLSearchParams({ q: words })}`;
    const answer = await fetch(url, { signal: asked.signal }).catch(() => null);
    if (answer?.ok) show((await answer.json()).groups);
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !list.hidden) choose(current < 0 && step < 0 ? -1 : current + step);
    else if (event.key === "Escape" && !list.hidden) close();
    else if (event.key === "Enter" && current >= 0) leave(options()[current]);
    else {
      if (event.key === "Enter") close();
      return;
    }
    event.preventDefault();
  });
  input.addEventListener("blur", () => setTimeout(close, PAUSE));
  list.addEventListener("mousedown", (event) => {
    event.preventDefault();
    const option = event.target.closest("[role=option]");
    if (option) leave(option);
  });
}
