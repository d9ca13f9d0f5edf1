/** Wires the explorer's search box, sheets, bars and map, now and whenever its content is replaced. */
import "attest/explorer/incident-map";
import "attest/explorer/navigation";
import "attest/explorer/sheets";
import "attest/explorer/time";
import { suggests } from "attest/explorer/suggesting";

const beside = matchMedia("(min-width: 60em)");

/** Where there is room beside the list the filters stand open, for the eye and for assistive technology alike. */
function unfold() {
  document.querySelectorAll(".explorer__filters").forEach((part) => {
    part.open = beside.matches;
  });
}

function wire() {
  document.querySelectorAll("[data-suggests]").forEach(suggests);
}

document.addEventListener("attest:explored", wire);
beside.addEventListener("change", unfold);
wire();
unfold();
