/**
 * Keys that do something without Ctrl or the like, as whoever types wants them: alone, together with Alt, or not at all.
 * Source: WCAG 2.2, success criterion 2.1.4. At the desk the account says so, on the header; elsewhere this browser.
 */

const HERE = "attest:single-keys";
export const ALONE = "alone";
export const WITH_ALT = "alt";
export const OFF = "off";

/** Letters and signs by their place on the keyboard, for systems on which Alt changes what a key types. */
const PLACES = /^(?:Key|Digit)(.)$/;
const SIGNS = { Period: [".", ">"], Slash: ["/", "?"] };

function remembered() {
  try {
    return localStorage.getItem(HERE);
  } catch {
    return null; // a page that is framed may remember nothing
  }
}

/** @returns {string} how single keys are wanted on this page */
export function wantedKeys() {
  return document.querySelector("[data-single-keys]")?.dataset.singleKeys ?? remembered() ?? ALONE;
}

/** Switches single keys on or off in this browser, for pages without an account. */
export function switchKeys(on) {
  try {
    if (on) localStorage.removeItem(HERE);
    else localStorage.setItem(HERE, OFF);
  } catch {
    // it holds until the page is left
  }
}

function underAlt({ key, code, shiftKey }) {
  if (/^[!-~]$/.test(key)) return key;
  const place = PLACES.exec(code);
  if (place) return shiftKey ? place[1] : place[1].toLowerCase();
  return SIGNS[code]?.[Number(shiftKey)] ?? "";
}

/**
 * The key that was pressed, if it is to do something by itself here; "" if not. Enter, Escape and the arrows always are.
 * @param {KeyboardEvent} event
 */
export function singleKey(event) {
  if (event.ctrlKey || event.metaKey) return "";
  const types = event.key.length === 1 || event.key === "Dead";
  if (!types) return event.altKey ? "" : event.key;
  const wanted = wantedKeys();
  if (wanted === OFF || event.altKey !== (wanted === WITH_ALT)) return "";
  return event.altKey ? underAlt(event) : event.key;
}
