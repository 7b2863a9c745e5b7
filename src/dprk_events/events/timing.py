"""Which date belongs to a mention: by syntax and nearness, not the date of the verb of saying."""

from __future__ import annotations

from bisect import bisect_left

from dprk_events.events.mentions import RawMention
from dprk_events.events.modality.governors import Governor
from dprk_events.events.modality.lexicon import is_cue
from dprk_events.events.modality.scope import Scope
from dprk_events.events.roles.light import takes_place_forms
from dprk_events.events.syntax import VERBAL, DocView, is_reduced
from dprk_events.french import closed_class

FAR = 30
CLAUSE_OPENERS = closed_class("clause_openers")
TIMES_OF_DAY = closed_class("times_of_day")
NEAR_CHAIN, FAR_CHAIN = 9, 15
"""How much nearer another deed may be: across a verb, and within one chain of noun phrases."""
STATED = frozenset({"date", "span"})


def date_of(
    view: DocView,
    mention: RawMention,
    triggers: dict[int, bool],
    sayings: list[Scope],
    governing: list[Governor],
) -> int | None:
    """Index of the date that belongs to the mention, None where the sentence gives it none."""
    token = mention.candidate.first
    begin, _ = view.sentence(token)
    own = {token, *(g.verb for g in (mention.group, mention.positions.light) if g is not None)}
    above = [
        g.token for g in governing if g.how in {"verb", "object"} and is_cue(view.words[g.token])
    ]
    # What costs more than FAR is not taken, and the words between are the least that it costs.
    dates = view.dates_in(view.sentence_at[token])
    near = dates[bisect_left(dates, (min(own) - FAR,)) : bisect_left(dates, (max(own) + FAR + 1,))]
    if not near:
        return None
    # What a strike or clash brings about has its date: the dead do not compete with it.
    rivals = {
        at
        for at, consequence in triggers.items()
        if at not in own and consequence == mention.event_type.consequence
    }
    best: tuple[float, int] | None = None
    for i, number in near:
        if view.dates[number].kind not in STATED:
            continue
        cost = min((_cost(view, at, i, rivals) for at in own if abs(at - i) <= FAR), default=None)
        if cost is None or cost > FAR:
            continue
        if i < token and _after_the_fact(view, mention):
            continue
        if _in_other_clause(view, i, token, own) or _of_other_verb(view, i, mention, own):
            continue
        if _first_since(view, i, begin) or _dates_showing(view, i, token):
            continue
        if (
            _dates_the_saying(view, i, token, sayings)
            or _dates_another_noun(view, i, own)
            or _dates_governor(i, token, above)
        ):
            continue
        nearest = min(
            (_cost(view, at, i, rivals) for at in rivals if abs(at - i) <= FAR), default=None
        )
        margin = FAR_CHAIN if _one_chain(view, token, i) else NEAR_CHAIN
        if nearest is not None and nearest + margin < cost:
            continue
        if best is None or cost < best[0]:
            best = (cost, number)
    return _finer_beside(view, best[1]) if best is not None else None


def _finer_beside(view: DocView, number: int) -> int:
    """As in "un mois plus tôt, le 24 mars": of two dates side by side the finer one."""
    if number + 1 >= len(view.dates):
        return number
    one, other = view.dates[number], view.dates[number + 1]
    gap = view.text[one.end : other.start].strip(" ,")
    if gap in {"", "le"} and other.value is not None and len(other.value) > len(one.value or ""):
        return number + 1
    return number


def _dates_another_noun(view: DocView, date: int, own: set[int]) -> bool:
    """As in "avant les élections du 10 avril": the date of another noun, or a limit."""
    before = view.words[date - 1] if date else ""
    if before in {"le", "la", "l'"} and date > 1:
        date, before = date - 1, view.words[date - 2]
    if before == "avant":
        return True
    if before in {"du", "de", "d'", "des"} and date > 1:
        phrase = view.phrase(date - 2)
        if phrase is None or view.words[phrase.head] in TIMES_OF_DAY:
            return False
        return not any(phrase.first <= t <= phrase.last for t in own)
    return False


def _first_since(view: DocView, date: int, begin: int) -> bool:
    """As in "le premier essai depuis 2017": 2017 is no date of this one."""
    before = view.words[max(begin, date - 8) : date + 1]
    return "depuis" in before and bool(
        {"premier", "première", "premiers", "premières", "fois"} & set(before)
    )


def _dates_showing(view: DocView, date: int, trigger: int) -> bool:
    """As in "ont diffusé mercredi des images d'une réunion": the date of another verb."""
    before = date - 1
    if (
        before < 0
        or trigger < date
        or view.pos[before] != "VERB"
        or view.entity_at[before] is not None
    ):
        return False
    between = view.phrases_between(date + 1, trigger - 1)
    return (
        bool(between)
        and (between[0].prep is None or view.words[between[0].start] == "des")
        and not between[0].pronoun
    )


def _one_chain(view: DocView, token: int, date: int) -> bool:
    """No finite verb between: "lors de sa rencontre avec X au cours de sa visite en septembre"."""
    low, high = sorted((token, date))
    return not any(view.is_finite(view.tokens[i]) for i in range(low + 1, high))


def _in_other_clause(view: DocView, date: int, trigger: int, own: set[int]) -> bool:
    """As in "un accord qui interdit, à partir du 1er novembre, …": the clause's own date."""
    # "alimentant lundi les tensions": the date of the participle right before it.
    before = date - 1
    if view.words[before].endswith("ant") and view.pos[before] in VERBAL and before not in own:
        return True
    if date < trigger:
        # "le début, il y a 70 ans, d'un conflit qui a fait des morts": the main clause's date.
        return any(view.words[i] in {"qui", "dont", "où"} for i in range(date, trigger))
    opened = False
    coordinated = False
    for i in range(trigger + 1, date):
        word = view.words[i]
        if word in CLAUSE_OPENERS and view.entity_at[i] is None:
            opened = True
        elif word in {"et", "puis", "mais", ","}:
            coordinated = True
        elif view.is_finite(view.tokens[i]) and view.pos[i] == "VERB" and i not in own:
            opened = opened or coordinated
            if opened and word not in takes_place_forms():
                return True
    return False


def _of_other_verb(view: DocView, date: int, mention: RawMention, own: set[int]) -> bool:
    """As in "a atterri mardi à Pyongyang, a visité": the date right behind another verb."""
    token = mention.candidate.first
    if mention.group is None or mention.group.form == "infinitive" or date > token or not date:
        return False
    before = date - 1
    verbal = view.pos[before] == "VERB" and view.entity_at[before] is None
    return verbal and before not in own and not is_reduced(view, before)


def _after_the_fact(view: DocView, mention: RawMention) -> bool:
    """As in "a présenté vendredi des excuses après le meurtre": Friday is not the murder's."""
    phrase = view.phrase(mention.candidate.first)
    return mention.group is None and phrase is not None and phrase.prep in {"après", "avant"}


def _dates_governor(date: int, trigger: int, above: list[int]) -> bool:
    """As in "avait proposé en mars une reprise": the date of the verb that plans or wishes."""
    return any(governor < date < trigger for governor in above)


def _cost(view: DocView, token: int, date: int, others: set[int]) -> float:
    """Distance in words, dearer across verbs, conjunctions, commas and other triggers."""
    low, high = sorted((token, date))
    cost = float(high - low)
    for i in range(low + 1, high):
        word = view.words[i]
        if i in others:
            cost += 6
        elif is_reduced(view, i):
            cost += 0.5
        elif view.pos[i] == "VERB" and view.entity_at[i] is None:
            cost += 1 if view.tokens[i].morph.get("VerbForm", []) == ["Inf"] else 5
        if word in {"que", "qu'", "qui", "dont", "où", "alors", "lequel"}:
            cost += 6
        elif word in {";", ":"}:
            cost += 10
        elif word == ",":
            cost += 1.5
    before = date - 1
    if (
        0 < date < token
        and view.pos[before] == "VERB"
        and before != token
        and view.entity_at[before] is None
    ):
        cost += 8
    if date < token and low > view.sentence(token)[0] + 4:
        cost += 2
    return cost


def _dates_the_saying(view: DocView, date: int, trigger: int, sayings: list[Scope]) -> bool:
    """Whether the date stands at a verb of saying: "a affirmé jeudi que"."""
    for scope in sayings:
        cue = scope.cue
        if cue == trigger or view.sentence_at[cue] != view.sentence_at[date]:
            continue
        inside = scope.first <= date <= scope.last
        if cue < date and not inside and date - cue <= 8 and not (cue < trigger < date):
            return True
        if (
            view.words[cue] in {"selon", "après"}
            and cue < date
            and not cue < trigger < date
            and date - cue <= 6
        ):
            return True
        if (
            inside
            and scope.last >= date > cue
            and scope.first < cue
            and date - cue <= 7
            and not cue < trigger < date
        ):
            return True
    return False
