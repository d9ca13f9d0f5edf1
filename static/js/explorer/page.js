/** Wires the explorer's search box, now and whenever its content is replaced. */
import "attest/explorer/navigation";
import { suggests } from "attest/explorer/suggesting";

function wire() {
  document.querySelectorAll("[data-suggests]").forEach(suggests);
}

document.addEventListener("attest:explored", wire);
wire();
