"""What becomes one when two people or agencies do: seats and roles of the same days, and attendance at one meeting."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import replace
from datetime import date
from itertools import count
from string import ascii_uppercase
from typing import Any, TypeVar

from tracker.models.fields import fields_of
from tracker.models.records.agency_change import FormerName
from tracker.models.records.meeting import Attendance, Presence
from tracker.models.records.membership import Membership, Role
from tracker.models.records.reading import Reading
from tracker.models.records.record import Record
from tracker.models.records.stage import Rating
from tracker.models.seat_days import overlap
from tracker.models.value import Value, value

R = TypeVar("R", bound=Record)

# The best that is said of one who is noted twice: they cannot both have come and stayed away.
_BEST = (Presence.PRESENT, Presence.SENT_SOMEBODY, Presence.APOLOGY, Presence.ABSENT)
_NOT_TAKEN = frozenset({"sensitivity", "provenance", "section"})
_JOINED = {"note": "\n", "instead": ", "}


@value
class Twins(Value):
    """What was noted twice: `saves` is what stays of it, `removes` what goes."""

    saves: tuple[Record, ...]
    removes: tuple[Record, ...]


def filled_up(kept: R, gone: R) -> R:
    """The first with what it lacks taken from the second: notes are put together, and the stricter secrecy holds."""
    taken: dict[str, Any] = {}
    for part in fields_of(type(kept)):
        own, other = getattr(kept, part.name), getattr(gone, part.name)
        if part.name in _JOINED:
            taken[part.name] = _JOINED[part.name].join(dict.fromkeys(text for text in (own, other) if text))
        elif part.name not in _NOT_TAKEN and own in (None, "", ()) and other not in (None, "", ()):
            taken[part.name] = other
    stricter = max(kept.sensitivity, gone.sensitivity, key=lambda sensitivity: sensitivity.rank)
    return replace(kept, sensitivity=stricter, **taken)


def twins_of(kind: type[Record], records: Iterable[Record], led: frozenset[str]) -> Twins:
    """Which records of a kind become one; `led` are the ids of those that led to the one that goes.

    Only what was led can have got a twin: what was noted twice before is left for people to put right.
    """
    rule = _RULES.get(kind)
    if rule is None:
        return Twins((), ())
    alike: defaultdict[Hashable, list[Record]] = defaultdict(list)
    for record in records:
        alike[rule.key(record)].append(record)
    saves: list[Record] = []
    removes: list[Record] = []
    for several in alike.values():
        if len(several) > 1 and any(record.id in led for record in several):
            _put_together(rule, several, led, saves, removes)
    return Twins(tuple(saves), tuple(removes))


def told_apart(records: Iterable[Record], led: frozenset[str]) -> tuple[Record, ...]:
    """Of readings and ratings, those that get another mark: two raters of what is now one agency stay two."""
    scopes: defaultdict[Hashable, list[Reading | Rating]] = defaultdict(list)
    for record in records:
        if isinstance(record, (Reading, Rating)):
            scopes[_scope(record)].append(record)
    return tuple(marked for several in scopes.values() for marked in _marked(several, led))


@value
class _Rule(Value):
    """When two records of a kind are twins, and what they become."""

    key: Callable[[Record], Hashable]
    meet: Callable[[Record, Record], bool]
    one: Callable[[Record, Record], Record]


def _put_together(
    rule: _Rule, several: list[Record], led: frozenset[str], saves: list[Record], removes: list[Record]
) -> None:
    """Each that meets another goes into it, until none meet; what was there stays rather than what was led there."""
    waiting = sorted(several, key=lambda record: (record.id in led, record.id))
    while waiting:
        stays, *others = waiting
        met = next((other for other in others if rule.meet(stays, other)), None)
        if met is None:
            waiting = others
            continue
        stays = rule.one(stays, met)
        saves[:] = [record for record in saves if record.id not in (stays.id, met.id)]
        saves.append(stays)
        removes.append(met)
        waiting = [stays, *(other for other in others if other.id != met.id)]


def _one_time(kept: Record, gone: Record) -> Record:
    """A seat or a role over the days of both."""
    assert isinstance(kept, (Membership, Role))
    assert isinstance(gone, (Membership, Role))
    ends = (kept.to_on, gone.to_on)
    said = [day for day in (kept.confirmed_on, gone.confirmed_on) if day]
    if isinstance(kept, Membership) and isinstance(gone, Membership) and kept.authority:
        # A limit belongs to the authority that it limits.
        gone = replace(gone, authority=kept.authority, authority_nzd=kept.authority_nzd)
    return replace(
        filled_up(kept, gone),
        from_on=min(kept.from_on or date.max, gone.from_on or date.max),
        to_on=None if None in ends else max(end for end in ends if end),
        confirmed_on=max(said, default=None),
    )


def _one_presence(kept: Record, gone: Record) -> Record:
    assert isinstance(kept, Attendance)
    assert isinstance(gone, Attendance)
    levels = [level for level in (kept.level, gone.level) if level]
    return replace(
        filled_up(kept, gone),
        presence=min(kept.presence or _BEST[-1], gone.presence or _BEST[-1], key=_BEST.index),
        level=max(levels, key=lambda level: level.rank, default=None),
    )


def _share_days(one: Record, other: Record) -> bool:
    assert isinstance(one, (Membership, Role))
    assert isinstance(other, (Membership, Role))
    return overlap(one, other)


def _of(*names: str) -> Callable[[Record], Hashable]:
    return lambda record: tuple(getattr(record, name) for name in names)


def _always(one: Record, other: Record) -> bool:
    return True


_RULES: dict[type[Record], _Rule] = {
    Membership: _Rule(_of("group_id", "agency_id", "person_id"), _share_days, _one_time),
    Role: _Rule(_of("group_id", "person_id", "name"), _share_days, _one_time),
    Attendance: _Rule(_of("meeting_id", "agency_id", "person_id"), _always, _one_presence),
    FormerName: _Rule(_of("agency_id", "until"), _always, filled_up),
}


def _scope(record: Reading | Rating) -> Hashable:
    if isinstance(record, Reading):
        return (record.group_id, record.on, record.agency_id)
    return (record.assessment_id, record.agency_id)


def _marked(several: list[Reading | Rating], led: frozenset[str]) -> list[Record]:
    own = {record.rater for record in several if record.id not in led}
    came = sorted({record.rater for record in several if record.id in led} & own)
    used = {record.rater for record in several}
    free = (mark for mark in _marks() if mark not in used)
    new = {mark: next(free) for mark in came}
    return [replace(record, rater=new[record.rater]) for record in several if record.id in led and record.rater in new]


def _marks() -> Iterable[str]:
    """A to Z, and then A2 and on."""
    for round_number in count(1):
        yield from (f"{letter}{round_number if round_number > 1 else ''}" for letter in ascii_uppercase)
