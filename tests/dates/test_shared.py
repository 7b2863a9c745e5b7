"""The figures asked of the stage, on the annotated sentences beside the project."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import pytest

_ROOT = Path(__file__).resolve().parents[2]
_GOLD = _ROOT.parent / "shared" / "gold" / "timex_dev.jsonl"


@pytest.mark.shared
@pytest.mark.skipif(not _GOLD.is_file(), reason="../shared is not there")
def test_annotated_sentences() -> None:
    import json

    tool: dict[str, Any] = runpy.run_path(str(_ROOT / "tools" / "eval_dates.py"))
    sentences = [json.loads(line) for line in _GOLD.read_text(encoding="utf-8").splitlines()]
    got = tool["score"](sentences, tool["ours"], coarse=False)
    precision = got.right / (got.right + got.spurious)
    recall = got.right / (got.right + got.missed)
    assert 2 * precision * recall / (precision + recall) >= 0.97
    assert got.value_right / got.values >= 0.95
    assert got.hit <= 1
    assert got.invented == 0


def test_the_tool_says_so_without_its_file(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["eval_dates.py", "nowhere.jsonl"])
    tool = runpy.run_path(str(_ROOT / "tools" / "eval_dates.py"))
    assert tool["main"]() == 0
    assert "nowhere.jsonl is not there" in capsys.readouterr().out
