"""Modality and attribution of one mention, from the cues whose scope it stands in.

Where several apply, the first holds in the order negated, planned, possible, reported, asserted.
"""

from __future__ import annotations

from dataclasses import dataclass

from dprk_events.events.mentions import RawMention
from dprk_events.events.modality.governors import Governor, is_negated
from dprk_events.events.modality.lexicon import Cues, load_cues
from dprk_events.events.modality.reporting import quotations, scopes
from dprk_events.events.modality.scope import Scope
from dprk_events.events.syntax import VERBAL, DocView, Phrase, subject
from dprk_events.french import closed_class
from dprk_events.names import MODALITY_PRECEDENCE, Modality

GRANTED_AFTER = closed_class("prepositions_of_granted_deeds")
POINTING = closed_class("demonstratives") | closed_class("possessives")
DEFINITE = closed_class("definite_articles")
NONE = frozenset({"aucun", "aucune", "nul", "nulle"})
HEARSAY = closed_class("hearsay_auxiliaries")
OUTLOOK = closed_class("set_for_the_future")
LIKELIHOOD = closed_class("weighed")


@dataclass(frozen=True, slots=True)
class Judgement:
    """The modality, the word that decided it, and the source on whose word it stands."""

    modality: Modality
    cue: str | None = None
    source: Phrase | None = None


class ModalityReader:
    """Judges the mentions of one document."""

    def __init__(self, view: DocView) -> None:
        self.view = view
        self.cues: Cues = load_cues()
        self.quotations = quotations(view)
        self.scopes = scopes(view, self.quotations)
        self.holder: Phrase | None = None

    def judge(self, mention: RawMention, above: list[Governor]) -> Judgement:
        """The modality of a mention under the words ``above`` it, with its cue and source."""
        token = mention.candidate.first
        flags: dict[Modality, str] = {}
        self.holder = None
        covering = [s for s in self.scopes.over(token) if self._covers(s, mention)]
        saying = covering[-1] if covering else None
        for scope in covering:
            flags.setdefault(
                "negated" if scope.denies else scope.modality or "reported",
                self.view.words[scope.cue],
            )
        self._negation(mention, flags)
        self._tense(mention, saying, flags)
        self._governing(above, flags, mention, token)
        self._adjectives(mention, flags)
        self._sentence(token, flags)
        modality: Modality = next((m for m in MODALITY_PRECEDENCE if m in flags), "asserted")
        source = None
        if modality != "asserted" and covering:
            wanted = [s for s in covering if s.denies] if modality == "negated" else covering
            best = min(wanted or covering, key=lambda s: (self._weak(s.source), abs(s.cue - token)))
            source = best.source
        elif modality in {"negated", "possible"} and self.holder is not None:
            source = self.holder
        if modality == "reported" and source is None and not covering:
            source = self._told_before(token)
        if modality != "asserted" and self._weak(source) == 2:
            around = [s for s in self.scopes.over(token) if s.cue != token]
            if around:
                source = min(
                    around, key=lambda s: (self._weak(s.source), abs(s.cue - token))
                ).source
        return Judgement(modality, flags.get(modality), source)

    def _told_before(self, token: int) -> Phrase | None:
        """Hearsay without a source ("Un contingent serait sur place") goes on with the last."""
        view = self.view
        here = view.sentence_at[token]
        if not here:
            return None
        _, end = view.sentences[here - 1]
        if "\n" in view.text[view.tokens[end].idx : view.tokens[view.sentences[here][0]].idx]:
            return None
        told = [s for s in self.scopes.told_in(here - 1) if s.modality is None]
        return told[-1].source if told else None

    def _weak(self, source: Phrase | None) -> int:
        """A speaker that names nobody is taken only where no other scope covers the mention."""
        if source is None or (
            source.pronoun and self.view.words[source.head] in {"nous", "on", "je"}
        ):
            return 2
        return int(source.entity is None and "document" in self.view.kinds(source))

    def _covers(self, scope: Scope, mention: RawMention) -> bool:
        """Whether a scope over the mention's trigger holds for it."""
        token = mention.candidate.first
        return scope.cue != token and not (
            mention.positions.light is None
            and mention.group is None
            and self._taken_for_granted(scope, token)
        )

    def _taken_for_granted(self, scope: Scope, token: int) -> bool:
        """A definite deed inside the scope, which the speaker speaks about rather than tells."""
        phrase = self.view.phrase(token)
        if phrase is None or not scope.granted or scope.denies:
            return False
        if scope.modality is None and self.quotations.around(token):
            return False  # the speaker's own words
        if phrase.prep in GRANTED_AFTER and self._definite(token):
            return True
        return bool(POINTING & self._determiners(phrase))

    def _definite(self, token: int) -> bool:
        """Whether a noun stands with a definite, demonstrative or possessive article."""
        view = self.view
        phrase = view.phrase(token)
        if phrase is None or view.pos[token] not in {"NOUN", "PROPN"}:
            return False
        return bool(DEFINITE & self._determiners(phrase))

    def _determiners(self, phrase: Phrase) -> set[str]:
        """Words before the noun and its adjectives: preposition and article."""
        begin, _ = self.view.sentence(phrase.first)
        return set(self.view.words[max(begin, phrase.start - 1) : phrase.first])

    def _verbs(self, mention: RawMention) -> list[int]:
        if mention.group is not None:
            return [mention.group.verb]
        return [mention.positions.light.verb] if mention.positions.light is not None else []

    def _negation(self, mention: RawMention, flags: dict[Modality, str]) -> None:
        view, token = self.view, mention.candidate.first
        for verb in self._verbs(mention):
            if (cue := is_negated(view, verb)) is not None:
                flags["negated"] = view.words[cue]
        begin, _ = view.sentence(token)
        phrase = view.phrase(token)
        start = (
            (phrase.first if phrase is not None else token)
            if mention.group is None
            else mention.group.first
        )
        before = view.words[max(begin, start - 2) : start]
        for word in before:
            if word in self.cues.words["negated.before"] and not self._pseudo(start):
                flags["negated"] = word
        if mention.group is not None:
            for position in ("object", "subject"):
                for phrase in mention.positions.phrases.get(position, [])[:1]:
                    if self._determiners(phrase) & NONE:
                        flags["negated"] = "aucun"

    def _pseudo(self, at: int) -> bool:
        begin, end = self.view.sentence(at)
        around = " ".join(self.view.words[max(begin, at - 3) : min(end, at + 3) + 1])
        return any(p in around for p in self.cues.words["pseudo.phrases"])

    def _tense(self, mention: RawMention, saying: Scope | None, flags: dict[Modality, str]) -> None:
        group = mention.group or mention.positions.light
        if group is None:
            return
        view = self.view
        cue = view.words[group.verb]
        if group.tense == "future" and not (group.compound and not group.passive):
            flags.setdefault("planned", cue)
        elif group.tense == "conditional":
            begin, end = view.sentence(group.verb)
            sentence = view.words[begin : end + 1]
            simple = not group.compound or (
                group.passive and "été" not in view.words[group.first : group.verb]
            )
            if self.cues.words["possible.conditions"] & set(sentence):
                flags.setdefault("possible", cue)
            elif (
                simple
                and saying is not None
                and saying.past
                and saying.cue < group.verb
                and view.words[saying.first] in {"que", "qu'"}
            ):
                flags.setdefault("planned", cue)
            else:
                flags.setdefault("reported", cue)

    def _announced(self, verb: int, flags: dict[Modality, str]) -> None:
        """As in "a été annulé", "se prépare": the deed is what is cancelled or planned."""
        view, word = self.view, self.view.words[verb]
        begin, _ = view.sentence(verb)
        before = set(view.words[max(begin, verb - 4) : verb])
        undergone = bool(
            before & {"été", "est", "sont", "sera", "seront", "se", "s'", "était", "étaient"}
        )
        if undergone and word in self.cues.verbs["negated"]:
            flags.setdefault("negated", word)
        elif (undergone and word in self.cues.verbs["planned"]) or before & {"sera", "seront"}:
            flags.setdefault("planned", word)

    def _as_subject(self, verb: int, flags: dict[Modality, str]) -> None:
        """What is said of the deed: "n'est pas prévue", "paraît peu probable"."""
        view = self.view
        _, end = view.sentence(verb)
        near = view.words[max(0, verb - 4) : min(end, verb + 4) + 1]
        negative = {"pas", "plus", "jamais"} & set(near)
        if set(near) & OUTLOOK:
            flags.setdefault(
                "negated" if negative or "aucune" in near else "planned",
                " ".join(sorted(set(near) & OUTLOOK)),
            )
        elif set(near) & LIKELIHOOD:
            flags.setdefault("possible", min(set(near) & LIKELIHOOD))
        elif view.tokens[verb].morph.get("Mood", []) == ["Cnd"] and not negative:
            flags.setdefault(
                "reported" if view.words[verb] in HEARSAY else "possible", view.words[verb]
            )

    def _governing(
        self, above: list[Governor], flags: dict[Modality, str], mention: RawMention, token: int
    ) -> None:
        view, cues = self.view, self.cues
        definite = self._definite(token)
        for governor in above:
            word = view.words[governor.token]
            denied = (
                is_negated(view, governor.token) is not None if governor.how != "noun" else False
            )
            if governor.how == "noun":
                for modality in MODALITY_PRECEDENCE[:3]:
                    if word in cues.nouns[modality]:
                        flags.setdefault(modality, word)
                if word in cues.nouns["reporting"]:
                    flags.setdefault(
                        "negated" if self._refuted(governor.token) else "reported", word
                    )
                if is_negated_noun(view, governor.token):
                    flags.setdefault("negated", word)
                continue
            modal_planned = word in cues.verbs["planned.modals"]
            modal_possible = word in cues.verbs["possible.modals"]
            if governor.how == "verb" or (governor.how == "object" and not modal_planned):
                if (word in cues.verbs["negated"] and not denied) or word in cues.verbs["denial"]:
                    flags.setdefault("negated", word)
                elif modal_planned or (word in cues.verbs["planned"] and self._plans(governor)):
                    past = view.words[governor.token] in {"dut", "durent", "dû"}
                    if not past:
                        flags.setdefault("planned", word)
                elif modal_possible or word in cues.verbs["possible"]:
                    flags.setdefault("possible", word)
                    if word in cues.verbs["demand"]:
                        self.holder = subject(view, governor.token, governor.token)
            if word in cues.words["planned.going"] and governor.how == "verb":
                flags.setdefault("planned", word)
            # "n'a pas eu l'occasion de rencontrer": through the noun to the verb above it.
            verbal = self.view.pos[token] in VERBAL
            if denied and (governor.how == "verb" or (governor.how == "object" and verbal)):
                flags["negated"] = word
            if (
                governor.how == "object"
                and word in cues.verbs["reporting.announce"]
                and mention.event_type.announced_ahead
            ):
                flags.setdefault("planned", word)
            if governor.how == "subject":
                self._announced(governor.token, flags)
            if governor.how == "subject" and not (
                definite and view.tokens[governor.token].morph.get("Mood", []) == ["Cnd"]
            ):
                self._as_subject(governor.token, flags)

    def _plans(self, governor: Governor) -> bool:
        """Words like "envoyer" plan only an infinitive; "préparer" a noun too."""
        lemma = self.cues.verbs["planned"][self.view.words[governor.token]]
        return governor.how == "verb" or lemma in self.cues.words["planned.of_nouns"]

    def _refuted(self, noun: int) -> bool:
        begin, end = self.view.sentence(noun)
        if not self.cues.words["denial.words"] & set(self.view.words[begin : end + 1]):
            return False
        for i in range(noun - 1, begin - 1, -1):
            if self.view.pos[i] == "VERB":
                self.holder = subject(self.view, i, i)
                break
        return True

    def _adjectives(self, mention: RawMention, flags: dict[Modality, str]) -> None:
        if mention.group is not None:
            return
        view = self.view
        phrase = view.phrase(mention.candidate.first)
        words = view.words[phrase.first : phrase.last + 2] if phrase is not None else []
        for modality in MODALITY_PRECEDENCE[:4]:
            for word in words:
                if word in self.cues.words[f"{modality}.adjectives"]:
                    flags.setdefault(modality, word)

    def _sentence(self, token: int, flags: dict[Modality, str]) -> None:
        """Cues that cover the whole sentence: question mark, "peut-être", a leading "si"."""
        view = self.view
        begin, end = view.sentence(token)
        words = view.words[begin : end + 1]
        if view.words[end] == "?" and not self._definite(token):
            flags.setdefault("possible", "?")
        for word in words[max(0, token - begin - 6) : token - begin + 4]:
            if word in self.cues.words["possible.adverbs"]:
                flags.setdefault("possible", word)
            if word in self.cues.words["reported.adverbs"]:
                flags.setdefault("reported", word)
        clause = words[max(0, token - begin - 8) : token - begin]
        if (
            {"si", "s'"} & set(clause)
            and any(
                clause[i] in {"si", "s'"}
                and i + 1 < len(clause)
                and (clause[i] == "si" or clause[i + 1] in {"il", "ils"})
                and (i == 0 or clause[i - 1] not in {"même", "comme", "un", "une"})
                for i in range(len(clause))
            )
            and "," not in clause[-3:]
        ):
            flags.setdefault("possible", "si")
        if view.pos[token] in {"NOUN", "PROPN"}:
            near = " ".join(words[max(0, token - begin - 2) : token - begin + 9])
            for phrase in sorted(self.cues.words["planned.phrases"]):
                if phrase in near:
                    flags.setdefault("planned", phrase)


def is_negated_noun(view: DocView, noun: int) -> bool:
    """Whether a governing noun stands under "aucun" or "sans"."""
    phrase = view.phrase(noun)
    if phrase is None:
        return False
    before = view.words[max(0, phrase.first - 2) : phrase.head]
    return bool({"aucun", "aucune", "sans"} & set(before))
