/** The view in the address's fragment (#map=zoom/latitude/longitude), replaced as the map moves, never pushed. */

const PATTERN = /^#map=(\d+(?:\.\d+)?)\/(-?\d+(?:\.\d+)?)\/(-?\d+(?:\.\d+)?)$/;

/** @param {string} hash */
export function rememberedView(hash) {
  const parts = PATTERN.exec(hash);
  return parts && { zoom: Number(parts[1]), place: [Number(parts[2]), Number(parts[3])] };
}

export function rememberView(map) {
  const [latitude, longitude] = map.centre();
  const view = `#map=${Number(map.zoom().toFixed(2))}/${latitude.toFixed(3)}/${longitude.toFixed(3)}`;
  history.replaceState(history.state, "", view);
}
