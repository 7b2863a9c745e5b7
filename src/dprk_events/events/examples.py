"""Check the examples of a rule; for one that fails, explain why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dprk_events.events.event import Filler, Mention
from dprk_events.events.explain import Told, explain_sentences
from dprk_events.events.extract import Findings
from dprk_events.events.roles.assign import fits
from dprk_events.events.rules import CompiledRule, RuleSet, plain_example
from dprk_events.french import key


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence given in a rule file, with its marks."""

    rule: CompiledRule
    written: str
    counter: bool
    """Whether the rule must find nothing in it (a counter-example)."""

    @property
    def text(self) -> str:
        """The sentence without marks."""
        return plain_example(self.written)[0]


def examples_of(rule: CompiledRule) -> Iterator[Example]:
    """Yield the examples of a rule, then its counter-examples."""
    yield from (Example(rule, written, False) for written in rule.spec.examples)
    yield from (Example(rule, written, True) for written in rule.spec.counter_examples)


def faults(example: Example, found: Findings, rules: RuleSet) -> list[str]:
    """List the differences between an example and what was found; empty if there are none.

    ``found`` is the result of the stage for :attr:`Example.text`, with ``rules``.
    """
    mentions = [m for e in found.events for m in e.mentions if m.rule == example.rule.id]
    if example.counter:
        return [f"an event at “{m.trigger}”, with {_named(m.fillers)}" for m in mentions]
    _, marks = plain_example(example.written)
    trigger = next(mark for mark in marks if mark[0] == "trigger")
    mention = next((m for m in mentions if m.start == trigger[2]), None)
    if mention is None:
        return [_no_event(example, trigger[1:], mentions, found, rules)]
    return [
        f"{role} “{words}” is not filled: {_unfit(mention, example.rule, role, place, found)}"
        for role, words, *place in marks
        if role != "trigger" and not _fills(mention, role, *place)
    ]


def _fills(mention: Mention, role: str, first: int, last: int) -> bool:
    return any(f.role == role and f.start < last and first < f.end for f in mention.fillers)


def _named(fillers: Iterable[Filler]) -> str:
    return ", ".join(f"{f.role} “{f.text}” ({f.how})" for f in fillers) or "none"


def _no_event(
    example: Example,
    trigger: tuple[str, int, int],
    mentions: list[Mention],
    found: Findings,
    rules: RuleSet,
) -> str:
    """Explain why the rule did not take the word marked as its trigger."""
    words, start, end = trigger
    for mention in mentions:
        if start < mention.end and mention.start < end:
            return f"the trigger is “{mention.trigger}”: mark that alone, not “{words}”"
    reasons: list[str] = []
    for sentence in explain_sentences(found, rules):
        for word in sentence.words:
            if word.start == start:
                reasons += [r.reason for r in word.refusals if r.rule == example.rule.id]
                if isinstance(word, Told):
                    reasons.append(f"it is a mention of {word.mention.rule}")
    known = [t for t in rules.by_form.get(key(words).split()[0], ()) if t.rule is example.rule]
    if not known:
        reasons.insert(0, "no trigger of the rule has this form")
    elif not reasons:
        tails = ", ".join(f"“{' '.join(trigger.tail)}”" for trigger in known)
        reasons.append(f"not followed by {tails}")
    return f"no event at “{words}”: {'; '.join(reasons)}"


def _unfit(
    mention: Mention, rule: CompiledRule, role: str, place: Sequence[int], found: Findings
) -> str:
    """Explain, as far as possible, why the phrase at a place was not taken for a role."""
    start, end = place
    same = [f for f in mention.fillers if f.role == role]
    if same:
        return f"the role has {_named(same)}"
    filled = f"filled are {_named(mention.fillers)}"
    if role == "quantity":
        return filled
    slots = [slot for slot in rule.slots if slot.role == role]
    if not slots:
        return f"frame “{rule.spec.frame}” has no such role"
    view = found.view
    spans = (view.span(i, i) for i in range(len(view.tokens)))
    tokens = (i for i, (first, last) in enumerate(spans) if first < end and start < last)
    phrase = next(filter(None, map(view.phrase, tokens)), None)
    if phrase is None:
        return filled
    kinds = view.kinds(phrase)
    if not any(fits(kinds, slot) for slot in slots):
        wanted = ", ".join(sorted(frozenset().union(*(slot.kinds for slot in slots))))
        return f"it is {' and '.join(sorted(kinds)) or 'of no known kind'}, not one of {wanted}"
    places = dict.fromkeys(place for slot in slots if fits(kinds, slot) for place in slot.at)
    return f"its position is not {' or '.join(places)}; {filled}"
