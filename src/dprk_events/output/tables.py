"""Draw the summary with rich: figures, timeline, most frequent names, what is missing."""

from __future__ import annotations

from collections.abc import Iterator

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from dprk_events.names import MODALITIES
from dprk_events.output.digest import NAMED
from dprk_events.output.summary import Shown, Summary
from dprk_events.output.timeline import COLOURS, Timeline

NAMES_SHOWN = 8


def print_summary(console: Console, summary: Summary, hints: list[str]) -> None:
    """Draw a summary.

    Args:
        console: The console to draw on, within its width.
        summary: The summary to draw.
        hints: What the reader can do next, one sentence each.

    """
    for part in _parts(summary):
        console.print(part)
        console.print()
    for hint in hints:
        console.print(Text(hint))


def _parts(summary: Summary) -> Iterator[Table | Timeline | Text]:
    shown = summary.timeline()
    yield _headline(summary, shown)
    if summary.failed:
        yield _failures(summary)
        if (cut := summary.failures - len(summary.failed)) > 0:
            yield Text(f"… and {cut:,} more that could not be read; their error records say why.")
    if summary.events:
        yield _types(summary)
        yield Timeline(shown.rows, summary.by)
        if (cut := shown.total - len(shown.rows)) > 0:
            yield Text(f"… and {cut:,} more {'happenings' if shown.linked else 'events'}.")
    if any(summary.names.values()):
        yield _names(summary)
    if summary.remarks:
        yield _remarks(summary)
    missing = list(_missing(summary))
    if missing:
        yield Text("\n".join(missing))


def _headline(summary: Summary, shown: Shown) -> Text:
    text = Text()
    text.append(_count(summary.documents, "document"), style="bold")
    text.append(" in this file" if summary.flat else " read")
    if summary.failed:
        text.append(", ")
        text.append(f"{summary.failures:,} failed", style="bold red")
    text.append("; ")
    text.append(_count(summary.events, "event"), style="bold")
    text.append(f" in {_count(summary.mentions, 'mention')}")
    text.append(".")
    if shown.linked:
        text.append(
            f"\nShown: {_count(shown.total, 'happening')}, {shown.shared:,} of them told by "
        )
        text.append("several documents (--events shows events).")
    if summary.too_many_to_link:
        text.append("\nToo many to say here which are the same happening: `dprk-events link` does.")
    if summary.unwanted:
        kept = f"{summary.events / (summary.events + summary.unwanted):.0%}"
        asked = _count(summary.unwanted, "event")
        text.append(f"\nLeft out: {asked} not asked for; {kept} are shown.")
    if summary.gated:
        gated = _count(summary.gated, "document")
        text.append(f"\nNot analysed: {gated} that never name North Korea (--only-dprk).")
    if summary.elsewhere:
        others = _count(summary.elsewhere, "event")
        text.append(f"\nNot shown: {others} not involving North Korea (`dprk-events show --all`).")
    for made in sorted(summary.pipelines):
        text.append("\n" + made, style="dim")
    return text


def _remarks(summary: Summary) -> Text:
    """Count the documents by kind of remark; the records hold the remarks themselves."""
    counts = ", ".join(f"{kind} {count:,}" for kind, count in sorted(summary.remarks.items()))
    return Text(f"Remarks on how documents were read (see doc.remarks of each): {counts}.")


def _failures(summary: Summary) -> Table:
    table = _table("Could not be read")
    table.add_column("File", overflow="fold", ratio=2)
    table.add_column("Why", overflow="fold", ratio=3)
    for path, message in summary.failed:
        table.add_row(Text(path, style="red"), Text(message))
    return table


def _types(summary: Summary) -> Table:
    table = _table("Events by type and modality")
    table.add_column("Type")
    for modality in MODALITIES:
        table.add_column(Text(modality, style=COLOURS[modality]), justify="right")
    table.add_column("total", justify="right", style="bold")
    totals = {kind: 0 for kind, _ in summary.types}
    for (kind, _), number in summary.types.items():
        totals[kind] += number
    for kind in sorted(totals, key=lambda kind: (-totals[kind], kind)):
        numbers = [summary.types[kind, modality] for modality in MODALITIES]
        table.add_row(Text(kind), *(str(n) if n else "·" for n in numbers), str(totals[kind]))
    return table


def _names(summary: Summary) -> Table:
    columns = {heading: summary.most_named(label, NAMES_SHOWN) for label, heading in NAMED.items()}
    table = _table("Most frequent names" + (" (minimum counts)" if summary.rough_names else ""))
    for heading in columns:
        table.add_column("", justify="right", style="bold", width=4)
        table.add_column(heading, overflow="fold", ratio=1)
    for line in range(max(len(names) for names in columns.values())):
        cells: list[Text] = []
        for names in columns.values():
            name, number = names[line] if line < len(names) else ("", 0)
            cells += [Text(str(number) if number else ""), Text(name)]
        table.add_row(*cells)
    return table


def _missing(summary: Summary) -> Iterator[str]:
    if summary.undated:
        yield f"Undated: {summary.undated} of {_count(summary.events, 'event')}."
    if unknown := summary.published["none"]:
        yield (
            f"{_count(unknown, 'document')} without a publication date, so that words such as "
            f"“mercredi” stay unresolved: {_some(summary, 'none')}. "
            "Give one with --published or --metadata."
        )
    if guessed := summary.published["text"]:
        yield (
            f"{_count(guessed, 'document')} with a publication date inferred from the text: "
            f"{_some(summary, 'text')}."
        )


def _some(summary: Summary, ground: str) -> str:
    names = summary.examples[ground]
    more = summary.published[ground] - len(names)
    return ", ".join(names) + (f" and {more:,} more" if more > 0 else "")


def _table(title: str) -> Table:
    return Table(
        title=Text(title, style="bold underline"),
        title_justify="left",
        box=box.SIMPLE_HEAD,
        header_style="dim",
        pad_edge=False,
        show_edge=False,
        padding=(0, 1, 0, 0),
        expand=True,
    )


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
