/** What the map says of the incidents in one place. Text only: nothing that came as data is read as markup. */

function element(name, className, ...content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

function link({ title, url }) {
  const made = element("a", "", title);
  const address = new URL(url, location.href);
  if (address.protocol === "http:" || address.protocol === "https:") made.href = address.href;
  return made;
}

/** When it happened, and who says so. */
const when = ({ occurred_text: text, occurred_said_by: who }) => (who ? `${text} (${who})` : (text ?? ""));

const line = (className, text) => (text ? [element("p", className, text)] : []);

function facts(say, { killed_text: killed, wounded_text: wounded, attribution_text: attribution }) {
  const rows = [
    [say("killed"), killed],
    [say("wounded"), wounded],
    [say("attribution"), attribution],
  ].filter(([, value]) => value);
  const list = element("dl", "popup__facts");
  for (const [term, value] of rows) list.append(element("dt", "", term), element("dd", "", value));
  return rows.length ? [list] : [];
}

/** That it is part of another incident, with the way there. */
function whole(say, { parent_title: title, parent_url: url }) {
  return title ? [element("p", "popup__part", say("part_of"), " ", link({ title, url }))] : [];
}

function one(say, feature) {
  const { properties } = feature;
  return [
    ...line("popup__precision", properties.precision_text),
    element("p", "popup__title", link(properties)),
    ...whole(say, properties),
    ...line("popup__where", [when(properties), properties.place_text].filter(Boolean).join(" · ")),
    ...facts(say, properties),
    ...line("popup__where", properties.content_note),
    ...line("popup__demonstration", properties.demonstration ? say("demonstration") : ""),
  ];
}

function several(say, features) {
  const list = element("ul", "popup__list");
  for (const { properties } of features) {
    const day = element("span", "popup__where", when(properties));
    list.append(element("li", "", link(properties), " ", day, ...whole(say, properties)));
  }
  const precisions = [...new Set(features.map(({ properties }) => properties.precision_text).filter(Boolean))];
  return [
    ...line("popup__precision", precisions.join(" · ")),
    element("p", "popup__title", say("here", { count: features.length })),
    list,
  ];
}

const MOST_LISTED = 8;

/** What is only counted: how precisely it is known, how many, the first of them, and where all of them are listed. */
export function countedElement(say, { properties }, { close, listed }) {
  const list = element("ul", "popup__list");
  for (const { title, url, occurred } of listed.slice(0, MOST_LISTED)) {
    list.append(element("li", "", link({ title, url }), " ", element("span", "popup__where", occurred.text ?? "")));
  }
  const all = link({ title: say("list", { count: properties.count }), url: properties.list_url });
  const parts = [
    ...line("popup__precision", properties.precision_text),
    element("p", "popup__title", properties.name),
    ...(listed.length ? [list] : []),
    element("p", "", all),
  ];
  return dialog(say, parts, { close, label: properties.name });
}

/** @param {(name: string, values?: object) => string} say */
export function popupElement(say, features, { close }) {
  const label = features.length === 1 ? features[0].properties.title : say("here", { count: features.length });
  return dialog(say, features.length === 1 ? one(say, features[0]) : several(say, features), { close, label });
}

function dialog(say, parts, { close, label }) {
  const box = element("div", "popup", ...parts);
  const button = element("button", "popup__close", say("close"));
  button.type = "button";
  button.addEventListener("click", close);
  box.append(button);
  box.setAttribute("role", "dialog");
  box.setAttribute("aria-label", label);
  return box;
}
