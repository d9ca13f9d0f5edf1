/** Files of ours, as JSON. */

/** @param {string} url @param {AbortSignal} [signal] */
export async function fetchJson(url, signal) {
  const response = await fetch(url, { signal, headers: { Accept: "application/json, application/geo+json" } });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.json();
}

const answers = new Map();

/** What a file holds, fetched and read once however often a map starts anew; asked again after a failure. */
export function kept(url) {
  if (!answers.has(url)) answers.set(url, fetchJson(url).catch((error) => (answers.delete(url), Promise.reject(error))));
  return answers.get(url);
}
