"""A group's signals as they may leave the office: what is said of them rests on nothing that is restricted (§8.2)."""

from dataclasses import replace
from typing import Any

from tracker.models.fields import FieldType, fields_of
from tracker.models.figures.gate import Gate
from tracker.models.records import KIND_BY_NAME
from tracker.models.records.agency import Agency
from tracker.models.records.person import Person
from tracker.models.records.record import Record
from tracker.models.signals.signals import signals
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

# The brief tells these in other places, in full.
_TOLD_ELSEWHERE = frozenset({"overdue", "unbacked", "dropped_ball", "surprise"})
_UNNAMED: dict[type[Record], str] = {Agency: "an agency that is not named here", Person: "somebody not named here"}


@value
class BriefSignal(Value):
    """What is seen in the group, the figures behind it, and its section in the source without §."""

    title: str
    figures: str
    section: str


@value
class BriefSignals(Value):
    """Those that may be told, the most urgent first; `stay` counts those that rest on what is restricted."""

    told: tuple[BriefSignal, ...]
    stay: int


def brief_signals(snapshot: Snapshot, group_id: str) -> BriefSignals:
    """What is seen today and not set aside, where the same is seen without what is restricted, in the same words."""
    seen = [each for each in signals(snapshot, group_id) if each.rule.key not in _TOLD_ELSEWHERE]
    outside = signals(_Leaving(snapshot).snapshot, group_id)
    as_outside = {each.rule.key: each.finding.figures for each in outside}
    told = [each for each in seen if as_outside.get(each.rule.key) == each.finding.figures]
    lines = (BriefSignal(each.rule.title, each.finding.figures, each.rule.section) for each in told)
    return BriefSignals(tuple(lines), len(seen) - len(told))


class _Leaving:
    """The office without what is restricted, and without what is part of that; restricted names are left out."""

    def __init__(self, whole: Snapshot) -> None:
        self.snapshot = Snapshot(whole.today, self._of)
        self._whole = whole
        self._gate = Gate(whole)
        self._left_out: dict[type[Record], frozenset[str]] = {}

    def _of(self, kind: type[Record]) -> tuple[Record, ...]:
        every = self._whole.of(kind)
        if kind in _UNNAMED:
            return tuple(one if self._gate.lets(one) else _unnamed(one) for one in every)
        found = list(self._gate.leaving(every))
        for part in fields_of(kind):
            if part.kept_as is not FieldType.REFERENCE:
                continue
            gone, name = self._gone(KIND_BY_NAME[part.refers_to], kind), part.name
            if gone and part.required:
                found = [one for one in found if getattr(one, name) not in gone]
            elif gone:
                found = [_without(one, name) if getattr(one, name) in gone else one for one in found]
        return tuple(found)

    def _gone(self, target: type[Record], kind: type[Record]) -> frozenset[str]:
        """Those of a kind that are left out; names stay, and no kind waits for itself."""
        if target is kind or target in _UNNAMED:
            return frozenset()
        if target not in self._left_out:
            left = {one.id for one in self.snapshot.of(target)}
            self._left_out[target] = frozenset(one.id for one in self._whole.of(target) if one.id not in left)
        return self._left_out[target]


def _without(one: Record, name: str) -> Record:
    left: dict[str, Any] = {name: None}
    return replace(one, **left)


def _unnamed(one: Record) -> Record:
    named: dict[str, Any] = {"name": _UNNAMED[type(one)]}
    if isinstance(one, Agency):
        named |= {"short_name": "", "code": ""}
    return replace(one, **named)
