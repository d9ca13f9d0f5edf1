/** Words selected in a captured text, then k: a dialog with the kinds of claim that they can be cited in. */
import { singleKey } from "attest/single-keys";

const LONGEST = 300;

/**
 * @param {HTMLElement} text holds the captured text
 * @param {HTMLDialogElement} dialog with a list of links, each to the form of one kind of claim
 */
export function citesSelection(text, dialog) {
  const links = [...dialog.querySelectorAll("ol a")];
  const addresses = links.map((link) => link.href);

  const selected = () => {
    const selection = document.getSelection();
    const inside = selection.rangeCount && text.contains(selection.getRangeAt(0).commonAncestorContainer);
    return inside ? selection.toString().trim() : "";
  };

  const open = (words) => {
    dialog.querySelector("[data-citing-words]").textContent = words;
    dialog.querySelector("[data-citing-long]").hidden = words.length <= LONGEST;
    links.forEach((link, place) => {
      link.href = `${addresses[place]}&quote=${encodeURIComponent(words)}`;
      link.hidden = words.length > LONGEST;
    });
    dialog.showModal();
  };

  document.addEventListener("keydown", (event) => {
    if (singleKey(event) !== "k" || dialog.open) return;
    if (event.target.closest("input, textarea, select")) return;
    const words = selected();
    if (!words) return;
    event.preventDefault();
    open(words);
  });
  dialog.addEventListener("keydown", (event) => {
    const link = links[Number(singleKey(event)) - 1];
    if (link && !link.hidden) link.click();
  });
}
