"""Folders for brat hold by the rules of its format, and what is annotated is what was found."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dprk_events.formats import FormatError, format_of, is_own_folder
from dprk_events.records import DocumentRecord
from tests.formats.lines import document, error, events, made
from tests.formats.standoff_check import Folder
from tests.records.samples import TEXT


def changed(text: str, start: int, end: int) -> DocumentRecord:
    """The document with another text of the same length, and an entity from start to end."""
    values = document(text).model_dump(by_alias=True)
    values["entities"][0] |= {"start": start, "end": end, "text": text[start:end]}
    return DocumentRecord.model_validate(values)


def test_it_holds_by_the_rules(tmp_path: Path) -> None:
    folder = Folder(made("brat", tmp_path / "out", [document(), error(), document()]))
    assert folder.faults == []
    assert [*folder.lines] == ["00001-tir", "00002-tir"]
    assert (tmp_path / "out" / "00001-tir.txt").read_text("utf-8") == TEXT
    found = folder.lines["00001-tir"]
    assert {sort: len(lines) for sort, lines in found.items()} == {
        "T": 14, "E": 3, "R": 1, "A": 5, "#": 7,
    }  # fmt: skip


def test_what_is_annotated(tmp_path: Path) -> None:
    found = Folder(made("brat", tmp_path / "out", [document()])).lines["00001-tir"]
    spans = {number: rest.split("\t")[1] for number, rest in found["T"].items()}
    kind, *arguments = found["E"]["E1"].split(" ")
    named = {role: spans[of] for role, of in (each.split(":") for each in arguments)}
    assert (kind.partition(":")[0], spans[kind.partition(":")[2]]) == ("missile_test", "tiré")
    assert named == {
        "Actor": "Corée du Nord", "Destination": "mer du Japon", "Quantity": "deux",
        "Instrument": "missiles balistiques", "Source": "armée sud-coréenne",
        "Time": "mardi 2 janvier",
    }  # fmt: skip
    assert found["A"]["A1"] == "Modality E1 reported"
    (counts,) = found["R"].values()
    assert [spans[each.partition(":")[2]] for each in counts.split(" ")[1:]] == [
        "deux",
        "missiles balistiques",
    ]


def test_mentions_of_one_event_are_tied(tmp_path: Path) -> None:
    values = document().model_dump(by_alias=True)
    event = values["events"][0]
    second = {**event["mentions"][0], "trigger": {"text": "selon", "start": 101, "end": 106}}
    second["sentence"] = {"start": 101, "end": 128}
    event["mentions"].append(second)
    folder = Folder(made("brat", tmp_path / "out", [DocumentRecord.model_validate(values)]))
    assert folder.faults == []
    assert "Same_event Arg1:E1 Arg2:E2" in folder.lines["00001-tir"]["R"].values()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\x85", "\t"])
def test_a_span_over_a_line_end_has_parts(end: str, tmp_path: Path) -> None:
    start = TEXT.index("Corée du Nord")
    text = TEXT.replace("Corée du Nord", ("Corée" + end + "du Nord")[:13].ljust(13), 1)
    folder = Folder(made("brat", tmp_path / "out", [changed(text, start, start + 13)]))
    assert [fault for fault in folder.faults if "LOC 1" in fault] == []
    assert folder.lines["00001-tir"]["T"]["T1"].startswith(f"LOC {start} {start + 5};")


def test_offsets_count_characters_even_of_what_utf8_does_not_have(tmp_path: Path) -> None:
    text = "\udcff🚀" + TEXT[2:]
    folder = Folder(made("brat", tmp_path / "out", [document(text)]))
    assert folder.faults == []
    assert (tmp_path / "out" / "00001-tir.txt").read_text("utf-8").startswith("\ufffd🚀")


def test_names_of_own_types_become_types_of_brat(tmp_path: Path) -> None:
    values = document().model_dump(by_alias=True)
    values["events"][0]["type"] = "fête nationale"
    folder = Folder(made("brat", tmp_path / "out", [DocumentRecord.model_validate(values)]))
    assert folder.faults == []
    assert folder.lines["00001-tir"]["E"]["E1"].startswith("f_te_nationale:")


@pytest.mark.parametrize(
    ("record", "says"),
    [
        (document(None), "articles/tir.txt: brat needs the text. Extract again with --with-text"),
        (events()[0], "brat needs documents"),
    ],
)
def test_what_it_cannot_be_made_from(record: Any, says: str, tmp_path: Path) -> None:
    with pytest.raises(FormatError, match=says):
        made("brat", tmp_path / "out", [record])


def test_own_folders_are_known(tmp_path: Path) -> None:
    assert format_of("out.ann") == format_of("out.brat") == "brat"
    assert is_own_folder("brat", tmp_path)
    folder = made("brat", tmp_path / "out", [document()])
    assert is_own_folder("brat", folder)
    (folder / "notes.md").touch()
    assert not is_own_folder("brat", folder)
    assert not is_own_folder("brat", folder.parent)


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("T99\tLOC 0 4\tautre", "T99"),
        ("T99\tPLANET 0 7\tAccueil", "T99"),
        ("E99\tvisit:T1", "E99"),
        ("R99\tCounts Arg1:T1 Arg2:T99", "R99"),
        ("A99\tModality E1 perhaps", "A99"),
        ("#99\tAnnotatorNotes E99\tx", "#99"),
    ],
)
def test_what_breaks_the_rules_is_found(line: str, wrong: str, tmp_path: Path) -> None:
    folder = made("brat", tmp_path / "out", [document()])
    with (folder / "00001-tir.ann").open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
    (fault, *_) = Folder(folder).faults
    assert wrong in fault
