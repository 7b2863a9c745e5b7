"""``explain``: the reason for every event, and for every trigger word that gave none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dprk_events.cli import app
from dprk_events.cli import explain as command
from dprk_events.events import RuleSet
from dprk_events.language import Gazetteer, Parser
from dprk_events.pipeline import Pipeline

SHOT = (
    "La Corée du Nord a tiré jeudi deux missiles balistiques vers la mer du Japon, "
    "a annoncé l'armée sud-coréenne."
)
LESSON = "Le ministre a tiré les leçons de la crise."
BOTH = "Pyongyang a testé un missile après la visite de Vladimir Poutine à Pyongyang."
QUIET = "Le ciel de Séoul était gris."
TEXT = f"{SHOT}\n\n{LESSON}\n\n{QUIET}\n\n{BOTH}\n"

run = CliRunner()


def explain(article: Path, *options: str) -> Result:
    return run.invoke(app, ["explain", str(article), *options])


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def _loaded(
    parser: Parser, gazetteer: Gazetteer, rules: RuleSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stages that the session has loaded already."""
    pipeline = Pipeline(parser.model, gazetteer, rules)
    monkeypatch.setattr(command, "load", lambda *_: pipeline)


loaded = [pytest.mark.model, pytest.mark.usefixtures("_loaded")]


class TestWithModel:
    pytestmark = loaded

    def test_an_event_is_explained_in_full(self, article: Path) -> None:
        result = explain(article, "--published", "2024-01-05", "--at", "0")
        assert result.exit_code == 0
        out = result.stdout
        assert f"0–{len(SHOT)}  {SHOT}" in out
        at = TEXT.index("tiré")
        assert f"  E1 missile_test: “tiré” {at}–{at + 4}\n" in out
        assert re.search(r"instrument +“missiles balistiques” \d+–\d+ .*; position: object\n", out)
        assert re.search(r"actor +“Corée du Nord” \d+–\d+ \(LOC.*KP\); position: subject\n", out)
        assert re.search(r"destination +“mer du Japon” .*; position: vers\n", out)
        assert re.search(r"quantity +“deux” .*value 2.*; position: of instrument\n", out)
        assert re.search(r"modality +reported, cue “annoncé” \(\w+\)\n", out)
        assert re.search(r"attribution +“armée sud-coréenne”", out)
        assert re.search(r"date +“jeudi” \d+–\d+ → 2024-01-04\n", out)
        assert "reason: weekday nearest to the reference 2024-01-05, past tense" in out
        assert "rejected: 2024-01-11" in out
        assert re.search(r"event +mention 1 of \d, .*date 2024-01-04, involves North Korea", out)

    def test_the_cells_to_check_are_named_the_least_sure_first(self, article: Path) -> None:
        lines = re.findall(r"^    least sure +(.+)$", explain(article).stdout, re.M)
        assert len(lines) == 3
        for line in lines:
            shares = [float(cell.rpartition(" ")[2]) for cell in line.split(", ")]
            assert shares == sorted(shares)

    def test_a_place_says_what_knows_it(self, tmp_path: Path) -> None:
        article = tmp_path / "visite.txt"
        visit = "Kim Jong-un s'est rendu à Mourmansk, en Russie."
        article.write_text(f"{visit} Pyongyang a tiré un missile depuis Unsan.", "utf-8")
        out = explain(article).stdout
        town = "place        is Mourmansk (town, RU) by country in the sentence: latitude 68.9678, "
        assert f"{town}longitude 33.0992\n" in out
        assert "place        is Unsan (town, KP) by gazetteer: no point\n" in out

    def test_the_rule_stands_where_it_says(self, article: Path) -> None:
        out = explain(article, "--at", "0").stdout
        found = re.search(r"rule +missile_test\.(\w+) \((.+):(\d+)\)\n", out)
        assert found
        line = Path(found[2]).read_text(encoding="utf-8").splitlines()[int(found[3]) - 1]
        assert line == f'id = "{found[1]}"'

    def test_a_rejected_word_has_the_condition_that_failed(self, article: Path) -> None:
        at = TEXT.index(LESSON)
        result = explain(article, "--at", str(at))
        assert result.exit_code == 0
        word = TEXT.index("tiré", at)
        assert f"  no event: “tiré” {word}–{word + 4}\n" in result.stdout
        assert "missile_test.tirer: followed by “les leçons”" in result.stdout
        assert "E1" not in result.stdout
        assert "Séoul" not in result.stdout

    def test_the_whole_article_in_text_order(self, article: Path) -> None:
        result = explain(article)
        assert result.exit_code == 0
        starts = [int(m[1]) for m in re.finditer(r"^(\d+)–\d+  ", result.stdout, re.M)]
        assert starts == [TEXT.index(s) for s in (SHOT, LESSON, BOTH)]
        last = result.stdout[result.stdout.index(BOTH) :]
        heads = re.findall(r"^  E\d+ (\w+): “(\w+)”", last, re.M)
        assert heads == [("missile_test", "testé"), ("visit", "visite")]

    def test_offsets_of_a_sentence(self, article: Path) -> None:
        first, last = TEXT.index(QUIET), TEXT.index(QUIET) + len(QUIET) - 1
        for at in (first, last):
            out = explain(article, "--at", str(at)).stdout
            assert f"{first}–{last + 1}  {QUIET}\n  no trigger word of any rule\n" in out
        assert "white space" in explain(article, "--at", str(last + 1)).stdout

    def test_an_unknown_date_is_not_made_up(self, article: Path) -> None:
        out = explain(article, "--at", "0").stdout
        assert "published: unknown" in out
        assert "reason: a weekday with no reference date; anchor: none" in out
        assert not re.search(r"\d{4}-\d\d-\d\d", out)

    def test_dates_that_belong_to_something_else_are_named(self, tmp_path: Path) -> None:
        page = tmp_path / "page.txt"
        text = (
            "La Corée du Nord pourrait tirer un missile avant les élections du 10 avril 2024.\n\n"
            "La Corée du Nord a tiré un missile lundi 18 mars 2024.\n\n"
            "Ce tir inquiète Séoul.\n"
        )
        page.write_text(text, encoding="utf-8")
        first, _, last = re.split(r"\n\n(?=\d+–)", explain(page).stdout.partition("\n\n")[2])
        at = text.index("10 avril")
        assert re.search(r"date +none\n", first)
        assert (
            f"not its date: “10 avril 2024” {at}–{at + 13}, it dates what came later or earlier\n"
            in first
        )
        assert "date         none of its own; the event has “lundi 18 mars 2024”" in last

    def test_boilerplate_is_named(self, tmp_path: Path) -> None:
        page = tmp_path / "page.txt"
        page.write_text(f"Partager sur Facebook\n\n{SHOT}\n", encoding="utf-8")
        result = explain(page, "--at", "3")
        assert result.exit_code == 0
        assert re.search(
            r"Offset 3 lies in boilerplate \(\w+, 0–\d+\), not analysed", result.stdout
        )

    def test_an_article_without_north_korea(self, tmp_path: Path) -> None:
        page = tmp_path / "page.txt"
        page.write_text("La Russie a tiré deux missiles sur Kiev.\n", encoding="utf-8")
        result = explain(page)
        assert result.exit_code == 0
        assert "`extract` reports no events for this article" in result.stdout
        page.write_text("Le ciel était gris.\n", encoding="utf-8")
        assert "This article contains no trigger word of any rule." in explain(page).stdout

    def test_a_form_of_a_trigger_verb_that_is_a_noun_here(self, tmp_path: Path) -> None:
        page = tmp_path / "page.txt"
        page.write_text("Les partis de la Corée du Sud se taisent.\n", encoding="utf-8")
        out = explain(page).stdout
        assert "  no event: “partis” 4–10\n" in out
        assert "visit.arriver: not read as a verb here (tagged NOUN)" in out

    def test_control_characters_are_escaped(self, tmp_path: Path) -> None:
        page = tmp_path / "a\x1b[31m.txt"
        page.write_text(SHOT.replace("deux", "\u202edeux \x1b[31m"), encoding="utf-8")
        result = explain(page)
        assert result.exit_code == 0
        assert "\x1b" not in result.stdout
        assert "\u202e" not in result.stdout
        assert "\\x1b[31m" in result.stdout
        assert "\\u202e" in result.stdout

    def test_standard_input(self) -> None:
        result = run.invoke(app, ["explain", "-"], input=SHOT)
        assert result.exit_code == 0
        assert "E1 missile_test" in result.stdout

    def test_published_from_a_table(self, article: Path, tmp_path: Path) -> None:
        table = tmp_path / "m.csv"
        table.write_text("path,published\na.txt,2024-01-05\n", encoding="utf-8")
        out = explain(article, "--metadata", str(table)).stdout
        assert "published: 2024-01-05 (from: metadata" in out
        assert "→ 2024-01-04" in out

    def test_the_numbers_are_those_of_the_records(
        self, article: Path, parser: Parser, gazetteer: Gazetteer, rules: RuleSet
    ) -> None:
        from dprk_events.reading import ReadingOptions, read_paths
        from dprk_events.records import DocumentRecord

        (record,) = Pipeline(parser.model, gazetteer, rules).records(
            read_paths([str(article)], ReadingOptions())
        )
        assert isinstance(record, DocumentRecord)
        told = {
            (event.id, event.type, mention.trigger.start)
            for event in record.events
            for mention in event.mentions
        }
        heads = re.findall(r"^  (E\d+) (\w+): “[^”]+” (\d+)", explain(article).stdout, re.M)
        assert {(name, kind, int(at)) for name, kind, at in heads} == told
        assert len(told) >= 3


@pytest.mark.model
@pytest.mark.usefixtures("_loaded")
def test_attributes_name_their_words_and_pattern(article: Path) -> None:
    told = re.findall(r"^    attributes +(.*)", explain(article).stdout, re.M)
    assert told[0] == (
        "class ballistic “missiles balistiques” (instrument), number 2 “deux” (quantity), "
        "landing mer du Japon “mer du Japon” (destination)"
    )


@pytest.mark.parametrize(
    ("options", "status", "says"),
    [
        (["{a}", "--at", "99999"], 2, f"the article has {len(TEXT)} code points"),
        (["{a}", "--at", "-1"], 2, "--at"),
        (["{a}", "--published", "hier"], 2, "--published"),
        (["{a}", "--metadata", "gone.csv"], 2, "--metadata"),
        (["{a}", "--model", "fr_no_such_model"], 2, "--model"),
        (["{a}", "--rules", "gone"], 2, "--rules"),
        (["{folder}"], 2, "is a folder"),
        (["{folder}/gone.txt"], 1, "no such file"),
        ([], 2, "FILE"),
    ],
)
def test_what_goes_wrong(options: list[str], status: int, says: str, article: Path) -> None:
    given = [each.format(a=article, folder=article.parent) for each in options]
    result = run.invoke(app, ["explain", *given])
    assert result.exit_code == status
    assert says in result.stderr
    assert result.stdout == ""
    assert "Traceback" not in result.output
