"""The database is read back by sqlite3 and sqlite-utils, and its metadata fits it."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from dprk_events.formats import FormatError, companions, is_own_file
from dprk_events.formats import sqlite as sqlite_format
from dprk_events.formats.databases import SCHEMA, parse_schema
from dprk_events.records import event_cells, flatten_events
from tests.formats.lines import changed, document, error, events, happening, made
from tests.records.samples import TEXT

sqlite_utils: Any = pytest.importorskip("sqlite_utils")

RECORDS = [document(), error(), happening()]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made("sqlite", tmp_path_factory.mktemp("base") / "events.sqlite", RECORDS)


def asked(path: Path, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as base:
        return base.execute(query).fetchall()


def test_every_table_has_its_rows(path: Path) -> None:
    counts = {name: asked(path, f"select count(*) from {name}")[0][0] for name in SCHEMA}  # noqa: S608
    assert counts == {
        "documents": 1, "errors": 1, "events": 3, "participants": 6, "quantities": 1,
        "mentions": 3, "sources": 2, "happenings": 1, "happening_participants": 1,
        "happening_events": 2,
    }  # fmt: skip


def test_what_refers_to_something_finds_it(path: Path) -> None:
    assert asked(path, "pragma foreign_key_check") == []
    assert asked(path, "pragma integrity_check") == [("ok",)]
    found = sqlite_utils.Database(path)["participants"].foreign_keys
    assert [(key.column, key.other_table) for key in found] == [("event", "events")]


def test_events_have_the_values_of_the_other_tables(path: Path) -> None:
    cells = [event_cells(event) for event in flatten_events(document(), TEXT)]
    found = asked(path, "select key, who, type, date, sources, dprk from events order by id")
    keys = ("id", "who", "type", "date", "sources", "dprk")
    assert found == [tuple(each[key] for key in keys) for each in cells]


def test_participants_by_document(path: Path) -> None:
    query = (
        "select documents.title, participants.countries, quantities.of from participants"
        " join events on events.id = participants.event"
        " join documents on documents.id = events.document"
        " join quantities on quantities.event = events.id where participants.role = 'actor'"
    )
    assert asked(path, query) == [("Tir de missiles", "KP", "missiles balistiques")]


@pytest.mark.parametrize("word", ["missiles", "Corée", "coree", "COREE"])
def test_quotes_are_searched_whatever_their_accents(path: Path, word: str) -> None:
    (found,) = list(sqlite_utils.Database(path)["mentions"].search(word))
    assert found["trigger"] == "tiré"
    (told,) = sqlite_utils.Database(path)["happening_events"].search("missiles")
    assert told["happening"] == happening()["id"]


def test_a_happening_leads_to_the_events_that_are_there(path: Path) -> None:
    query = "select happening_events.event, happening_events.key from happening_events order by id"
    (first, second) = asked(path, query)
    assert asked(path, "select key from events where id = 1") == [(first[1],)]
    assert (first[0], second[0]) == (1, None)
    (told,) = asked(path, "select documents, sources, disagreements from happenings")
    assert told[:2] == (2, 2)
    assert json.loads(told[2]) == happening()["disagreements"]


def test_event_lines_make_their_documents(tmp_path: Path) -> None:
    first, *others = events()
    elsewhere = changed(first, doc=first.doc.model_dump() | {"path": "b.txt", "url": None})
    path = made("sqlite", tmp_path / "x.db", [first, *others, elsewhere])
    assert asked(path, "select id, url from documents") == [(1, "https://example.org/a"), (2, None)]
    assert asked(path, "select document from events") == [(1,), (1,), (1,), (2,)]


def test_sentences_that_are_not_known_are_null(tmp_path: Path) -> None:
    path = made("sqlite", tmp_path / "x.db", [document(None)])
    assert asked(path, "select sentence from mentions") == [(None,)] * 3


def test_the_same_bytes_and_known_as_ours(path: Path, tmp_path: Path) -> None:
    again = made("sqlite", tmp_path / "again.sqlite", RECORDS)
    assert again.read_bytes() == path.read_bytes()
    assert is_own_file(path)
    other = tmp_path / "other.sqlite"
    with closing(sqlite3.connect(other)) as base:
        base.execute("create table events (id)")
    assert not is_own_file(other)


def test_rows_are_written_now_and_then(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_format, "_HELD", 2)
    again = made("sqlite", tmp_path / "again.sqlite", RECORDS)
    for name in SCHEMA:
        query = f"select * from {name} order by id"  # noqa: S608
        assert asked(again, query) == asked(path, query)


def test_a_happening_that_is_there_twice_is_named(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match=r"h-2024-01-02-missile_test-KP-1 .* twice"):
        made("sqlite", tmp_path / "x.db", [happening(), happening()])


def test_the_metadata_of_datasette_names_what_is_there(path: Path) -> None:
    (content,) = companions("sqlite", path).values()
    tables = json.loads(content)["databases"]["events"]["tables"]
    base = sqlite_utils.Database(path)
    for name, told in tables.items():
        assert set(told["facets"]) <= set(base[name].columns_dict)
        assert told.get("label_column", "id") in base[name].columns_dict
    assert tables["events"]["facets"] == ["type", "modality", "who_countries", "precision", "dprk"]


def test_the_page_says_what_each_table_holds() -> None:
    text = (Path(__file__).parents[2] / "docs" / "formats.md").read_text("utf-8")
    rows = [f"| `{name}` | {table.doc} |" for name, table in SCHEMA.items()]
    assert [row for row in rows if row not in text] == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('[a]\ndoc = "d"\ncolumns = { name = "text" }', "its first column is not `id`"),
        ('[a]\ndoc = "d"\ncolumns = { id = "whole" }', "no type 'whole'"),
        (
            '[a]\ndoc = "d"\ncolumns = { id = "text" }\nrefers = { id = "b" }',
            "no table 'b' before it",
        ),
        ('[a]\ndoc = "d"\ncolumns = { id = "text" }\nindex = ["b"]', "no column 'b'"),
        ('[a]\ndoc = "d"\ncolumns = { id = "text" }\nkey = "b"', "'key'"),
    ],
)
def test_what_is_wrong_in_the_schema_is_named(text: str, says: str) -> None:
    with pytest.raises(ValueError, match=re.escape(says)):
        parse_schema(text)
