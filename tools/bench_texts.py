"""The texts that tools/bench.py measures on: articles, and mixed news with few of them in it."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared" / "corpus"
EVERY = 20
"""One document in so many of the mixed corpus is an article about North Korea."""

_WHO = ("La maire de Rennes", "Le tribunal de Lille", "Une habitante du quartier",
        "Le ministre de l'Agriculture", "La direction de l'usine", "Un syndicat d'enseignants",
        "Le club de Saint-Étienne", "Une équipe de chercheurs")  # fmt: skip
_WHAT = ("a annoncé {when} la fermeture de {thing}", "a promis de rénover {thing} {when}",
         "s'est opposée {when} à la vente de {thing}", "a inauguré {thing} {when}",
         "demande depuis {when} que {thing} soit mieux surveillé",
         "a confirmé {when}, selon la presse locale, que {thing} ne rouvrirait pas")  # fmt: skip
_THING = ("la piscine municipale", "l'ancien cinéma", "la ligne de tramway", "un marché couvert",
          "la bibliothèque", "l'hôpital de Vannes", "un stade de 12 000 places")  # fmt: skip
_WHEN = ("mardi dernier", "le 14 mars 2018", "en septembre", "lundi matin", "l'an dernier")
_WHY = (
    "après plusieurs mois de débats.",
    "malgré l'avis de la région.",
    "pour un coût de {n} euros.",
    "devant quelque {n} personnes.",
    "« pour les {n} familles concernées », a-t-elle dit.",
)


def samples() -> list[str]:
    """Give the paths of the articles of samples/."""
    return sorted(str(path) for path in (ROOT / "samples").glob("*.txt"))


def own_articles() -> list[str]:
    """Give all different articles of the repository, in a mixed but fixed order."""
    gold = sorted(str(path) for path in (ROOT / "tests" / "gold" / "texts").glob("*.txt"))
    return [*samples(), *gold]


def articles() -> list[str]:
    """Give all different articles: those of the repository and, where it is there, the corpus.

    None comes twice: spaCy and the stages remember words, lemmas and dates that they have seen.
    """
    paths = [*own_articles(), *sorted(map(str, (SHARED / "articles").glob("*.txt")))]
    return list({Path(path).read_bytes(): path for path in reversed(paths)}.values())[::-1]


def write(folder: Path, texts: Iterable[str]) -> list[str]:
    """Write texts as files into a folder; give their paths."""
    paths = []
    for number, text in enumerate(texts):
        path = folder / f"{number:04d}.txt"
        path.write_text(text, encoding="utf-8")
        paths.append(str(path))
    return paths


def mixed(folder: Path, number: int) -> tuple[list[str], str]:
    """Write a mixed corpus as text files; give their paths, and in words where it comes from.

    One document in EVERY is an article; they are evenly spread over :func:`articles`, and the
    others over other_news.jsonl or, where that is not there, made up from sentences of this file.
    """
    news = SHARED / "other_news.jsonl"
    others = list(_from_jsonl(news) if news.is_file() else made(number))
    origin = f"`{news.name}`" if news.is_file() else "made-up news (the corpus is not here)"
    about = articles()

    def texts() -> Iterator[str]:
        for n in range(number):
            if n % EVERY == EVERY // 2:
                yield Path(about[n * len(about) // number]).read_text(encoding="utf-8")
            else:
                yield others[n * len(others) // number]

    return write(folder, texts()), origin


def _from_jsonl(path: Path) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8").splitlines():
        news = json.loads(line)
        yield f"{news['title']}\n\n{news['text']}\n"


def made(number: int, seed: int = 2) -> Iterator[str]:
    """Make news of some 350 words that name no country, each with paragraphs of its own."""
    draw = random.Random(seed)  # noqa: S311 - not for secrets

    def sentence() -> str:
        thing, when = draw.choice(_THING), draw.choice(_WHEN)
        what = draw.choice(_WHAT).format(thing=thing, when=when)
        why = draw.choice(_WHY).format(n=draw.randrange(20, 90_000))
        return f"{draw.choice(_WHO)} {what} {why}"

    for _ in range(number):
        paragraphs = [" ".join(sentence() for _ in range(4)) for _ in range(5)]
        yield "\n\n".join(paragraphs) + "\n"


def parts(paths: Sequence[str], number: int, size: int, seed: int = 1) -> Iterator[str]:
    """Make texts of ``size`` characters from paragraphs of the articles.

    Three are drawn a line, so that no line comes twice: it would be taken for boilerplate.
    """
    draw = random.Random(seed)  # noqa: S311
    texts = [Path(path).read_text(encoding="utf-8") for path in paths]
    paragraphs = [line for text in texts for line in text.split("\n") if len(line) > 80]
    for _ in range(number):
        lines: list[str] = []
        while sum(map(len, lines)) < size:
            lines += [" ".join(draw.sample(paragraphs, 3)), ""]
        yield "\n".join(lines) + "\n"
