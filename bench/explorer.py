"""How fast the explorer is: ``python -m bench.explorer ADDRESS --out FILE``, on a record of any size (``make bench``).

From the server: the time until an answer is whole, over random queries that are asked once each, so that no copy kept
on the way is measured. In Chromium: from a press on a facet to the new list and map, the longest task while the map is
moved with the processor slowed down four times, bytes as they come over the line, the first sight on a slow line, and
how far the page moves under the reader meanwhile. Every figure stands beside its limit; the process ends with 1 where
one is missed. ``--parts`` chooses: server, bytes, browser, slow, lighthouse.
"""

import argparse
import datetime as dt
import json
import math
import os
import platform
import random
import statistics
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from bench.audits import of_lighthouse

PARTS: Final = ("server", "bytes", "browser", "slow", "lighthouse")
ROOT: Final = Path(__file__).resolve().parents[1]
CHROMIUM: Final = [
    ROOT / ".attest" / "chromium",
    Path("/usr/bin/chromium-headless-shell"),
    Path("/usr/bin/chromium"),
]
POOL: Final = {
    "country": ("MX", "AF", "IN", "CO,PE", "NG"),
    "attack_type": ("bombing", "armed_assault", "hijacking,assassination"),
    "weapon_type": ("explosives", "firearms"),
    "target_type": ("police", "military", "business,government"),
    "since": ("1980", "1995-06", "2010"),
    "until": ("1990", "2005", "2020-03"),
    "killed_min": ("1", "10"),
    "precision": ("settlement", "province"),
    "warning": ("true",),
    "part": ("false",),
    "q": ("police", "market", "bombing in"),
    "bbox": ("65,5,95,35", "-80,-10,-60,12"),
}
ADDRESSES: Final = {
    "explorer": "/?{query}",
    "map, whole world": "/map.json?{query}&zoom=2&view=-180,-60,180,75",
    "map, a country": "/map.json?{query}&zoom=6&view=72,18,84,28",
    "list as JSON": "/incidents.json?{query}",
    "statistics": "/statistics/?{query}",
    "API": "/api/v1/incidents/?{query}",
    "API, attributions": "/api/v1/attributions/?{query}",
    "API, claims of every kind": "/api/v1/assertions/?{query}&sort=occurred",
    "API, sources": "/api/v1/sources/?{query}",
    "API, places": "/api/v1/places/?{query}",
    "API, versions": "/api/v1/versions/?{query}",
    "suggestions": "/suggest.json?q={letters}",
}
MOST_MS: Final = 400
PICTURE_MS: Final = 700
LONGEST_TASK_MS: Final = 200
BYTES: Final = {"explorer without basemap": 150_000, "explorer with basemap": 300_000}
CLOSE: Final = "/?country=IN#map=6/23/80"
CLOSE_BYTES: Final = 100_000
"""Of the detailed base map, for a view of one country."""

SLOW_LIST_MS, SLOW_MAP_MS = 2_500, 6_000
SHIFT: Final = 0.02
"""Cumulative layout shift of the explorer on a phone: a fifth of what the Web Vitals call good."""

SHIFTED: Final = """window.shifted = 0;
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) if (!one.hadRecentInput) window.shifted += one.value;
}).observe({ type: "layout-shift", buffered: true });"""
WARMING: Final = 16
SLOW_3G: Final = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
PRESSED: Final = """() => new Promise((done) => {
  const title = document.querySelector("h1"), before = title.textContent, begun = performance.now();
  const drawn = ({ dataset }) => dataset.shows === dataset.view;
  const look = () => {
    const arrived = document.querySelector("h1").textContent !== before;
    if (arrived && drawn(document.querySelector("[data-incident-map]")))
      requestAnimationFrame(() => done(performance.now() - begun));
    else if (performance.now() - begun > 20000) done(null);
    else requestAnimationFrame(look);
  };
  document.querySelectorAll("a.facet__value")[%d].click();
  look();
})"""


def queries(number: int) -> Iterator[str]:
    """Random queries of one to three parameters, the same in every run."""
    chance = random.Random(4)  # noqa: S311
    for _each in range(number):
        names = chance.sample(sorted(POOL), chance.choice((1, 2, 3)))
        yield urllib.parse.urlencode({name: chance.choice(POOL[name]) for name in names})


def row(name: str, figure: float | None, limit: float, unit: str, **more: Any) -> dict[str, Any]:
    met = figure is not None and figure <= limit
    return {
        "what": name,
        "figure": round(figure) if figure is not None and math.isfinite(figure) else None,
        "limit": limit,
        "unit": unit,
        "met": met,
        **more,
    }


def warm(base: str) -> None:
    """Ask each process of the site at once, so that all of them have begun and hold what they count from."""
    asked = [f"{base}/{path}?page={page}" for page in range(2, 2 + WARMING) for path in ("", "incidents.json")]
    with ThreadPoolExecutor(WARMING) as askers:
        list(askers.map(lambda address: urllib.request.urlopen(address).read(), [*asked, f"{base}/statistics/"]))  # noqa: S310


def of_the_server(base: str, number: int) -> Iterator[dict[str, Any]]:
    """The 95th percentile of each kind of answer."""
    letters = ["ker", "bagh", "isl", "kabul", "police", "new", "san", "al-", "bom", "mar"]
    for name, form in ADDRESSES.items():
        times = []
        for place, query in enumerate(queries(number)):
            address = base + form.format(query=query, letters=letters[place % len(letters)] + "aeiou"[place % 5])
            times.append(answered_in(address))
        times.sort()
        p95 = times[min(len(times) - 1, round(len(times) * 0.95))]
        refused = sum(one == math.inf for one in times)
        more = {"refused": refused} if refused else {}
        yield row(f"{name}, p95", p95, MOST_MS, "ms", median=median_of(times), **more)


def median_of(times: list[float]) -> int | None:
    """None where half of them are errors."""
    median = statistics.median(times)
    return round(median) if math.isfinite(median) else None


def answered_in(address: str) -> float:
    """Milliseconds until an answer is whole; infinite where it is an error."""
    begun = time.perf_counter()
    asked = urllib.request.Request(address, headers={"Accept-Encoding": "gzip"})  # noqa: S310
    try:
        with urllib.request.urlopen(asked) as answer:  # noqa: S310 (an address of our own)
            answer.read()
    except urllib.error.HTTPError:
        return math.inf
    return (time.perf_counter() - begun) * 1000


def of_the_bytes(browser: Browser, base: str) -> Iterator[dict[str, Any]]:
    """What a first visit takes over the line, answer by answer."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    weights = weighed(context.new_cdp_session(page))
    page.goto(base, wait_until="networkidle")
    parts = {url.removeprefix(base): size for url, size in sorted(weights.items(), key=lambda one: -one[1])}
    light = sum(size for url, size in parts.items() if "/basemap/" not in url)
    for (name, limit), size in zip(BYTES.items(), (light, sum(parts.values())), strict=True):
        yield row(name, size, limit, "bytes", parts=parts)
    weights.clear()
    page.goto(base + CLOSE, wait_until="networkidle")
    close = {url: size for url, size in weights.items() if "/basemap/detail" in url or "/basemap/squares/" in url}
    yield row("base map of a country in detail", sum(close.values()), CLOSE_BYTES, "bytes", parts=close)
    context.close()


def of_the_browser(browser: Browser, base: str) -> Iterator[dict[str, Any]]:
    """What a reader waits for."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    line = context.new_cdp_session(page)
    times = []
    for number in (0, 2, 5, 9):
        page.goto(base, wait_until="networkidle")
        times.append(page.evaluate(PRESSED % number))
    yield row("press on a facet to list and map", max((one for one in times if one), default=None), PICTURE_MS, "ms")
    yield row("longest task while the map moves, 4 times slower", moved(page, line), LONGEST_TASK_MS, "ms")
    context.close()


def weighed(line: CDPSession) -> dict[str, int]:
    """Bytes over the line by address, filled while the page loads."""
    addresses: dict[str, str] = {}
    sizes: dict[str, int] = {}
    line.send("Network.enable")
    line.on("Network.requestWillBeSent", lambda one: addresses.update({one["requestId"]: one["request"]["url"]}))
    line.on(
        "Network.loadingFinished",
        lambda one: sizes.update({addresses.get(one["requestId"], ""): round(one["encodedDataLength"])}),
    )
    return sizes


def moved(page: Page, line: CDPSession) -> float:
    """The longest task (Long Tasks API, milliseconds) while the map is dragged about with the processor slowed down."""
    page.goto(page.url, wait_until="networkidle")
    line.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.evaluate(
        "() => { window.longest = 0; new PerformanceObserver((list) => list.getEntries().forEach("
        "(one) => { window.longest = Math.max(window.longest, one.duration); })).observe({type: 'longtask'}); }"
    )
    box = page.locator(".leaflet-container").bounding_box()
    if not box:
        return float("nan")
    middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    for across, up in ((120, 0), (-150, 40), (60, -90), (-80, 60), (140, 20)):
        page.mouse.move(*middle)
        page.mouse.down()
        page.mouse.move(middle[0] + across, middle[1] + up, steps=15)
        page.mouse.up()
        page.wait_for_timeout(1200)
    line.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    return float(page.evaluate("window.longest"))


def slow_phone(browser: Browser) -> Page:
    """A page on a phone: slow 3G (400 ms, 400 kbit/s), processor slowed down four times."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, is_mobile=True, device_scale_factor=2)
    page = context.new_page()
    page.add_init_script(SHIFTED)
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", SLOW_3G)
    line.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    return page


def of_a_slow_line(browser: Browser, base: str) -> Iterator[dict[str, Any]]:
    """List and map on a slow phone, from the beginning, by somebody who presses "Map" as soon as the list is there; and
    how far the page moves for somebody who only waits.
    """
    page = slow_phone(browser)
    begun = time.perf_counter()
    page.goto(base, wait_until="commit")
    page.locator(".result").first.wait_for(timeout=60_000)
    seen = (time.perf_counter() - begun) * 1000
    page.locator("#open-map").click(no_wait_after=True)
    page.locator(".leaflet-container .leaflet-marker-icon").first.wait_for(state="attached", timeout=60_000)
    yield row("slow 3G, list", seen, SLOW_LIST_MS, "ms")
    yield row("slow 3G, map usable", (time.perf_counter() - begun) * 1000, SLOW_MAP_MS, "ms")
    page.locator(".leaflet-container[data-based]").wait_for(state="attached", timeout=60_000)
    yield row("slow 3G, map with its basemap", (time.perf_counter() - begun) * 1000, SLOW_MAP_MS, "ms")
    page.context.close()
    page = slow_phone(browser)
    page.goto(base, wait_until="networkidle", timeout=60_000)
    yield row("slow 3G, layout shift, thousandths", page.evaluate("window.shifted") * 1000, SHIFT * 1000, "")
    page.context.close()


def measured(base: str, number: int, parts: list[str]) -> Iterator[dict[str, Any]]:
    """The rows of the parts that were asked for."""
    program = next(path for path in CHROMIUM if path.exists())
    if "server" in parts:
        yield from of_the_server(base, number)
    with sync_playwright() as players:
        browser = players.chromium.launch(executable_path=str(program), args=["--no-sandbox"])
        for name, part in {"bytes": of_the_bytes, "browser": of_the_browser, "slow": of_a_slow_line}.items():
            if name in parts:
                yield from part(browser, base)
        browser.close()
    if "lighthouse" in parts:
        yield from of_lighthouse(base, program)


def main() -> int:
    """Measure, print a line a figure, and keep all of it in a file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("base", nargs="?", default="http://127.0.0.1:8000")
    parser.add_argument("--number", type=int, default=60, help="queries of each kind")
    parser.add_argument("--out", type=Path, help="where the figures are kept, as JSON")
    parser.add_argument("--parts", default=",".join(PARTS), help="what is measured")
    given = parser.parse_args()
    with urllib.request.urlopen(f"{given.base}/incidents.json") as answer:  # noqa: S310
        incidents = json.load(answer)["count"]
    warm(given.base)
    rows = list(measured(given.base, given.number, given.parts.split(",")))
    for one in rows:
        told = f"{one['figure']:>9,} {one['unit']}" if one["figure"] is not None else "  nothing"
        print(f"{one['what']:52} {told:>16}  limit {one['limit']:>9,}  {'met' if one['met'] else 'MISSED'}")  # noqa: T201
    machine = {"cores": os.cpu_count(), "load": os.getloadavg(), "python": platform.python_version()}
    found = {"day": dt.datetime.now(dt.UTC).isoformat(), "incidents": incidents, **machine, "rows": rows}
    if given.out:
        given.out.parent.mkdir(parents=True, exist_ok=True)
        given.out.write_text(json.dumps(found, indent=2) + "\n")
    return 0 if all(one["met"] for one in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
