/** Asks the server what the map shows: a moment after the last movement, one question at a time, the latest wins. */
import { fetchJson } from "attest/map/files";

const PAUSE = 200;
const MOST_ZOOM = 20;
const CLOSER = 3;
const DECIMALS = 3;

const within = (edge, most) => Math.max(-most, Math.min(most, edge));

/** West, south, east and north, a little outwards, as a query string says them. */
export function spelt([west, south, east, north]) {
  const outwards = [Math.floor, Math.floor, Math.ceil, Math.ceil];
  const edges = [within(west, 180), within(south, 90), within(east, 180), within(north, 90)];
  return edges.map((edge, index) => (outwards[index](edge * 10 ** DECIMALS) / 10 ** DECIMALS).toFixed(DECIMALS)).join(",");
}

/** Whether an answer holds every incident there is, each by itself, and drawn finely enough for a zoom. */
function isWhole(answer, zoom) {
  const all = answer.of === "incidents" && answer.outside_view === 0 && answer.left_out.incidents === 0;
  return all && (zoom <= answer.zoom + CLOSER || answer.features.every(({ geometry }) => geometry.type === "Point"));
}

export class Asking {
  #address;
  #ahead = null;
  #got;
  #days = {};
  #whole = null;
  #running = null;
  #waiting = 0;

  /** @param {string} address @param {(answer: object, features: object[]) => void} got */
  constructor(address, got) {
    this.#address = address;
    this.#got = got;
  }

  /** Asks from now on for another query. */
  of(address) {
    this.#address = address;
    this.#days = {};
    this.#whole = null;
  }

  /** Asks early for the first answer of another query, which may be wanted. */
  ahead(address, view) {
    const [url, running] = [this.#url(address, view), new AbortController()];
    this.#ahead?.running.abort();
    this.#ahead = { url, running, answer: fetchJson(url, running.signal).catch(() => null) };
  }

  /** Asks for other days than the page's, or with nothing for the page's own. */
  during(days) {
    this.#days = days;
  }

  /** The first question, of the remembered view or of the world. */
  async first(view) {
    return this.#answer(view);
  }

  soon(view) {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.now(view()), PAUSE);
  }

  async now(view) {
    if (!view) return;
    const answer = await this.#answer(view).catch(() => null);
    if (!answer) return;
    const features = this.#whole && isWhole(this.#whole, view.zoom) && !this.#days.since ? this.#whole.features : answer.features;
    this.#got(answer, features);
  }

  #url(address, { edges, zoom }) {
    const url = new URL(address, location.href);
    for (const [name, value] of Object.entries(this.#days)) url.searchParams.set(name, value);
    if (edges) url.searchParams.set("view", spelt(edges));
    url.searchParams.set("zoom", Math.max(0, Math.min(MOST_ZOOM, Math.round(zoom))));
    return url.href;
  }

  async #answer(view) {
    this.#running?.abort();
    this.#running = new AbortController();
    const url = this.#url(this.#address, view);
    const early = this.#ahead?.url === url ? this.#ahead.answer : null;
    this.#ahead = null;
    const answer = (await early) ?? (await fetchJson(url, this.#running.signal));
    if (!this.#days.since && isWhole(answer, answer.zoom)) this.#whole = answer;
    return answer;
  }
}
