/** The words of a map, in the page's language, from the <template data-words> that the server wrote into its box. */

/** @param {ParentNode} box */
export function wordsOf(box) {
  const template = box.querySelector("template[data-words]");
  const entries = [...template.content.querySelectorAll("[data-word]")];
  const words = new Map(entries.map((entry) => [entry.dataset.word, entry.textContent.trim()]));
  const plural = new Intl.PluralRules(document.documentElement.lang || "en");
  const number = new Intl.NumberFormat(document.documentElement.lang || "en");

  /** The sentence of that name with {placeholders} filled in; with a count, its plural form where there is one. */
  return (name, values = {}) => {
    const form = "count" in values ? `${name}.${plural.select(values.count)}` : name;
    const sentence = words.get(form) ?? words.get(`${name}.other`) ?? words.get(name) ?? "";
    return sentence.replace(/\{(\w+)\}/g, (_, key) =>
      typeof values[key] === "number" ? number.format(values[key]) : (values[key] ?? ""),
    );
  };
}
