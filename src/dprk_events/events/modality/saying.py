"""Find scopes of verbs of saying: "a annoncé que …", "…, a annoncé Séoul", "annonce un tir"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from dprk_events.events.modality.between_names import between_names
from dprk_events.events.modality.counting import counts, gives_number, is_talk_of_number
from dprk_events.events.modality.inverted import inverted_speaker
from dprk_events.events.modality.lexicon import load_cues
from dprk_events.events.modality.negated import is_left_open, negation_of
from dprk_events.events.modality.quotes import OPEN, Quotations
from dprk_events.events.modality.scope import Scope
from dprk_events.events.modality.speaker import AVOIR, ETRE, REFLEXIVE, speaker
from dprk_events.events.modality.spoken import behind_speaker, goes_on
from dprk_events.events.modality.that_clauses import is_relative, only_restricts
from dprk_events.events.modality.withheld import claims_of_oneself, end_of_said, withholding
from dprk_events.french import closed_class, forms_of, phrase_of, word_lists
from dprk_events.names import Modality
from dprk_events.syntax import NOUNS, VERBAL, DocView, Phrase, clause_end, is_reduced

WORDS = word_lists(__package__)
THAT, AFTER_SAYING = closed_class("que"), WORDS["after_saying"]
HAVE, HAVE_OR_PRONOUN = WORDS["have"], WORDS["have"] | WORDS["have_inverted"]
NO_THAT_BEYOND, NO_INFINITIVE_BEYOND = WORDS["no_that_beyond"], WORDS["no_infinitive_beyond"]
CONJUNCTION_HEADS = WORDS["conjunction_heads"]
HARD_STOPS = closed_class("hard_stops")
CAUTION = WORDS["last_words_of_cautions"]
CLITICS = WORDS["clitics_of_saying"]
NO_INFINITIVE_BEHIND = WORDS["indefinite_articles"] | WORDS["singular_contracted"]
STATEMENTS, PRONOUNS = WORDS["statements"], WORDS["plain_pronouns"]
THINGS = WORDS["said_of_things"]
HOW = WORDS["told_how"]
COMPARING, WITHOUT = WORDS["comparing"], WORDS["without"]
GERUND = "ant"
COLON, FULL_STOPS, SEMICOLON = ":", frozenset(".!?…"), frozenset(";")
QUOTE_AFTER_COLON = OPEN | {'"'}
NEAR, SAYING_GAP = 9, 22
"""Most words between the verb of saying and its "que": any "que", one tagged as a conjunction."""
INFINITIVE_GAP, COLON_GAP, IDIOM_GAP = 7, 11, 4
ASIDE = 14
"""Greatest length in words of an aside behind a verb of saying."""
AUXILIARIES = 3
"""Most words between a comma and the verb of saying behind it."""
QUOTE_BEFORE, QUOTE_AFTER, QUOTE_BEFORE_INVERTED = 6, 12, 6
"""Greatest distance in words from the verb to a quotation that it introduces."""


class Saying(NamedTuple):
    """A verb of saying, token ``at``, in the sentence from ``first`` to ``last``.

    ``by`` is the verb whose subject says it: "vient" in "vient d'annoncer".
    """

    at: int
    first: int
    last: int
    denies: bool
    past: bool
    modality: Modality | None = None
    by: int = -1
    behind_only: bool = False
    """Whether it says only what stands before it: "…, s'inquiète Séoul"."""

    def scope(self, first: int, last: int, source: Phrase | None, *, granted: bool = True) -> Scope:
        """Return its scope over two tokens and those between them."""
        return Scope(
            first, last, self.at, source, self.denies, self.past, self.modality, granted=granted
        )


Strategy = Callable[[DocView, Saying, Quotations], list[Scope]]


def of_saying(view: DocView, i: int, first: int, last: int, quotes: Quotations) -> list[Scope]:
    """Return the scopes of a possible verb of saying, from the first construction that fits."""
    saying = _saying(view, i, first, last)
    if saying is None:
        return []
    counting = view.words[i] in load_cues().verbs["reporting.counting"]
    counting = counting or is_talk_of_number(view, i) or gives_number(view, i)
    strategies = (beside,) if counting else STRATEGIES
    for strategy in BEHIND_ONLY if saying.behind_only else strategies:
        if found := strategy(view, saying, quotes):
            return [scope._replace(how=strategy.__name__) for scope in found]
    return []


def _saying(view: DocView, i: int, first: int, last: int) -> Saying | None:
    """Read a word as a verb of saying; None for a noun, or an infinitive that does not deny."""
    cues, word, token = load_cues(), view.words[i], view.tokens[i]
    if i > first and view.words[i - 1] in REFLEXIVE and cues.verbs["reporting"].get(word) in THINGS:
        return None  # "L'incursion s'ajoute à une année record : Pyongyang a tiré"
    denies = word in cues.verbs["denial"]
    says = denies or word in cues.verbs["reporting"] or _idiom(view, i, last) > 0
    counted = counts(view, i)
    says = says or counted or claims_of_oneself(view, i)
    if not (says or _says_behind(view, i)):
        return None
    before = view.words[i - 1] if i else ""
    if token.pos_ not in VERBAL and says:
        follower = view.words[i + 1] if i < last else ""
        told = (i > first and before in HAVE | PRONOUNS) or follower in AFTER_SAYING
        idiom = _idiom(view, i, last) > 1 and i > first and view.pos[i - 1] not in {"DET", "ADP"}
        if not (told or counted or idiom or between_names(view, i, first, last)):
            return None
    above = _done_by(view, i, first) if token.is_infinitive else i
    withheld = withholding(view, i, first) if above is None else None
    if above is None and not denies and withheld is None:
        return None
    if i < last and view.words[i + 1] in COMPARING:
        return None  # "qu'ils considèrent comme une violation"
    # "n'a pas confirmé que", "n'a ni confirmé ni démenti": neither said nor denied
    doubts = negation_of(view, i) is not None or is_left_open(view, i) or withheld is not None
    feared = not says and word in cues.verbs["expecting.possible"]
    tense = token.morph.get("Tense", []) in (["Past"], ["Imp"])
    past = before in HAVE_OR_PRONOUN or tense or above not in {i, None}
    modality: Modality | None = "possible" if doubts or feared else None
    by = next(verb for verb in (above, withheld, i) if verb is not None)
    return Saying(i, first, last, denies and not doubts, past, modality, by, not says)


def _done_by(view: DocView, i: int, first: int) -> int | None:
    """Return the verb that tells that an infinitive was done: "vient" in "vient de l'annoncer"."""
    start = i
    while start > first and view.words[start - 1] in CLITICS:
        start -= 1
    before = phrase_of([view.words[j] for j in range(first, start) if view.pos[j] != "ADV"])
    if not before.endswith(tuple(f" {opener}" for opener in load_cues().words["reporting.done"])):
        return None
    verbs = (j for j in range(start - 1, first, -1) if view.pos[j] in VERBAL)
    return next((j for j in verbs if view.entity_at[j] is None), None)


def _says_behind(view: DocView, i: int) -> bool:
    """Return whether a verb may say what stands before it: "…, menace Séoul", "…, s'inquiète"."""
    verbs, word = load_cues().verbs, view.words[i]
    reflexive = i > 0 and view.words[i - 1] in REFLEXIVE | ETRE.keys()
    return word in verbs["reporting.inverted"] or (
        reflexive and word in verbs["reporting.inverted_reflexive"]
    )


def with_that(view: DocView, saying: Saying, _: Quotations) -> list[Scope]:
    """Read "a affirmé dans une lettre que Moscou a tiré", "raconte comment il a fui"."""
    reporting = load_cues().verbs["reporting"]
    of_nouns = load_cues().verbs["reporting.of_nouns_only"]
    at, last = saying.at, saying.last
    begin = at + 1 + _idiom(view, at, last)
    behind_aside = max(_aside(view, begin, last), default=at) + 1  # "…, par la voix de KCNA, que"
    for i in range(begin, min(last, at + SAYING_GAP) + 1):
        word = view.words[i]
        near = i - at <= NEAR or view.pos[i] == "SCONJ" or i == behind_aside
        behind_noun = view.pos[i - 1] in NOUNS or view.words[i - 1] == ","
        if word in THAT and view.words[at] in of_nouns and behind_noun:
            return []
        if word in THAT and (only_restricts(view, at, i) or is_relative(view, at, i)):
            return []
        if word in HOW and view.words[at] in reporting and i == at + 1:
            return [saying.scope(i, last, speaker(view, saying.by, saying.first))]
        if word in THAT and near and view.words[i - 1] not in CONJUNCTION_HEADS:
            end = end_of_said(view, at, i, last)
            return [saying.scope(i, end, speaker(view, saying.by, saying.first))]
        # "a affirmé dans une lettre, contenant des excuses, que": a participle is skipped, one
        # of saying ("ajoutant que") opens a statement of its own.
        aside = word.endswith("ant") and word not in reporting
        verbal = view.pos[i] in VERBAL and not (aside or is_reduced(view, i))
        if verbal or word in NO_THAT_BEYOND:
            break
    return []


def with_infinitive(view: DocView, saying: Saying, _: Quotations) -> list[Scope]:
    """Read "affirme avoir tiré un missile"."""
    at, last = saying.at, saying.last
    aside = at > saying.first and view.words[at - 1] == ","
    if aside and view.words[at] in load_cues().verbs["reporting.of_nouns_only"]:
        return []  # "son rapport, publié jeudi par l'équipe appelée à remplacer"
    begin = at + 1 + _idiom(view, at, last)
    # "a démenti jeudi, par la voix de KCNA, avoir tiré"
    apart = view.apart(begin, last) | _aside(view, begin, last)
    steps = 0
    for i in range(begin, last + 1):
        if view.words[i - 1] in WITHOUT:
            break  # "rapporte l'agence sans donner plus de détails"
        if view.pos[i] in VERBAL and view.tokens[i].is_infinitive:
            if view.words[i - 1] in NO_INFINITIVE_BEHIND or view.pos[i - 1] == "ADJ":
                break  # "répondait à un deuxième lâcher de ballons", "au sortir d'une séance"
            return [saying.scope(i, last, speaker(view, saying.by, saying.first))]
        aside = view.words[i] == "," and not apart.isdisjoint({i - 1, i + 1})
        if i in apart or aside:
            continue  # "a confirmé lundi, pour la première fois, avoir tiré"
        steps += 1
        if (
            steps > INFINITIVE_GAP
            or view.words[i] in NO_INFINITIVE_BEYOND
            or view.is_finite(view.tokens[i])
        ):
            break
    return []


def _aside(view: DocView, begin: int, last: int) -> set[int]:
    """Return the tokens of an aside behind a verb and its date: ", par la voix de KCNA, avoir"."""
    apart = view.apart(begin, last)
    begin = next((i for i in range(begin, last) if i not in apart), begin)
    if begin >= last or view.words[begin] != ",":
        return set()
    closing = next(
        (i for i in range(begin + 1, min(last, begin + ASIDE)) if view.words[i] == ","), 0
    )
    inner = range(begin + 1, closing)
    return set() if any(view.pos[i] in VERBAL for i in inner) else set(range(begin, closing + 1))


def after_statement(view: DocView, saying: Saying, quotes: Quotations) -> list[Scope]:
    """Read "Moscou a tiré, a annoncé Séoul", "« … », a-t-il dit"."""
    at, first = saying.at, saying.first
    if view.words[at].endswith(GERUND):
        return []  # "Washington a sévi, promettant d'autres mesures"
    idiom = _idiom(view, at, saying.last)
    source = inverted_speaker(
        view, at, first, saying.last, idiom, emotive=saying.behind_only, above=saying.by
    )
    if source is None:
        return []
    closed = quotes.closed_between(at - QUOTE_BEFORE_INVERTED, at - 1)
    if any(end == at - 1 and view.pos[opened - 1] == "DET" for opened, end in closed):
        return []  # "la « crise récente » démontrait le bien-fondé de sa politique"
    begun = [quotes.whole[opened][0] for opened, _ in closed]
    if begun and first < begun[0] and view.words[begun[0] - 1] in HARD_STOPS | FULL_STOPS:
        first = begun[0]  # what stands before the quotation is a sentence of its own
    first = min([first, *begun])
    if not begun and view.words[first - 1] in SEMICOLON:
        first = view.sentence(first - 1)[0]  # "Il a tiré ; il a fui, dit Séoul": two sentences
    colons = [i for i in range(first, at) if view.words[i] == COLON and not quotes.around(i)]
    if colons and not begun and not view.has_finite(first, colons[-1] + 1):
        first = colons[-1] + 1  # "Douze morts à Kiev : le missile venait du Nord, affirme Zelensky"
    end = at - 1 if begun else _end_of_told(view, saying, source, first)
    if colons and not begun and end > at:
        first = colons[-1] + 1  # "Le FBI connaît les voleurs : ce sont, dit-il, des Coréens"
    return [saying.scope(first, end, source)]


def _end_of_told(view: DocView, saying: Saying, source: Phrase, first: int) -> int:
    """Return where a statement ends; it goes on behind what stands in its midst.

    So in "Pyongyang, assure Séoul, a tiré un missile" and "Il prépare, dit-on à Séoul, un tir".
    """
    at, behind = saying.at, behind_speaker(view, saying.at, source, saying.last)
    spoken = source.first > at or source.pronoun  # "…, assure Séoul, …", "…, a-t-il dit, …"
    if behind >= saying.last or view.words[behind] != "," or not spoken:
        return at - 1
    comma = next((i for i in range(at - 1, first, -1) if view.words[i] == ","), None)
    if comma is None or at - comma > AUXILIARIES + 1:
        return at - 1
    if goes_on(view, behind):
        return saying.last  # "Ils sont à Koursk, a dit Kiev, et ils y combattent"
    split = view.words[comma - 1] in ETRE or view.words[comma - 1] in AVOIR  # "a été, dit-on, tiré"
    if split or not view.has_finite(first, comma + 1):
        return saying.last
    object_ = next(view.each_phrase(behind + 1, saying.last), None)
    if object_ is None or object_.start != behind + 1 or object_.prep is not None:
        return at - 1
    own = view.tokens[object_.head]
    return saying.last if own.dep_ == "obj" and own.head.i < comma else at - 1


def before_colon(view: DocView, saying: Saying, quotes: Quotations) -> list[Scope]:
    """Read "Séoul a déclaré : « … »", "Séoul l'assure : Pyongyang a tiré"."""
    at, last = saying.at, saying.last
    colons = (i for i in range(at + 1, min(last, at + COLON_GAP + 1)) if view.words[i] == ":")
    colon = next(colons, None)
    if colon is None or colon >= last or saying.modality is not None:
        return []  # "n'a pas démenti : « … »": what follows is not what he left open
    if view.texts[colon + 1] not in QUOTE_AFTER_COLON:
        narrates = view.words[at] in forms_of(*WORDS["narrating"])
        apart = not narrates and _has_object(view, saying, colon)
        if apart or not view.has_finite(colon + 1, last + 1):
            return []
        return [saying.scope(colon, last, speaker(view, saying.by, saying.first))]
    opened = quotes.opened_between(colon + 1, colon + 2)
    end = max([last, *(quotes.whole[mark][1] for mark, _ in opened)])
    return [saying.scope(colon, end, speaker(view, saying.by, saying.first))]


def _has_object(view: DocView, saying: Saying, colon: int) -> bool:
    """Return whether it is something else that is said: "a annoncé un tir : le missile est"."""
    end = saying.at + _idiom(view, saying.at, saying.last)
    apart = view.apart(end + 1, colon - 1)
    behind = view.phrases_between(end + 1, colon - 1)
    verbs = view.has_finite(end + 1, colon)
    said = (each for each in behind if each.prep is None and each.head not in apart)
    return verbs or any(view.words[each.head] not in STATEMENTS for each in said)


def beside(view: DocView, saying: Saying, quotes: Quotations) -> list[Scope]:
    """Read "dénonce « un acte de guerre »", "annonce un tir": a nearby quotation, a bare noun."""
    at, last = saying.at, saying.last
    ranges = list(_quoted_near(saying, quotes))
    cues, idiom = load_cues(), _idiom(view, at, last)
    told = idiom > 0 and view.words[at + idiom] not in CAUTION
    bare = saying.denies or view.words[at] in cues.verbs["reporting.announce"] or told
    counted = counts(view, at)
    bare = bare or counted
    if saying.modality is not None:
        bare = view.words[at] in cues.verbs["doubtful"]
    if not ranges and not bare:
        return []
    bare = bare and not _is_undergone(view, at)
    source = speaker(view, saying.by, saying.first)
    found = [saying.scope(opened, closed, source) for opened, closed in ranges]
    if bare:
        end = last if idiom or counted else _end_of_object(view, at)
        # "fait état de 500 soldats tués" goes on behind the clause's first participle
        found.append(saying.scope(at + 1, end, source, granted=False))
    return found


def _is_undergone(view: DocView, at: int) -> bool:
    """Match "a été annoncée", which has no object; "est accusé de livraisons" says more."""
    verbs = load_cues().verbs["reporting.announce"]
    somebody = " ".join(view.words[at + 1 : at + 3]) in WORDS["idioms_of_somebody"]
    somebody = somebody or verbs.get(view.words[at]) in WORDS["of_somebody"]
    return view.words[at - 1] in ETRE and not somebody


def _end_of_object(view: DocView, at: int) -> int:
    """Return where a clause ends, or another verb of saying begins: "a nié …, puis reconnu que"."""
    if view.words[at] in forms_of(*WORDS["owning_up"]):
        dated = view.apart(at + 1, clause_end(view, at))
        behind = (p for p in view.phrases_between(at + 1, clause_end(view, at)))
        return next((p.last for p in behind if p.prep is None and p.head not in dated), at)
    aside = view.words[at + 1 : at + 4]
    if aside[::2] == [",", ","] and view.pos[at + 2] == "PRON":
        at += 3  # "revendique, elle, un essai"
    end, saying = clause_end(view, at), load_cues().saying
    others = (i for i in range(at + 1, end + 1) if view.words[i] in saying)
    return next((i - 1 for i in others if view.pos[i] in VERBAL), end)


def _quoted_near(saying: Saying, quotes: Quotations) -> Iterator[tuple[int, int]]:
    """Yield the quotations that end just before the verb, or begin just after it."""
    at = saying.at
    for opened, closed in quotes.touching(saying.first, saying.last):
        if 0 < at - closed <= QUOTE_BEFORE or 0 < opened - at <= QUOTE_AFTER:
            yield opened, closed


def _idiom(view: DocView, i: int, last: int) -> int:
    """Return the words up to the end of a multi-word verb ("faire savoir"); 0 for none."""
    following = tuple(view.words[i + 1 : min(last, i + IDIOM_GAP) + 1])
    tails = load_cues().idioms.get(view.words[i], ())
    whole = max((len(tail) for tail in tails if following[: len(tail)] == tail), default=0)
    if whole or i + 1 > last or view.pos[i + 1] != "ADV":
        return whole
    inner = following[1:]  # "fait aussi état"
    return max((len(t) + 1 for t in tails if inner[: len(t)] == t and t[0] != "de"), default=0)


STRATEGIES: tuple[Strategy, ...] = (
    with_that, with_infinitive, after_statement, before_colon, beside,
)  # fmt: skip
"""Constructions of a verb of saying with what is said; the first that fits is taken."""
BEHIND_ONLY: tuple[Strategy, ...] = (after_statement, before_colon)
"""Those of a verb that says only what it stands behind, or before a colon: "Kiev tranche : …"."""
