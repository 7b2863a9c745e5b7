"""Restore missing accents, by the neighbouring words if they decide, otherwise by frequency."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from dprk_events.french import WordLists, word_lists
from dprk_events.language.letters.word_forms import WordForms, strip_accents

_WORD = re.compile(r"[^\W\d_]+")
_TIED = re.compile(r"[\s'’-]*")
_SURELY = 4  # the form with the accent must be this many times more frequent
_MAYBE = 1.5  # the same if the form without it is not a word
_PARTICIPLE = 60  # this many times rarer than another accented form, it is not meant
_REACH = 4  # maximum number of words between auxiliary and participle
_ADVERB = "ment"


@dataclass
class Words:
    """The words of a stretch of text; ``now`` holds them in lower case as restored so far."""

    text: str
    spans: list[tuple[int, int]]
    raw: list[str]
    now: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, text: str) -> Words:
        """Split a stretch of text into words."""
        spans = [match.span() for match in _WORD.finditer(text)]
        raw = [text[start:end].lower() for start, end in spans]
        return cls(text, spans, raw, list(raw))

    def tied(self, i: int) -> bool:
        """Return whether only spaces, apostrophes and hyphens separate word ``i`` from the last."""
        if not 0 < i < len(self.spans):
            return False
        return bool(_TIED.fullmatch(self.text, self.spans[i - 1][1], self.spans[i][0]))

    def before(self, i: int) -> str:
        """Return the word before word ``i`` without accents; "" if other characters intervene."""
        return strip_accents(self.now[i - 1]) if self.tied(i) else ""

    def after(self, i: int) -> str:
        """Return the word after word ``i`` without accents; "" if other characters intervene."""
        return strip_accents(self.raw[i + 1]) if self.tied(i + 1) else ""

    def capital(self, i: int) -> bool:
        """Return whether word ``i`` begins with a capital."""
        return 0 <= i < len(self.spans) and self.text[self.spans[i][0]].isupper()


class Accents:
    """Restores accents by means of the words that a pipeline knows."""

    def __init__(self, forms: WordForms) -> None:
        self._forms = forms
        self._rules: tuple[Callable[[Words, int], str | None], ...] = (
            self._to, self._where, self._due, self._since, self._coast, self._participle,
            self._noun, self._frequent,
        )  # fmt: skip

    def restore(self, text: str, known: Sequence[tuple[int, int]] = ()) -> str:
        """Return ``text`` with its accents; every letter keeps its position.

        Args:
            text: The stretch of text.
            known: Sorted spans of names in it, which are left unchanged.

        """
        words = Words.of(text)
        letters = list(text)
        for i, (start, end) in enumerate(words.spans):
            raw = words.raw[i]
            if not raw.isascii() or any(a < end and start < b for a, b in known):
                continue
            form = next((said for rule in self._rules if (said := rule(words, i)) is not None), raw)
            if form != raw and len(form) == end - start:
                words.now[i] = form
                letters[start:end] = [
                    new.upper() if old.isupper() else new
                    for old, new in zip(text[start:end], form, strict=True)
                ]
        return "".join(letters)

    def _to(self, words: Words, i: int) -> str | None:
        """Decide whether "a" is "à" or the verb."""
        if words.raw[i] != "a":
            return None
        before, after = words.before(i), words.after(i)
        if words.capital(i) or before in _lists()["subjects"] or after == "t":
            return "a"
        if before in _lists()["before_to"] or (after == "cote" and not before):
            return "à"
        if after in _lists()["after_has"] or self._is_participle(after):
            cause_of = after == "cause" and words.tied(i + 2) and words.raw[i + 2] in ("de", "d")
            return "à" if cause_of else "a"
        if not after:
            figure = re.match(r"\s*\d", words.text[words.spans[i][1] :])
            return "à" if figure else "a"
        to = after in _lists()["after_to"] or words.capital(i + 1)
        done = self._is_participle(before) and self._after_auxiliary(words, i - 1)
        return "à" if to or done or self._forms.is_infinitive(self._best(after)) else "a"

    def _is_participle(self, letters: str) -> bool:
        """Return whether a word without accents may be a participle."""
        if letters in _lists()["no_participles"]:
            return False
        if letters.endswith(("ee", "ees")):
            return True
        if {letters, letters.removesuffix("s"), letters.removesuffix("s").removesuffix("e")} & (
            _lists()["participles"]
        ):
            return True
        found, forms = self._forms.participles(letters), self._forms.accented(letters)
        return bool(found) and self._rank(found) < _PARTICIPLE * self._rank(forms)

    def _rank(self, forms: Sequence[str]) -> int:
        return max(1, self._forms.rank(forms[0]))

    def _where(self, words: Words, i: int) -> str | None:
        if words.raw[i] != "ou":
            return None
        place = words.before(i) in _lists()["before_where"]
        return "où" if place or words.after(i) in _lists()["subject_after_where"] else "ou"

    def _due(self, words: Words, i: int) -> str | None:
        """Read "a du quitter" as "a dû quitter"."""
        if words.raw[i] != "du":
            return None
        owes = words.before(i) in _lists()["auxiliaries"]
        return "dû" if owes and self._forms.is_infinitive(self._best(words.after(i))) else "du"

    def _since(self, words: Words, i: int) -> str | None:
        """Leave function words unchanged, except in "des lors", "des que", "cette annee-la"."""
        if words.raw[i] == "des":
            return "dès" if words.after(i) in ("lors", "que", "qu", "le", "la") else "des"
        if words.raw[i] == "la" and words.tied(i) and words.text[words.spans[i][0] - 1] in "-‐":
            return "là"
        return words.raw[i] if words.raw[i] in ("la", "sur", "notre", "votre", "mais") else None

    def _coast(self, words: Words, i: int) -> str | None:
        raw = words.raw[i]
        if raw not in ("cote", "cotes"):
            return None
        if words.before(i) in ("aux", "ses"):
            return "côtés" if raw == "cotes" else "côté"
        if raw == "cotes" or words.before(i) in _lists()["feminine"]:
            return raw.replace("o", "ô")
        return "côté"

    def _participle(self, words: Words, i: int) -> str | None:
        """Read "a tire" as "a tiré", "lance par" as "lancé par", "tires" as "tirés"."""
        raw = words.raw[i]
        found = self._forms.participles(raw)
        if not found:
            return None
        if self._after_auxiliary(words, i) and self._is_participle(raw):
            return found[0]
        if self._before_by(words, i) or self._dated(words, i) or self._of_thing(words, i):
            return found[0]
        plural = raw.endswith("es") and self._forms.accented(raw)[0] == found[0]
        return found[0] if plural and self._forms.rank(raw) > 2 * self._rank(found) else None

    def _dated(self, words: Words, i: int) -> bool:
        """Return whether a publication line begins here: "publie le"."""
        return words.raw[i] in _lists()["dated"] and words.after(i) == "le"

    def _of_thing(self, words: Words, i: int) -> bool:
        """Return whether the noun before is a thing acted upon: "un missile tire depuis"."""
        return words.raw[i] in _lists()["deeds"] and words.before(i) in _lists()["things"]

    def _noun(self, words: Words, i: int) -> str | None:
        """Prefer a noun after an article, where no finite verb stands: "un communiqué"."""
        found = self._forms.accented(words.raw[i])
        if not found or words.before(i) not in _lists()["articles"]:
            return None
        masculine = words.before(i) in _lists()["masculine"] and found[0].endswith(("é", "és"))
        gain = self._forms.rank(words.raw[i]) / self._rank(found)
        least = _SURELY if self._forms.known(words.raw[i]) else _MAYBE
        return found[0] if gain >= (1 if masculine else least) else None

    def _after_auxiliary(self, words: Words, i: int) -> bool:
        for at in range(i - 1, max(-1, i - _REACH - 2), -1):
            if not words.tied(at + 1):
                return False
            word = strip_accents(words.now[at])
            if word in _lists()["auxiliaries"]:
                with_article = at == i - 2 and words.before(i) in (
                    "la",
                    "les",
                    "le",
                    "leur",
                    "son",
                    "de",
                )
                return words.now[at] != "à" and words.before(at) != "l" and not with_article
            if not (word in _lists()["between"] or word.endswith(_ADVERB)):
                return False
        return False

    def _before_by(self, words: Words, i: int) -> bool:
        if words.after(i) != "par" or words.raw[i] in _lists()["before_by"]:
            return False
        before = words.before(i)
        return bool(before) and not words.capital(i - 1) and before not in _lists()["hanging_on"]

    def _frequent(self, words: Words, i: int) -> str | None:
        """Choose a much more frequent form, and a participle only if there is no other form."""
        best = self._best(words.raw[i])
        return best if best != words.raw[i] else None

    def _best(self, letters: str) -> str:
        found = self._forms.accented(letters)
        if not found:
            return letters
        done, first = self._forms.participles(letters), self._rank(found)
        others = (form for form in found if form not in done)
        finite = next((form for form in others if self._forms.rank(form) < 4 * first), found[0])
        gain = self._forms.rank(letters) / self._rank([finite])
        least = _SURELY if self._forms.known(letters) else _MAYBE
        return finite if gain >= least else letters


def _lists() -> WordLists:
    return word_lists(__package__, "letters.toml")
