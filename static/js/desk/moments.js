/** Says beside a moment in UTC what the clock of whoever is looking shows then. */

const UTC = "UTC";

export function say(element) {
  const at = new Date(element.dateTime);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone === UTC || Number.isNaN(at.valueOf())) return;
  const own = at.toLocaleString(document.documentElement.lang || undefined, { dateStyle: "medium", timeStyle: "short" });
  element.append(` (${own}, ${element.dataset.ownTime})`);
}

document.querySelectorAll("time[data-own-time]").forEach(say);
