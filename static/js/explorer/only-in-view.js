/** The switch that makes the part of the map that is shown a filter of the whole page. */
import { spelt } from "attest/explorer/asking";
import { go } from "attest/explorer/go";

/** @param {HTMLButtonElement} button @param {import("attest/map/adapter").OpenMap} map */
export function onlyInView(button, map) {
  const isOn = () => new URL(location.href).searchParams.has("bbox");
  button.hidden = false;
  button.setAttribute("aria-pressed", String(isOn()));
  button.addEventListener("click", () => {
    const address = new URL(location.href);
    if (isOn()) address.searchParams.delete("bbox");
    else address.searchParams.set("bbox", spelt(map.edges()));
    go(address);
  });
}
