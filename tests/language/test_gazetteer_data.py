from __future__ import annotations

from pathlib import Path

import pytest

from dprk_events.language.gazetteer import Gazetteer, GazetteerError
from dprk_events.language.gazetteer.demonyms import Demonyms
from dprk_events.language.gazetteer.described import Described
from dprk_events.language.gazetteer.guards import Guards
from dprk_events.language.gazetteer.korean import KoreanNames
from dprk_events.language.gazetteer.tables import DATA, kinds, read_table

TABLES = sorted(p for p in DATA.glob("*.csv") if p.stem not in ("demonyms", "prefixes"))


@pytest.mark.parametrize("path", TABLES, ids=lambda p: p.stem)
def test_every_table_is_valid_and_has_rows(path: Path) -> None:
    rows = read_table(path)
    assert len(rows) > 50
    assert len({row.id for row in rows}) == len(rows)
    for row in rows:
        assert row.canonical == row.canonical.strip()
        assert "\u00ad" not in "".join(row.aliases)


def test_every_alias_finds_its_own_entry() -> None:
    gazetteer = Gazetteer.load()
    missed = []
    for path in TABLES:
        for row in read_table(path):
            if "korea" in row.flags:
                continue
            for alias in row.aliases:
                text = "Oui ; en " + alias.replace("#", "9") + " ; non."
                ids = [m.entry.id for m in gazetteer.match(text)]
                if row.id not in ids:
                    missed.append((path.stem, alias, ids))
    assert missed == []


def test_every_kind_in_use_is_known() -> None:
    labels = kinds()
    for entry in Gazetteer.load().entries():
        assert labels[entry.kind] == entry.label


def test_wikidata_ids_are_not_shared() -> None:
    seen: dict[str, str] = {}
    for entry in Gazetteer.load().entries():
        if entry.kb:
            assert seen.setdefault(entry.kb, entry.id) == entry.id


LISTS = 'openers = ["le"]\nprefixes = ["pro"]\n'
HEADER = "canonical,aliases,kind,country,kb,flags\n"


def write(folder: Path, content: str) -> Path:
    path = folder / "extra.csv"
    path.write_text(content, encoding="utf-8")
    return path


def test_extra_table_adds_and_replaces(tmp_path: Path) -> None:
    path = write(tmp_path, HEADER + "Zorkograd,Zorko|Pékin-sur-Mer,town,RU,,\nPékin,,town,RU,,\n")
    gazetteer = Gazetteer.load(path)
    text = "De Zorkograd à Pékin."
    assert [(m.entry.id, m.entry.country) for m in gazetteer.match(text)] == [
        ("town.zorkograd", "RU"),
        ("town.pekin", "RU"),
    ]
    assert [m.entry.country for m in Gazetteer.load().match("De Zorkograd à Pékin.")] == ["CN"]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "no lines"),
        ("nom,genre\nA,town\n", "first line"),
        (HEADER + "Zorkograd,,vilage,RU,,\n", "unknown kind 'vilage'"),
        (HEADER + "Zorkograd,,town,Russie,,\n", "two capital letters"),
        (HEADER + "Zorkograd,,town,RU,423,\n", "Wikidata id"),
        (HEADER + "Zorkograd,,town,RU,,shiny\n", "unknown flag shiny"),
        (HEADER + "Zorkograd,--|Zorko,town,RU,,\n", "has no letter"),
        (HEADER + ",,town,RU,,\n", "'canonical' is empty"),
        (HEADER + "Zorkograd,,town\n", "3 cells"),
    ],
)
def test_errors_name_file_and_mend(tmp_path: Path, content: str, says: str) -> None:
    path = write(tmp_path, content)
    with pytest.raises(GazetteerError) as caught:
        Gazetteer.load(path)
    assert str(path) in str(caught.value)
    assert says in str(caught.value)


def test_missing_and_undecodable_tables(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match=r"nowhere\.csv"):
        Gazetteer.load(tmp_path / "nowhere.csv")
    (tmp_path / "latin.csv").write_bytes("canonical,kind\nCorée,area\n".encode("latin-1"))
    with pytest.raises(GazetteerError, match=r"latin\.csv"):
        Gazetteer.load(tmp_path / "latin.csv")


@pytest.mark.parametrize(
    ("build", "content", "says"),
    [
        (Guards, LISTS + '[[guard]]\nnames = ["A"]\n', "before or after"),
        (Guards, LISTS + '[[guard]]\nnames = ["A"]\nbefore = "("\n', "invalid regular"),
        (Guards, "prefixes = []\n", "openers = [...] is missing"),
        (Guards, "[[guard", "TOML"),
        (KoreanNames, 'syllable = "a"\n', "surnames is missing"),
        (Described, '[[class]]\nid = "x"\nkind = "town"\nheads = ["a"]\n', "WEAPON kinds"),
        (Described, '[[class]]\nid = "x"\nkind = "bomb"\n', "needs heads"),
        (
            Described,
            '[[class]]\nid = "x"\nkind = "bomb"\nheads = ["a"]\nmodifiers = "y"\n',
            "no list 'y'",
        ),
    ],
)
def test_other_data_files_are_checked(
    tmp_path: Path, build: type[Guards], content: str, says: str
) -> None:
    path = tmp_path / "data.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(GazetteerError) as caught:
        build(path)
    assert "data.toml" in str(caught.value)
    assert says in str(caught.value)


def test_demonym_table_is_checked(tmp_path: Path) -> None:
    path = tmp_path / "demonyms.csv"
    path.write_text("countries,m\nKP,x\n", encoding="utf-8")
    with pytest.raises(GazetteerError, match="first line must be countries,m,f,mp,fp"):
        Demonyms.load(path, DATA / "prefixes.csv")
