"""Compile the contents of rule files into rules ready to run."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dprk_events.events.rules.compiled import CompiledRule, CompiledSlot, Frame
from dprk_events.events.rules.errors import RuleError, choose
from dprk_events.events.rules.event_type import EventType
from dprk_events.events.rules.model import Context, EventRule, Slot, TypeFile
from dprk_events.events.rules.read import ReadFile
from dprk_events.french import conjugate, key
from dprk_events.lexicon import Kinds, Lexicon, load_lexicon
from dprk_events.names import SlotRole


def compile_rules(files: Sequence[ReadFile]) -> dict[str, CompiledRule]:
    """Compile the rules of all files together, by id and in order. Raises RuleError.

    The order of files does not matter: a rule may use a frame of a type that a later file defines.
    A user's rule with the id of a built-in rule replaces it.
    """
    compiler = _Compiler(files)
    rules: dict[str, CompiledRule] = {}
    for file in files:
        for rule in compiler.rules_of(file):
            before = rules.get(rule.id)
            if before is not None and before.own == rule.own:
                where = "" if before.path == rule.path else f", in {before.path} too"
                raise RuleError(
                    f"{file.path}: rule “{rule.spec.id}” is defined twice{where}; rename one"
                )
            rules[rule.id] = rule
    return rules


class _Compiler:
    """Knows the types and frames of all files."""

    def __init__(self, files: Sequence[ReadFile]) -> None:
        self._lexicon: Lexicon = load_lexicon()
        self._types: dict[str, tuple[EventType, ReadFile]] = {}
        for file in files:
            if isinstance(file.content, TypeFile):
                self._add_type(file.content.type, file)
        self._frames = {file.path: self._frames_of(file) for file in files}
        for file in files:
            self._type_of(file)

    def _add_type(self, event_type: EventType, file: ReadFile) -> None:
        if event_type.name in self._types:
            _, before = self._types[event_type.name]
            raise RuleError(
                f"{file.path}: [type]: there is a type “{event_type.name}” already, in "
                f'{before.path}. To add rules to it, write type = "{event_type.name}" in place '
                "of the table; for a type of your own, give another name."
            )
        self._check_domains(event_type.unless_domains, f"{file.path}: [type], unless_domains")
        self._types[event_type.name] = event_type, file

    def _check_domains(self, domains: Iterable[str], where: str) -> None:
        for domain in domains:
            if domain not in self._lexicon.domains:
                known = choose(domain, sorted(self._lexicon.domains))
                raise RuleError(f"{where}: unknown domain “{domain}”. {known}")

    def _type_of(self, file: ReadFile) -> EventType:
        if file.type not in self._types:
            raise RuleError(
                f"{file.path}: type: unknown type “{file.type}”. {choose(file.type, self._types)} "
                "A type of your own has a table [type] with name and doc."
            )
        return self._types[file.type][0]

    def _frames_of(self, file: ReadFile) -> dict[str, Frame]:
        return {
            name: tuple(
                self._slot(role, slot, f"{file.path}: frame “{name}”, {role}")
                for role, slots in frame.items()
                for slot in slots
            )
            for name, frame in file.content.frames.items()
        }

    def _slot(self, role: SlotRole, slot: Slot, where: str) -> CompiledSlot:
        return CompiledSlot(
            role,
            slot.at,
            self._kinds(slot.kind, f"{where}.kind"),
            self._kinds(slot.not_kind, f"{where}.not_kind"),
            frozenset(slot.of),
            frozenset(slot.not_of),
            slot.many,
            slot.more,
            frozenset(slot.not_with),
            frozenset(slot.only_with),
        )

    def _kinds(self, names: tuple[str, ...], where: str) -> Kinds:
        try:
            return self._lexicon.expand(names)
        except KeyError as unknown:
            name = unknown.args[0]
            known = sorted(self._lexicon.known_kinds | set(self._lexicon.groups))
            raise RuleError(f"{where}: unknown kind “{name}”. {choose(name, known)}") from unknown

    def _context_words(self, context: Context) -> frozenset[str]:
        topics = (self._lexicon.domains[topic] for topic in context.topics)
        return frozenset(map(key, context.words)).union(*topics)

    def _frame(self, name: str, file: ReadFile, where: str) -> Frame:
        """Look up a frame in the file, then in its type's file; TYPE.FRAME in that type's file."""
        kind, dot, plain = name.rpartition(".")
        if dot and kind not in self._types:
            raise RuleError(
                f"{where}, frame: “{name}”: unknown type “{kind}”. {choose(kind, self._types)}"
            )
        of_type = self._frames[self._types[kind if dot else file.type][1].path]
        frames = of_type if dot else of_type | self._frames[file.path]
        if plain not in frames:
            raise RuleError(
                f"{where}, frame: unknown frame “{name}”. {choose(plain, frames)} Another type's "
                "frame is written TYPE.FRAME."
            )
        return frames[plain]

    def rules_of(self, file: ReadFile) -> Iterable[CompiledRule]:
        event_type = self._type_of(file)
        for rule in file.content.rules:
            where = f"{file.path}: rule “{rule.id}”"
            slots = self._frame(rule.frame, file, where)
            _check_verbs(rule, where)
            _check_roles(rule, slots, where)
            self._check_domains(rule.unless_domains, f"{where}, unless_domains")
            context = rule.context or Context()
            self._check_domains(context.topics, f"{where}, context.topics")
            yield CompiledRule(
                id=f"{event_type.name}.{rule.id}",
                event_type=event_type,
                spec=rule,
                slots=slots,
                context_kinds=self._kinds(context.kind, f"{where}, context.kind"),
                context_words=self._context_words(context),
                domains=(*rule.unless_domains, *event_type.unless_domains),
                never_by=self._kinds(event_type.never_by, f"{file.path}: [type], never_by"),
                path=file.path,
                own=file.own,
            )


def _check_verbs(rule: EventRule, where: str) -> None:
    for name, verbs in (("verbs", rule.verbs), ("expressions", rule.expressions)):
        for verb in verbs:
            try:
                conjugate(verb.split()[0])
            except ValueError as error:
                raise RuleError(f"{where}, {name}: {error}. Is “{verb}” an infinitive?") from error


def _check_roles(rule: EventRule, slots: Frame, where: str) -> None:
    """Check that the frame can fill each group of roles; else the rule would never count."""
    filled = {slot.role for slot in slots}
    groups = [("must", group) for group in rule.must]
    if rule.context is None:
        groups += [("needs", group) for group in rule.needs]
    for name, group in groups:
        if filled.isdisjoint(group):
            raise RuleError(
                f"{where}, {name}: frame “{rule.frame}” fills no {' or '.join(group)}, so the rule "
                f"could never count. It fills {', '.join(sorted(filled)) or 'nothing'}."
            )
