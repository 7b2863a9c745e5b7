"""spaCy and its French come quickly, and are what they are without that."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from dprk_events.language import shortcuts
from dprk_events.language.startup import imports, quick_load
from dprk_events.language.startup.expressions import short_expressions, shorten
from dprk_events.language.startup.tables import plain_tables

LETTERS = "".join(chr(c) for c in range(0xE0, 0x180))


def joined(parts: list[str]) -> str:
    return "(?iu)" + "|".join(f"(?:{p})" for p in parts)


def test_short_expression_matches_the_same() -> None:
    letters = "".join(chr(c) for c in range(0xE0, 0x180))
    heads = ["ab[-]", "cd?[-]", "e"]
    parts = [f"^{h}[a-z{letters}]+$" for h in heads] + ["^x(?:y|z)$", f"^(?:q)[a-z{letters}]$"]
    full = "(?iu)" + "|".join(f"(?:{p})" for p in parts)
    short = shorten(full)
    assert len(short) < len(full)
    for word in ["ab-é", "AB-x", "c-x", "cd-x", "ex", "e", "xy", "xw", "qa", "ab", "", "ab-"]:
        assert bool(re.match(short, word)) == bool(re.match(full, word)), word


def test_re_compile_is_given_back() -> None:
    before = re.compile
    with pytest.raises(RuntimeError), short_expressions():
        assert re.compile is not before
        raise RuntimeError
    assert re.compile is before


def test_alternatives_that_differ_in_one_place_are_one() -> None:
    some = f"[a-z{LETTERS}]"
    heads = [f"^{head}[-]{some}+$" for head in ("ab", "c(?:d|e)", "f[gh]")]
    middles = [f"^{some}+[-]{middle}{some}*$" for middle in ("la[-]", "des?[-](?:l')?", "")]
    full = joined([*heads, *middles])
    short = shorten(full)
    assert short.count(LETTERS) == 3
    words = "ab-x cd-é ce-x c-x fg-x f-x x-la-y x-la- -la-y x-de-l'y x-des-y x-é x- x"
    for word in words.split():
        assert bool(re.match(short, word)) == bool(re.match(full, word)), word


@pytest.mark.parametrize(
    "odd", ["a|b", "(?:a", "a)", r"a\(", "[(]a|b[)]", "[^a]", "(?:a)|(?:b)", "a(?:|b"]
)
def test_what_would_mean_something_else_in_a_group_is_left(odd: str) -> None:
    some = f"[a-z{LETTERS}]"
    assert shorten(joined([f"^{odd}{some}+$", f"^b{some}+$"])).count(LETTERS) == 2
    assert shorten(joined([f"^{some}{{2}}$", f"^a{some}{{2}}$"])).count(LETTERS) == 2


def test_the_expression_of_french_is_short_and_matches_the_same() -> None:
    with short_expressions():  # it is compiled at once
        from spacy.lang.fr import tokenizer_exceptions

    parts: list[str] = getattr(tokenizer_exceptions, "_regular_exp")  # noqa: B009
    # The classes themselves take seconds to compile: others stand for them, as long as needed.
    parts = [re.sub(r"\[(-?)[^\]]{1000,}\]", rf"[\1a-zà-ÿ{'x' * 100}]", part) for part in parts]
    assert "x" * 100 in parts[-1]
    full = joined(parts)
    assert shorten(full).count("x" * 100) < 10 < full.count("x" * 100)
    short, long = re.compile(shorten(full)), re.compile(full)
    words = [
        "anti-missile",
        "Nord-Coréen",
        "auto-proclamé",
        "mi-janvier",
        "vice-ministre",
        "Kim",
        "Séoul",
        "r'appelle",
        "Châlons-en-Champagne",
        "Villeneuve-lès-Avignon",
        "états-unis",
        "après-midi",
        "porte-avions",
        "entr'ouvre",
        "Boulogne-sur-Mer",
        "ex-président",
        "trois-mille",
        "aujourd'hui",
        "c'est-à-dire",
        "peut-être",
        "-",
        "l'État",
    ]
    found = [word for word in words if short.match(word)]
    assert found == [word for word in words if long.match(word)]
    assert 5 < len(found) < len(words)


def test_a_plain_table_is_what_spacy_asks_of_a_table() -> None:
    from spacy.lookups import Lookups, Table

    saved = Lookups()
    saved.add_table("lemmas", {"mers": ["mer"], "noun": ["x", "y"]})
    with plain_tables():
        plain = Lookups().from_bytes(saved.to_bytes())
    usual = Lookups().from_bytes(saved.to_bytes())
    assert isinstance(usual.get_table("lemmas"), Table)
    assert not isinstance(plain.get_table("lemmas"), Table)
    for lookups in (plain, usual):
        table = lookups.get_table("lemmas")
        table["eaux"] = ["eau"]
        assert table.name == "lemmas"
        assert (table["mers"], table["eaux"]) == (["mer"], ["eau"])
        assert (table.get("mers"), table.get("non"), table.get("non", 1)) == (["mer"], None, 1)
        assert ("mers" in table, "eaux" in table, "non" in table) == (True, True, False)
        with pytest.raises(KeyError):
            table["non"]
    assert dict(plain.get_table("lemmas")) == dict(usual.get_table("lemmas"))
    assert plain.to_bytes() == usual.to_bytes()


def test_a_table_of_strings_is_spacys_own() -> None:
    from spacy import lookups

    usual = lookups.Table
    with plain_tables():
        made = lookups.Lookups().add_table("words", {"mer": 1})
    assert type(made) is lookups.Table is usual
    assert "mer" in made


def test_spacy_comes_without_its_command_line_and_still_has_it() -> None:
    code = (
        "import sys; from dprk_events.language.startup import import_spacy\n"
        "import_spacy()\n"
        "assert 'spacy' in sys.modules\n"
        "assert not {'spacy.cli', 'weasel', 'httpx', 'requests', 'jinja2'} & set(sys.modules)\n"
        "import spacy\n"
        "assert spacy.info(silent=True)['spacy_version'] == spacy.__version__\n"
        "from spacy.cli import download\n"
        "assert callable(download)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_nothing_is_changed_where_shortcuts_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from spacy import lookups

    before = re.compile, lookups.Table
    monkeypatch.delenv(shortcuts.VARIABLE, raising=False)
    with quick_load():
        assert re.compile is not before[0]
        assert lookups.Table is not before[1]
    monkeypatch.setenv(shortcuts.VARIABLE, "0")
    with quick_load():
        assert (re.compile, lookups.Table) == before


def test_spacy_that_needs_its_command_line_is_imported_as_usual(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept = sys.modules["spacy"]
    tried: list[bool] = []

    def needs_more() -> None:
        tried.append(True)
        raise ImportError("cannot import name 'download' from 'spacy.cli'")

    def usual(name: str) -> object:
        assert name == "spacy"
        sys.modules[name] = kept
        return kept

    monkeypatch.setattr(imports, "_import_alone", needs_more)
    monkeypatch.setattr("importlib.import_module", usual)
    for name in ("spacy", *imports._CLI):
        monkeypatch.delitem(sys.modules, name, raising=False)
    imports.import_spacy()
    assert tried
    assert sys.modules["spacy"] is kept
