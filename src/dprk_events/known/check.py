"""Check that the names of the register tell its happenings apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import combinations

from dprk_events.known.days import fit
from dprk_events.known.errors import KnownError
from dprk_events.known.happening import Known
from dprk_events.known.register import stems

Names = Mapping[tuple[str, frozenset[str]], list[tuple[str, Known]]]
"""By type and what is compared of a name: the happenings that have it, and where they stand."""


def check_names(happenings: Collection[tuple[str, Known]]) -> None:
    """Check the names of all happenings, given with the place where each stands.

    Happenings of a type may share a name ("sommet intercoréen") if they have no day in common, and
    if each has another name that no other of that type and year has.

    Raises:
        KnownError: A name says nothing, or two happenings cannot be told apart.

    """
    shared: defaultdict[tuple[str, frozenset[str]], list[tuple[str, Known]]] = defaultdict(list)
    for where, known in happenings:
        for kind in known.types:
            for wording in sorted({stems(name, kind) for name in known.names}, key=sorted):
                shared[kind, wording].append((where, known))
            if nothing := [name for name in known.names if not stems(name, kind)]:
                raise KnownError(f"{where}: the name “{nothing[0]}” says nothing. Write it out.")
    _check_days(shared)
    for where, known in happenings:
        _check_own(where, known, shared)


def _check_days(shared: Names) -> None:
    for (_, wording), holders in shared.items():
        for (_, one), (where, other) in combinations(holders, 2):
            if fit(one.days, other.days) == "same":
                raise KnownError(
                    f"{where}: “{one.id}” has the name of {_words(wording)} too, and its date. "
                    "Give one of them another name, or remove it if they are the same."
                )


def _check_own(where: str, known: Known, shared: Names) -> None:
    for name in known.names:
        holders = shared[known.type, stems(name, known.type)]
        if not any(_same_year(known, other) for _, other in holders if other is not known):
            return
    raise KnownError(
        f"{where}: other happenings of its year have each of its names. Give it a name of its own, "
        "as “deuxième sommet de …” or with the month."
    )


def _same_year(one: Known, other: Known) -> bool:
    return one.earliest.year <= other.latest.year and other.earliest.year <= one.latest.year


def _words(wording: Iterable[str]) -> str:
    return "“" + " ".join(sorted(stem.lstrip("=") for stem in wording)) + "”"
