"""Many editors at work on one incident at the same time, each with a browser that keeps what its pages hold."""

import random
import time
import uuid
from collections import Counter
from dataclasses import dataclass, field
from http.client import HTTPResponse  # noqa: TC003  types of a dataclass are read
from typing import Any, Final
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, Request, build_opener

import lxml.html  # type: ignore[import-untyped]
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from incidents.models import Incident

MOST_TRIES: Final = 40
CONFLICT: Final = 409
FOUND: Final = 302
HALF: Final = 0.5
LITTLE: Final = 2.0
"""Seconds that somebody takes to read a sentence and press a button again, at most."""
SAID: Final = "Somebody else was first"
BUSY: Final = "Others are saving this at the same moment"


class Stay(HTTPRedirectHandler):
    """Tells a redirect instead of following it."""

    def redirect_request(self, *_given: Any) -> None:
        return None


@dataclass(frozen=True)
class Accepted:
    """A change of a field that was accepted: what its editor had seen in it, and what they made of it."""

    field: str
    seen: str
    made: str


@dataclass
class Page:
    """A page as it came: its status, its words and its form's fields."""

    status: int
    html: Any

    @property
    def fields(self) -> dict[str, Any]:
        """What a browser would send back untouched."""
        form = next(one for one in self.html.forms if "data-desk-form" in one.attrib)
        found: dict[str, Any] = {}
        for name, value in form.form_values():
            found.setdefault(name, []).append(value)
        for empty in form.xpath(".//input[@type='radio'][@checked][@value='']"):
            found[empty.name] = [""]  # lxml takes an empty value for none, and would send "on"
        return found

    @property
    def words(self) -> str:
        return " ".join(self.html.find("body").text_content().split())


@dataclass
class Editor:
    """One of them: what they changed and added is kept in ``accepted`` and ``added`` once the desk said yes.

    ``put`` and ``taken`` are the tags that they put on and took off, by name, ``made`` how many edits of each kind.
    """

    base: str
    session: str
    incident: Incident
    claims: dict[str, str]
    source: str
    chance: random.Random
    accepted: list[Accepted] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    put: list[str] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)
    made: Counter[str] = field(default_factory=Counter)
    refused: int = 0

    def work(self, number: int) -> None:
        """Make that many changes, of a kind that chance chooses."""
        kinds = (self.scalar, self.tag, self.fact, self.cite, self.figure, self.point, self.text, self.file)
        for _each in range(number):
            kind = self.chance.choice(kinds)
            kind()
            self.made[kind.__name__] += 1

    def scalar(self) -> None:
        """The title, or the note, of the incident."""
        name = self.chance.choice(("title", "desk_note"))
        self.change(name, "describe/", name, f"{name} {self.token()}")

    def figure(self) -> None:
        """How many were killed."""
        self.change("verbatim", f"claims/{self.claims['casualty']}/", "verbatim", f"{self.chance.randint(1, 10**9)}")

    def point(self) -> None:
        """Where exactly it was, to about ten centimetres."""
        latitude = f"{self.chance.randint(30_200_000, 30_300_000) / 1_000_000:.6f}".rstrip("0")
        self.change("latitude", f"claims/{self.claims['location']}/", "latitude", latitude)

    def tag(self) -> None:
        """A new tag put on and, every other time, one of those that are there taken off, whoever put it on."""
        page, token = self.get(self.at("tags/")), self.token()
        there = page.html.xpath("//input[@name='tags'][@checked]")
        off = self.chance.choice(there) if there and self.chance.random() < HALF else None
        left = [one.get("value") for one in there if one is not off]
        answer = self.post(self.at("tags/"), {**page.fields, "tags": left, "fresh": token})
        assert answer.status == FOUND, (answer.status, answer.words[:2000])
        self.put.append(token)
        if off is not None:
            self.taken.append("".join(off.getparent().itertext()).strip())

    def fact(self) -> None:
        """Another claim on what kind of attack it was."""
        token = self.token()
        quoted = {"source": self.source, "quote": f"as reported {token}"}
        self.add("claims/new/characteristic/", {"attack_type": ["bombing"], **quoted}, token)

    def cite(self) -> None:
        """Another source of the toll."""
        token = self.token()
        new = {"source": "new", "publisher": "The Example Courier", "publisher_kind": "newspaper"}
        item = {"source_title": f"A report {token}", "source_kind": "article", "published_on": "4 January 2024"}
        self.add(f"claims/{self.claims['casualty']}/cite/", {**new, **item, "quote": f"as reported {token}"}, token)

    def text(self) -> None:
        """The text of the first report, pasted."""
        token = self.token()
        self.add("text/", {"source_text": f"The whole of the report, as it read then: {token}."}, token, of=self.source)

    def file(self) -> None:
        """The page of the first report, as a file."""
        token = self.token()
        words = f"<!doctype html><html lang='en'><body><p>The whole report, as it read then: {token}.</p></body></html>"
        file = SimpleUploadedFile(f"{token}.html", words.encode(), "text/html")
        self.add("upload/", {"file": file}, token, of=self.source)

    def token(self) -> str:
        return uuid.UUID(int=self.chance.getrandbits(128)).hex

    def add(self, path: str, typed: dict[str, Any], token: str, *, of: str = "") -> None:
        """Add something; nobody else's work stands in its way."""
        at = f"/desk/sources/{of}/{path}" if of else self.at(path)
        for _try in range(MOST_TRIES):
            page = self.get(at)
            answer = self.post(at, {**page.fields, **typed})
            if answer.status == FOUND:
                self.added.append(token)
                return
            assert (answer.status, BUSY in answer.words) == (CONFLICT, True), (answer.status, answer.words[:2000])
            self.wait()
        raise AssertionError(at)

    def change(self, name: str, path: str, control: str, made: str) -> None:
        """Change a field, and where somebody was first, look at theirs and save mine over it."""
        page = self.get(self.at(path))
        for _try in range(MOST_TRIES):
            seen = "".join(page.fields.get(control, [""])).strip()
            if page.status == CONFLICT and SAID in page.words:
                seen = (
                    page.html.xpath(f"//button[@value='take:{control}']/ancestor::tr/td[2]")[0].text_content().strip()
                )
            answer = self.post(self.at(path), {**page.fields, control: made})
            if answer.status == FOUND:
                self.accepted.append(Accepted(name, "" if seen == "nothing" else seen, made))
                return
            assert answer.status == CONFLICT, (answer.status, answer.words[:2000])
            assert made in "".join(answer.fields.get(control, [""])), "what was typed is lost"
            self.refused += 1
            page = answer if SAID in answer.words else page
            if BUSY in answer.words:
                self.wait()
        raise AssertionError(path)

    def wait(self) -> None:
        """Do as the page asks whoever comes while others save: save again, a little later."""
        time.sleep(self.chance.random() * LITTLE)

    def at(self, path: str) -> str:
        return f"/desk/incidents/{self.incident.uid}/{path}"

    def get(self, path: str) -> Page:
        return self.asked(Request(self.base + path))  # noqa: S310  our own server

    def post(self, path: str, fields: dict[str, Any]) -> Page:
        """Send a form as a browser does."""
        request = Request(self.base + path, encode_multipart(BOUNDARY, fields))  # noqa: S310  our own server
        request.add_header("Content-Type", MULTIPART_CONTENT)
        return self.asked(request)

    def asked(self, request: Request) -> Page:
        request.add_header("Cookie", self.session)
        request.add_header("Referer", self.base)
        try:
            answer: HTTPResponse | HTTPError = build_opener(Stay).open(request)
        except HTTPError as error:
            answer = error
        with answer:
            text = answer.read()
        return Page(int(answer.status or 0), lxml.html.fromstring(text or b"<html><body></body></html>"))
