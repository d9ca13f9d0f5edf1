/** Says how many characters a text has left. The text itself is never cut: the server says when it is too long. */

/** @param {HTMLTextAreaElement} text names the place for the count by data-counter, the most by data-most */
export function counts(text) {
  const place = document.getElementById(text.dataset.counter);
  const most = text.dataset.most;
  const say = () => {
    place.hidden = text.value.length === 0;
    place.textContent = `${text.value.length} / ${most}`;
  };
  text.addEventListener("input", say);
  say();
}
