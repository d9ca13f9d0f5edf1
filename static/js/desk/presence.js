/** Tells who else has the incident open, while the page is looked at: once a minute, and when one comes back to it. */

const PAUSE = 60_000;

/** @param {HTMLElement} notice names by data-presence where to ask */
export function tellsWhoIsHere(notice) {
  const ask = async () => {
    const token = document.querySelector("[name=csrfmiddlewaretoken]");
    if (document.hidden || !token) return;
    const body = new URLSearchParams({ csrfmiddlewaretoken: token.value });
    const answer = await fetch(notice.dataset.presence, { method: "POST", body, redirect: "error" }).catch(() => null);
    if (!answer?.ok) return;
    const { told } = await answer.json();
    if (notice.textContent !== told) notice.textContent = told;
    notice.hidden = !told;
  };

  setInterval(ask, PAUSE);
  addEventListener("focus", ask);
  document.addEventListener("visibilitychange", ask);
}
