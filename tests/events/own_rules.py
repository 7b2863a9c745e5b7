"""The user's rules that docs/rules.md shows, and a folder to put rules into."""

from __future__ import annotations

import re
from pathlib import Path

from dprk_events.events import RuleSet

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"
FILES = {
    name: text
    for text, name in re.findall(
        r"^```toml\n(# my-rules/(\S+)\n.*?)^```$", PAGE.read_text("utf-8"), re.M | re.S
    )
}
"""The files of docs/rules.md, by name."""
RELEASE = FILES["release.toml"]


def load(folder: Path, **files: str) -> RuleSet:
    """Write files, by name without ``.toml``, and load the folder."""
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, "utf-8")
    return RuleSet.load(folder)
