/** What a form of filters asks for, as a query string: fields that are left empty are left out. */

/** @param {HTMLFormElement} form */
export function queryOf(form) {
  const pairs = [...new FormData(form)].filter(([, value]) => value !== "");
  return new URLSearchParams(pairs).toString();
}
