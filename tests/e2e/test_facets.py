"""A hundred presses on facets, one after the other: each leads to as many incidents as it said."""

from typing import Final

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from incidents.choices import PlaceKind
from incidents.models import Place
from incidents.services.publishing import publish
from tests import making
from tests.e2e.test_explorer_map import town

PRESSES: Final = 100

PRESS: Final = """async ([presses, seed]) => {
  let state = seed;
  const chance = (number) => (state = (state * 48271) % 2147483647) % number; // Lehmer's generator, to be foreseen
  const count = (text) => Number(text.match(/^[\\d,]+/)?.[0].replaceAll(",", "") ?? 0);
  const arrived = (act) => new Promise((done, fail) => {
    const before = location.href;
    const end = setTimeout(() => fail(new Error(`nothing came after ${before}`)), 20000);
    const look = () => {
      const busy = document.querySelector("main[aria-busy=true]");
      if (location.href === before || busy) return requestAnimationFrame(look);
      clearTimeout(end);
      done(count(document.querySelector("h1").textContent));
    };
    act();
    look();
  });
  const offered = () => [...document.querySelectorAll(".filters__group")]
    .filter((facet) => !facet.querySelector("[aria-current]"))
    .flatMap((facet) => [...facet.querySelectorAll("a.facet__value")])
    .filter((value) => value.href !== location.href);
  const wrong = [];
  for (let number = 0; number < presses; number += 1) {
    let values = offered();
    if (!values.length || chance(4) === 0) {
      if (location.search) {
        await arrived(() => document.dispatchEvent(new CustomEvent("attest:go", { detail: { url: "/" } })));
      }
      values = offered();
    }
    const value = values[chance(values.length)];
    const said = count(value.querySelector(".count").textContent.trim());
    const found = await arrived(() => value.click());
    if (said !== found) wrong.push(`${location.search}: said ${said}, found ${found}`);
  }
  return wrong;
}"""


@pytest.fixture
def various() -> None:
    """Incidents that differ in place, day, toll, precision and who is named."""
    team = making.desk()
    making.published(team, title="A bombing at a market", killed="12")
    making.published(team, title="A bombing in Suva", place=town("Suva", 178.44, -18.14), when="March 2023")
    iran = Place.objects.get(kind=PlaceKind.COUNTRY, country_code="IR")
    making.published(team, title="A bombing somewhere in Iran", place=iran, precision="country", when="2022")
    made = making.incident(team.editor, title="An attack somebody claimed")
    making.claimed(team.editor, made, by="Example Front")
    publish(actor=team.publisher, incident=making.approved(team, made))


@pytest.mark.usefixtures("various")
def test_a_hundred_presses_find_what_each_said(page: Page, live_server: LiveServer) -> None:
    page.goto(live_server.url)
    assert page.evaluate(PRESS, [PRESSES, 20240103]) == []
