"""Load rule files: those of the package, and a user's own folder on top."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from pydantic import ValidationError

from dprk_events.events.lexicon import Kinds, Lexicon, load_lexicon
from dprk_events.events.rules.model import Position, Rule, RuleFile
from dprk_events.french import Tense, conjugate, key, pluralise
from dprk_events.knowledge import knowledge_hash
from dprk_events.names import Role, SlotRole

PRONOUN_KINDS = frozenset({"place", "state", "person", "org", "force", "people"})
"""What a pronoun may stand for."""
THINGS = frozenset({"weapon", "material", "force", "thing"})
"""What it may stand for only where the nearest thing before it is of that kind."""


class RuleError(ValueError):
    """A rule file that cannot be used; the message names file, rule and mend."""


@dataclass(frozen=True, slots=True)
class CompiledSlot:
    """A slot with its kinds written out."""

    role: SlotRole
    at: tuple[Position, ...]
    kinds: Kinds
    not_kinds: Kinds
    many: bool
    more: bool


@dataclass(frozen=True)
class CompiledRule:
    """A rule ready to run. ``id`` is type and rule: ``missile_strike.s_abattre``."""

    id: str
    type: str
    spec: Rule
    slots: tuple[CompiledSlot, ...]
    context_kinds: Kinds
    quantity_of: tuple[Role, ...]
    domains: tuple[str, ...]
    path: str
    type_doc: str

    # The word lists of the rule as the conditions compare them, made when first asked for.

    @cached_property
    def sought(self) -> Kinds:
        """Kinds of which one must be named near by, or the rule's first condition on roles fails.

        Empty where that cannot be told before the roles are filled. "demonym": any nationality.
        """
        groups = self.spec.must or (() if self.spec.sides else self.spec.needs)
        if not groups or self.spec.light_only:
            return frozenset()
        kinds: set[str] = set()
        for slot in self.slots:
            if slot.role not in groups[0]:
                continue
            by_pronoun = slot.kinds & PRONOUN_KINDS and not slot.kinds & THINGS
            if by_pronoun or "instrument-made" in slot.at:
                return frozenset()
            kinds |= slot.kinds
            if "state" in slot.kinds and {"adj", "instrument-adj"} & set(slot.at):
                kinds.add("demonym")
        return frozenset(kinds)

    @cached_property
    def unless_after(self) -> tuple[tuple[str, str], ...]:
        """Words as compared and as written."""
        return _compared(self.spec.unless_after)

    @cached_property
    def unless_before(self) -> tuple[tuple[str, str], ...]:
        """Words as compared and as written."""
        return _compared(self.spec.unless_before)

    @cached_property
    def unless_sentence(self) -> tuple[tuple[str, str], ...]:
        """Words as compared and as written."""
        return _compared(self.spec.unless_sentence)

    @cached_property
    def modifiers(self) -> frozenset[str]:
        """As compared."""
        return frozenset(map(key, self.spec.modifiers))

    @cached_property
    def unless_modifiers(self) -> frozenset[str]:
        """As compared."""
        return frozenset(map(key, self.spec.unless_modifiers))


def _compared(words: Sequence[str]) -> tuple[tuple[str, str], ...]:
    return tuple((key(written), written) for written in words)


def word_parts(word: str) -> list[str]:
    """The words in a token as fixed expressions are compared: "corée du nord", "d'" before "or"."""
    return word.replace("'", "' ").split()


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word form that may be a trigger, and the words that must follow it."""

    rule: CompiledRule
    lemma: str
    verbal: bool
    form: Tense | None
    tail: tuple[str, ...] = ()
    """As :func:`word_parts` gives them."""


class RuleSet:
    """Every rule, looked up by word form or by id."""

    def __init__(self, rules: list[CompiledRule], digest: str) -> None:
        self.rules = rules
        self.hash = digest
        self.by_id = {rule.id: rule for rule in rules}
        self.by_form: dict[str, list[Trigger]] = defaultdict(list)
        for rule in rules:
            for trigger, form in _triggers(rule):
                self.by_form[form].append(trigger)

        self.nominal_forms = frozenset(
            f for f, ts in self.by_form.items() if any(not t.verbal for t in ts)
        )
        """Word forms that some rule reads as a noun."""
        self.begins_expression = frozenset(
            f for f, ts in self.by_form.items() if any(t.tail for t in ts)
        )
        """Word forms after which some rule looks for the words of a fixed expression."""
        nouns = self.nominal_forms | load_lexicon().nouns.keys()
        self.verb_forms = frozenset(
            f
            for f, ts in self.by_form.items()
            if f not in nouns and any(t.form in {"present", "past"} for t in ts)
        )
        self.sure_forms = frozenset(
            f
            for f, ts in self.by_form.items()
            if f not in nouns and any(t.form in {"future", "conditional"} for t in ts)
        )

    def get(self, rule_id: str) -> CompiledRule:
        """The rule with that id. Raises RuleError naming near ids."""
        if rule_id in self.by_id:
            return self.by_id[rule_id]
        near = [known for known in sorted(self.by_id) if rule_id.split(".", maxsplit=1)[0] in known]
        hint = f"; there are {', '.join(near)}" if near else ""
        raise RuleError(f"no rule “{rule_id}”{hint}. `dprk-events rules list` shows all.")

    @classmethod
    def load(cls, extra: Path | None = None) -> RuleSet:
        """Load the package's rules, then those of the folder ``extra``.

        A user's rule with the id of a built-in one takes its place. Raises RuleError.
        """
        lexicon = load_lexicon()
        files: list[Traversable | Path] = [
            f
            for f in resources.files(__package__).joinpath("types").iterdir()
            if f.name.endswith(".toml")
        ]
        files.sort(key=lambda f: f.name)
        if extra is not None:
            if not extra.is_dir():
                raise RuleError(
                    f"{extra}: not a folder; --rules takes a folder of .toml rule files"
                )
            own = sorted(extra.glob("*.toml"))
            if not own:
                raise RuleError(
                    f"{extra}: holds no .toml file; see `dprk-events rules show` for the form"
                )
            files.extend(own)
        compiled: dict[str, CompiledRule] = {}
        user: dict[str, bytes] = {}
        for file in files:
            raw = file.read_bytes()
            if isinstance(file, Path) and file.parent == extra:
                user[file.name] = raw
            for rule in _compile(_parse(raw, str(file)), str(file), lexicon):
                compiled[rule.id] = rule
        return cls(list(compiled.values()), knowledge_hash(user))


def _parse(raw: bytes, name: str) -> RuleFile:
    try:
        data = tomllib.loads(raw.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise RuleError(f"{name}: not TOML in UTF-8: {error}") from error
    try:
        return RuleFile.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        where = [str(part) for part in first["loc"]]
        if len(where) > 1 and where[0] == "rules" and where[1].isdigit():
            rules = data.get("rules", [])
            rule = rules[int(where[1])] if int(where[1]) < len(rules) else {}
            where = [f"rule “{rule.get('id', where[1])}”", *where[2:]]
        raise RuleError(f"{name}: {', '.join(where)}: {first['msg']}") from error


def _compile(file: RuleFile, name: str, lexicon: Lexicon) -> list[CompiledRule]:
    compiled = []
    for rule in file.rules:
        try:
            slots = tuple(
                CompiledSlot(
                    role,
                    slot.at,
                    lexicon.expand(slot.kind),
                    lexicon.expand(slot.not_kind),
                    slot.many,
                    slot.more,
                )
                for role, options in file.frames[rule.frame].items()
                for slot in options
            )
            context = lexicon.expand(rule.context.kind) if rule.context else frozenset()
        except KeyError as unknown:
            known = ", ".join(sorted(lexicon.known_kinds | set(lexicon.groups)))
            raise RuleError(
                f"{name}: rule “{rule.id}”, frame “{rule.frame}”: no kind {unknown}; "
                f"known are {known}"
            ) from unknown
        try:
            for verb in (*rule.verbs, *(e.split()[0] for e in rule.expressions)):
                conjugate(verb)
            for domain in (*rule.unless_domains, *file.unless_domains):
                if domain not in lexicon.domains:
                    raise ValueError(
                        f"no domain “{domain}”; known are {', '.join(sorted(lexicon.domains))}"
                    )
        except ValueError as error:
            raise RuleError(f"{name}: rule “{rule.id}”: {error}") from error
        compiled.append(
            CompiledRule(
                id=f"{file.type}.{rule.id}",
                type=file.type,
                spec=rule,
                slots=slots,
                context_kinds=context,
                quantity_of=file.quantity_of,
                domains=(*rule.unless_domains, *file.unless_domains),
                path=name,
                type_doc=file.doc,
            )
        )
    return compiled


def _triggers(rule: CompiledRule) -> list[tuple[Trigger, str]]:
    found: list[tuple[Trigger, str]] = []
    for lemma in rule.spec.verbs:
        found += [
            (Trigger(rule, lemma, True, tense), key(form))
            for form, tense in conjugate(lemma).items()
        ]
    for lemma in rule.spec.nouns:
        found += [(Trigger(rule, lemma, False, None), key(form)) for form in pluralise(lemma)]
    for expression in rule.spec.expressions:
        head, *tail = key(expression).split()
        words = tuple(part for word in tail for part in word_parts(word))
        found += [(Trigger(rule, head, True, t, words), key(f)) for f, t in conjugate(head).items()]
    for expression in rule.spec.noun_expressions:
        head, *tail = key(expression).split()
        words = tuple(part for word in tail for part in word_parts(word))
        found += [(Trigger(rule, head, False, None, words), f) for f in pluralise(head)]
    return found
