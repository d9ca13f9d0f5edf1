/**
 * Playback: shows one bar after the other on the map, at a chosen speed or step by step. It never starts by itself, and
 * where motion is not wanted it only steps. The list follows when asked to.
 */
import { go } from "attest/explorer/go";

const stillness = matchMedia("(prefers-reduced-motion: reduce)");

/** @param {{said: HTMLElement, reset: () => void, first: number}} page */
export function player(box, bars, { said, reset, first }) {
  const panel = box.querySelector("[data-player]");
  const play = panel.querySelector("[data-play]");
  const speed = panel.querySelector("[data-speed]");
  const ends = [panel.querySelector("[data-show]"), panel.querySelector("[data-stop]")];
  const [label, number] = [play.textContent, new Intl.NumberFormat(document.documentElement.lang || "en")];
  let at = -1;
  let timer = 0;

  const show = (days) => {
    const map = document.querySelector("[data-incident-map]");
    map?.dispatchEvent(new CustomEvent("attest:moment", { detail: days }));
  };
  const pause = () => {
    clearInterval(timer);
    timer = 0;
    play.textContent = label;
  };
  const goTo = (index) => {
    at = index;
    const { first: since, last: until, label: when, count } = bars[at].dataset;
    bars.forEach((bar, each) => bar.classList.toggle("time__bar--outside", each !== at));
    const words = said.dataset.moment.replace("{label}", when);
    said.textContent = words.replace("{count}", number.format(Number(count)));
    for (const end of ends) end.hidden = false;
    show({ since, until });
  };
  const step = (by) => {
    const next = at < 0 ? first : at + by;
    if (next >= 0 && next < bars.length) goTo(next);
    return next < bars.length - 1;
  };
  const tick = () => {
    if (!box.isConnected || !step(1)) pause();
  };
  const start = () => {
    if (at >= bars.length - 1) at = -1;
    play.textContent = play.dataset.pause;
    timer = setInterval(tick, Number(speed.value));
    tick();
  };

  panel.hidden = false;
  play.hidden = stillness.matches;
  speed.parentElement.hidden = stillness.matches;
  play.addEventListener("click", () => (timer ? pause() : start()));
  speed.addEventListener("change", () => {
    if (!timer) return;
    clearInterval(timer);
    timer = setInterval(tick, Number(speed.value));
  });
  for (const button of panel.querySelectorAll("[data-step]")) {
    button.addEventListener("click", () => {
      pause();
      step(Number(button.dataset.step));
    });
  }
  ends[0].addEventListener("click", () => {
    const address = new URL(bars[at].getAttribute("href"), location.href);
    address.hash = location.hash;
    go(address);
  });
  ends[1].addEventListener("click", () => {
    pause();
    at = -1;
    for (const end of ends) end.hidden = true;
    said.textContent = "";
    reset();
    show({});
    play.focus();
  });
}
