"""Lines of made-up events and happenings, harmless and hostile ones."""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

SENTENCE = "🚀 La Corée du Nord a tiré deux engins vers la mer du Japon mardi, selon Séoul."
"""Its first character is two code units in JavaScript."""
DAY = "2024-05-14"

HOSTILE = (
    "</script><script>window.planted = 1</script>",
    '"><img src=x onerror="window.planted = 1">',
    "<svg onload='window.planted = 1'><!--<script>",
    "javascript:window.planted=1",
    "' onmouseover='window.planted = 1' x='",
    "<style>body{display:none}</style><base href='https://example.org/'>",
    "\u2028{{ 7 * 7 }}{% raw %}",
)
"""What an article could try to have run or shown as markup."""

Json = dict[str, Any]


def place(text: str, words: str) -> Json:
    start = text.index(words)
    return {"text": words, "start": start, "end": start + len(words)}


def party(text: str, words: str, kind: str, *countries: str, **more: Any) -> Json:
    at = place(text, words)
    spans = [[at["start"], at["end"]]]
    named = {"name": words, "kind": kind, "countries": [*countries], "kb": None}
    return {**more, **named, **at, "entity": None, "spans": spans}


def event(number: int = 1, text: str = SENTENCE, day: str | None = DAY, **changes: Any) -> Json:
    """An event line; ``number`` makes its document."""
    said = place(text, "Séoul")
    mention = {
        "trigger": place(text, "tiré"),
        "modality": "reported",
        "attribution": {**said, "entity": None},
        "sentence": {"text": text, "start": 0, "end": len(text)},
        "rule": "missile_test.tirer",
    }
    ground = "none" if day is None else "stated"
    made = {
        "record": "event",
        "schema": 2,
        "doc": {
            "id": document_id(number),
            "path": f"articles/{number}.txt",
            "title": f"Article {number}",
            "published": {"value": "2024-05-15", "source": "option", "confidence": 1.0},
            "record_id": None,
        },
        "id": "E1",
        "type": "missile_test",
        "dprk": True,
        "modality": "reported",
        "date": None,
        "time": {"value": day, "earliest": day, "latest": day, "ground": ground},
        "place": None,
        "confidence": 0.8,
        "mention_confidence": 0.9,
        "mentions": [mention],
        "roles": [
            party(text, "Corée du Nord", "state", "KP", role="actor"),
            party(text, "mer du Japon", "place", role="destination"),
            {"role": "quantity", **place(text, "deux"), "value": 2, "min": 2, "max": 2, "of": None},
        ],
        "sources": [party(text, "Séoul", "state", "KR", modality="reported")],
        "codes": {"plover": None, "cameo": None},
        "attributes": None,
    }
    return {**made, **changes}


def document_id(number: int) -> str:
    return f"sha256:{sha256(str(number).encode()).hexdigest()}"


def happening(*numbers: int, **changes: Any) -> Json:
    """A happening line of the events that these numbers make."""
    made = event(numbers[0])
    taker = {"role": "actor", "name": "Corée du Nord", "kind": "state", "countries": ["KP"]}
    version = {"min": None, "max": None, "said_by": ["Le Quotidien"], "according_to": ["Séoul"]}
    line = {key: made[key] for key in ("schema", "type", "dprk", "modality", "time", "place")}
    return {
        "record": "happening",
        **line,
        "id": f"h-{DAY}-missile_test-KP-1",
        "roles": [{**taker, "kb": None, "sources": len(numbers)}],
        "known": None,
        "sources": len(numbers),
        "disagreements": [
            {
                "key": "quantity",
                "of": None,
                "values": [
                    {"value": 2, "sources": 2, **version},
                    {"value": 3, "sources": 1, **version},
                ],
            }
        ],
        "events": [
            {"doc": document_id(n), "event": "E1", "source": None, "why": "même jour, même auteur"}
            for n in numbers
        ],
        **changes,
    }


def hostile(number: int, words: str) -> Json:
    """An event in which every text is ``words``."""
    text = f"{words} {SENTENCE} {words}"
    made = event(number, text)
    shift = place(text, words)
    bad = {**party(text, words, "person"), "entity": None}
    made["doc"].update(path=words, title=words)
    made["mentions"][0].update(rule=words, trigger=shift, attribution={**shift, "entity": None})
    made["roles"] += [{"role": "actor", **bad}, {"role": "instrument", **bad}]
    made["roles"] += [
        {"role": "quantity", **shift, "value": None, "min": None, "max": None, "of": words}
    ]
    made["sources"] += [{**bad, "modality": "negated"}]
    made["place"] = {
        "name": words, "kb": None, "country": words, "latitude": 39.0, "longitude": 125.7,
        "precision": "town", "role": "location",
    }  # fmt: skip
    made["codes"] = {"plover": words, "cameo": words}
    return {**made, "type": words}


def hostile_document(number: int, words: str, url: str) -> Json:
    """A document line with the same event, and what only documents have."""
    made = hostile(number, words)
    text = made["mentions"][0]["sentence"]["text"]
    head = {key: made["doc"][key] for key in ("id", "path", "title", "published")}
    doc = {**head, "chars": len(text), "tokens": 20, "language": "fr", "masked": []}
    doc.update(url=url, source=words, text=text)
    mention = dict(made["mentions"][0])
    mention["sentence"] = {key: mention["sentence"][key] for key in ("start", "end")}
    mention["attribution"] = {key: mention["attribution"][key] for key in ("text", "start", "end")}
    unflat = {key: value for key, value in made.items() if key not in {"record", "schema", "doc"}}
    version = {"version": "0", "model": "m", "model_version": "0", "rules": "0"}
    return {
        "record": "document",
        "schema": 2,
        "doc": doc,
        "pipeline": version,
        "entities": [],
        "dates": [],
        "events": [{**unflat, "mentions": [mention]}],
    }


def save(path: Path, lines: Iterable[Json]) -> str:
    """Write lines to a file and return its name."""
    text = (json.dumps(line, separators=(",", ":")) for line in lines)
    path.write_text("".join(f"{line}\n" for line in text), "utf-8")
    return str(path)
