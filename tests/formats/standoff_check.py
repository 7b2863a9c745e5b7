"""A checker of brat folders, by the documentation of the stand-off format.

https://brat.nlplab.org/standoff.html and https://brat.nlplab.org/configuration.html
"""

from __future__ import annotations

import re
from pathlib import Path

SECTIONS = ("entities", "relations", "events", "attributes")
ROLE = re.compile(r"(\w+?)(\d*):([TE]\d+)")


class Folder:
    """A folder of annotated texts, with what its configuration allows.

    Attributes:
        faults: What is wrong in it.
        lines: Document → sort of line (``T``, ``E``, …) → id → rest of the line.

    """

    def __init__(self, path: Path) -> None:
        self.faults: list[str] = []
        self.lines: dict[str, dict[str, dict[str, str]]] = {}
        self._allowed = _configuration((path / "annotation.conf").read_text("utf-8"))
        names = {file.stem for file in path.iterdir() if file.suffix in {".txt", ".ann"}}
        for name in sorted(names):
            text = (path / f"{name}.txt").read_bytes().decode("utf-8")
            self._read(name, text, (path / f"{name}.ann").read_text("utf-8"))

    def _read(self, name: str, text: str, annotations: str) -> None:
        found: dict[str, dict[str, str]] = {sort: {} for sort in "TERA#"}
        for line in annotations.split("\n")[:-1]:
            number, _, rest = line.partition("\t")
            if not re.fullmatch(r"[TERA#][1-9]\d*", number) or number in found[number[0]]:
                self.faults.append(f"{name}: id {number}")
            found[number[:1]][number] = rest
        self.lines[name] = found
        for number, rest in found["T"].items():
            self._text_bound(name, text, number, rest)
        for number, rest in found["E"].items():
            self._event(name, number, rest)
        for number, rest in found["R"].items():
            kind, *ends = rest.split(" ")
            self._check(kind in self._allowed["relations"], name, number, rest)
            self._check([e.partition(":")[0] for e in ends] == ["Arg1", "Arg2"], name, number, rest)
            self._check(
                all(self._known(found, e.partition(":")[2]) for e in ends), name, number, rest
            )
        for number, rest in found["A"].items():
            kind, of, *value = rest.split(" ")
            values = self._allowed["attributes"].get(kind, "").partition("Value:")[2].split("|")
            self._check(of in found["E"] and (value or [""])[0] in values, name, number, rest)
        for number, rest in found["#"].items():
            self._check(
                self._known(found, rest.partition("\t")[0].split(" ")[1]), name, number, rest
            )

    def _text_bound(self, name: str, text: str, number: str, rest: str) -> None:
        head, words = rest.split("\t")
        kind, _, where = head.partition(" ")
        spans = [tuple(map(int, part.split(" "))) for part in where.split(";")]
        parts = [text[start:end] for start, end in spans]
        self._check(kind in self._allowed["entities"] | self._allowed["events"], name, number, rest)
        self._check(all(start < end for start, end in spans), name, number, rest)
        self._check(spans == sorted(spans) and "\n" not in "".join(parts), name, number, rest)
        self._check(" ".join(parts) == words, name, number, rest)

    def _event(self, name: str, number: str, rest: str) -> None:
        head, *arguments = rest.split(" ")
        kind, _, trigger = head.partition(":")
        found = self.lines[name]
        allowed = self._allowed["events"].get(kind, "")
        self._check(found["T"].get(trigger, "").startswith(f"{kind} "), name, number, rest)
        for argument in arguments:
            match = ROLE.fullmatch(argument)
            role = match[1] if match else ""
            self._check(bool(re.search(rf"\b{role}[*?]?:", allowed)), name, number, argument)
            self._check(
                bool(match) and self._known(found, argument.partition(":")[2]),
                name,
                number,
                argument,
            )
        given = [argument.partition(":")[0] for argument in arguments]
        self._check(len(set(given)) == len(given), name, number, rest)

    @staticmethod
    def _known(found: dict[str, dict[str, str]], number: str) -> bool:
        return number in found.get(number[:1], {})

    def _check(self, right: bool, name: str, number: str, what: str) -> None:
        if not right:
            self.faults.append(f"{name}, {number}: {what}")


def _configuration(text: str) -> dict[str, dict[str, str]]:
    """Section → type → its arguments."""
    found: dict[str, dict[str, str]] = {}
    section = ""
    for line in text.splitlines():
        if heading := re.fullmatch(r"\[(\w+)\]", line):
            section = heading[1]
            found[section] = {}
        elif line and not line.startswith("#"):
            name, _, arguments = line.partition("\t")
            found[section][name] = arguments
    assert tuple(found) == SECTIONS
    return found
