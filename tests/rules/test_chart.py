"""The drawing of figures over time: steps, bands and arrows stand where the figures say."""

import re

from incidents.presenting.chart import BOTTOM, RIGHT, Chart, Figure, chart, nice_step


def figure(iso: str, who: str, *, low: int | None, high: int | None, **more: object) -> Figure:
    fields: dict[str, object] = {"best": low if low == high else None, "replaces": None, "replaced": False, **more}
    return Figure(id=f"{iso} {who} {low} {high}", iso=iso, who=who, low=low, high=high, **fields)  # type: ignore[arg-type]


def drawn(*figures: Figure) -> Chart:
    found = chart(figures, [one.iso for one in figures])
    assert found
    return found


FIRST = figure("2024-01-03", "A minister", low=95, high=95, replaced=True)
SECOND = figure("2024-01-04", "Another", low=84, high=84)


def test_every_voice_has_one_line_and_a_letter_of_its_own() -> None:
    found = drawn(FIRST, SECOND, figure("2024-01-06", "A minister", low=91, high=91))
    assert found.letters == {"A minister": "A", "Another": "B"}
    assert len({line.dash for line in found.lines}) == 2


def test_a_step_down_is_said_and_a_step_up_is_not() -> None:
    assert [note.text for note in drawn(FIRST, SECOND).notes] == ["95 → 84"]
    up = figure("2024-01-03", "A minister", low=73, high=73, replaced=True)
    assert drawn(up, SECOND).notes == ()
    assert "95 → 84" in drawn(FIRST, SECOND).words


def test_a_replaced_figure_ends_where_the_next_begins_and_a_standing_one_at_the_edge() -> None:
    first, second = drawn(FIRST, SECOND).lines
    assert re.search(r"H([\d.]+)", first.path)[1] == re.search(r"M([\d.]+)", second.path)[1]  # type: ignore[index]
    assert second.path.endswith(f"H{float(RIGHT)}")


def test_the_one_that_says_it_replaces_another_ends_it() -> None:
    late = figure("2024-01-09", "A third", low=90, high=90, replaces=FIRST.id)
    assert [note.text for note in drawn(FIRST, figure("2024-01-04", "Another", low=99, high=99), late).notes] == [
        "95 → 90"
    ]


def test_a_figure_that_nothing_names_ends_with_the_next_report_of_a_newer_count() -> None:
    first = figure("2024-01-03", "A minister", low=95, high=95, replaced=True, as_of="2024-01-03")
    late = figure("2024-01-04", "An agency", low=103, high=103, as_of="2024-01-03")
    newer = figure("2024-01-04", "Another", low=84, high=84, as_of="2024-01-04")
    assert [note.text for note in drawn(first, late, newer).notes] == ["95 → 84"]


def test_a_figure_that_merely_came_later_is_no_step_down() -> None:
    first = figure("2024-01-04", "An agency", low=141, high=141, replaced=True, as_of="2024-01-03")
    vague = figure("2024-01-25", "A paper", low=40, high=None)
    assert drawn(first, vague).notes == ()


def test_two_bounds_are_a_band_and_one_is_an_arrow() -> None:
    found = drawn(figure("2024-01-03", "A", low=80, high=100), figure("2024-01-04", "B", low=40, high=None))
    assert len(found.bands) == 1
    assert found.bands[0].height > 0
    assert len(found.arrows) == 1
    assert "v-14" in found.arrows[0]
    assert "v14" in drawn(FIRST, figure("2024-01-04", "B", low=None, high=99)).arrows[0]


def test_what_has_no_day_or_no_bound_is_not_drawn_and_one_figure_has_no_course() -> None:
    vague = figure("2024-01", "C", low=9, high=9)
    silent = figure("2024-01-05", "D", low=None, high=None)
    assert chart([FIRST, vague, silent], ["", "", ""]) is None


def test_the_axis_begins_at_nobody_and_holds_every_figure() -> None:
    found = drawn(FIRST, SECOND)
    assert (found.levels[0].text, found.levels[0].y) == ("0", BOTTOM)
    assert int(found.levels[-1].text) > 95


def test_the_marks_of_the_axis_are_round() -> None:
    assert [nice_step(most) for most in (1, 4, 7, 91, 284, 2977)] == [1, 1, 2, 50, 100, 1000]
