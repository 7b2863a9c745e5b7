"""A user's own happenings, and the mistakes in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from dprk_events.known import KnownError, load_known

GOOD = """type = "meeting"
[[happening]]
id = "summit-oslo-2031"
date = "2031-05-02"
actor = ["KP", "NO"]
countries = ["KP", "NO"]
names = ["sommet d'Oslo"]
source = "invented"
"""


def test_own_happenings_are_found(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text(GOOD, "utf-8")
    for extra in (file, tmp_path):
        (meant,) = load_known(extra).named("meeting", "sommet à Oslo")
        assert meant.known.id == "summit-oslo-2031"


def test_how_it_was_checked_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    page = "https://example.org/oslo"
    for line, checked in (
        ("", None),
        (f'checked = "{page}"', page),
        ('checked = "agreed"', "agreed"),
    ):
        file.write_text(f"{GOOD}{line}\n", "utf-8")
        known = load_known(file).get("summit-oslo-2031")
        assert known is not None
        assert known.checked == checked


def test_the_same_id_replaces(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text(GOOD.replace("summit-oslo-2031", "summit-hanoi-2019"), "utf-8")
    register = load_known(file)
    assert len(register) == len(load_known())
    assert not register.named("meeting", "sommet de Hanoï")


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ('date = "2031-05-02"', 'date = "mai 2031"', "“summit-oslo-2031”: “mai 2031” is no date"),
        ("names", "name", "unknown key “name”. Did you mean “names”"),
        ('source = "invented"', "", "“source” is missing. Give where the fact is on record"),
        ('type = "meeting"', 'type = "meting"', "unknown type “meting”. Did you mean “meeting”"),
        ('countries = ["KP", "NO"]', 'countries = ["KP"]', "“NO” takes part"),
        ("sommet d'Oslo", "de la", "the name “de la” says nothing"),
        ("summit-oslo-2031", "Oslo 2031", "id: 'Oslo 2031' cannot be used"),
        (
            "source",
            'checked = "yes"\nsource',
            "checked: 'yes' cannot be used. Give the page on which it",
        ),
        ("[[happening]]", "[[happening]", "not TOML"),
        ("names =", 'unnamed = { published = "2031-05/.." }\nnames =', "“2031-05/..” is no span"),
        (
            "names =",
            'unnamed = { published = "2031", count = [9, 3] }\nnames =',
            "count: give the least and the greatest number",
        ),
        (
            "names =",
            "unnamed = { count = [3, 9] }\nnames =",
            "“published” is missing. Give the days",
        ),
        ("sommet d'Oslo", "sommet de Hanoï", None),
    ],
)
def test_mistakes_are_told(tmp_path: Path, before: str, after: str, message: str | None) -> None:
    file = tmp_path / "own.toml"
    file.write_text(GOOD.replace(before, after), "utf-8")
    if message is None:
        load_known(file)  # told apart by year
        return
    with pytest.raises(KnownError) as error:
        load_known(file)
    assert message in str(error.value)
    assert str(file) in str(error.value)


def test_two_of_one_name_and_day_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    twice = GOOD.replace("2031-05-02", "2019-02-27").replace("sommet d'Oslo", "sommet de Hanoï")
    file.write_text(twice, "utf-8")
    with pytest.raises(KnownError, match="Give one of them another name"):
        load_known(file)
