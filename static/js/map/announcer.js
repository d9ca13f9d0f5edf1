/** A polite live region that says only the last of several things that happen at once. */

const PAUSE = 600;

/** @param {HTMLElement} region an element with role="status" */
export function announcer(region) {
  let waiting = 0;
  return (sentence) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      region.textContent = sentence;
    }, PAUSE);
  };
}
