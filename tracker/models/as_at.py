"""The office as it was known on an earlier day: what came later is left out, and what was still open is open again.

What has no date of its own stands as it stands now: a person's level, a group's basis for sharing, a risk's height.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from tracker.models import records as kinds
from tracker.models.agency_change import agency_on
from tracker.models.fields import FieldType, fields_of
from tracker.models.records import KIND_BY_NAME
from tracker.models.records.outcome import ValueKind
from tracker.models.records.record import Record
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


@value
class Dated(Value):
    """What the dates of one kind mean.

    A record came to be on the earliest of `begins`, with those of them that lie ahead still open. `happened` are dates
    of what became of it, each before the fields that say more of it: without the date these are empty as well.
    `planned` are dates that may lie ahead. `begins_after` counts the days from the first until the record holds;
    `foreseen` says which records tell of days to come.
    """

    begins: tuple[str, ...] = ()
    happened: tuple[tuple[str, ...], ...] = ()
    planned: tuple[str, ...] = ()
    begins_after: int = 0
    foreseen: Callable[[Any], bool] | None = None


_ON = Dated(("on",))
_NEVER = Dated()

# Every kind, and every date of it: a test holds this against the declarations.
DATED: Mapping[type[Record], Dated] = {
    kinds.OfficeDetails: Dated(planned=("seen_as_at",)),
    kinds.Threshold: _NEVER,
    kinds.SchoolTerm: Dated(planned=("from_on", "to_on")),
    kinds.Agency: _NEVER,
    # Its day is the last one under the old name; the change came the day after.
    kinds.FormerName: Dated(("until",), begins_after=1),
    kinds.Succession: _ON,
    kinds.Person: _NEVER,
    kinds.Group: Dated(("started_on",), (("closed_on", "closed_because"),), ("next_meeting_on",)),
    kinds.Membership: Dated(("from_on",), (("to_on",), ("confirmed_on",))),
    kinds.Role: Dated(("from_on",), (("to_on",), ("confirmed_on",))),
    kinds.Requisite: Dated(("since",), planned=("until",)),
    kinds.PlannedMeeting: Dated(planned=("on", "until")),
    kinds.MovedMeeting: Dated(planned=("on", "moved_to")),
    kinds.Meeting: _ON,
    kinds.Attendance: _NEVER,
    kinds.Decision: _ON,
    kinds.Note: _ON,
    kinds.Commitment: Dated(
        ("made_on",),
        (
            ("kept_on", "outcome_note"),
            ("released_on", "outcome_note"),
            ("missed_on", "outcome_note"),
            ("backed_on",),
            ("helped_on", "helped", "helped_note"),
        ),
        ("due", "first_due"),
    ),
    kinds.DueChange: Dated(("on",), planned=("due_before", "due_after")),
    kinds.Ball: Dated(("opened_on",), (("closed_on",),)),
    kinds.Handover: _ON,
    kinds.Support: Dated(("asked_on", "promised_on", "secured_on")),
    kinds.Contribution: Dated(("promised_on", "delivered_on")),
    kinds.Reading: _ON,
    kinds.Accommodation: Dated(("agreed_on",), planned=("review_on",)),
    kinds.Assessment: _ON,
    kinds.Rating: Dated(("given_on",)),
    kinds.StageJudgement: _ON,
    kinds.ContinuumPlace: _ON,
    kinds.SenseMaking: _ON,
    kinds.Triage: _ON,
    kinds.Practice: _ON,
    kinds.Purpose: _ON,
    kinds.Condition: _ON,
    kinds.Event: _ON,
    kinds.Review: _ON,
    kinds.Lesson: _ON,
    kinds.Carrying: Dated(("on",), (("taken_up_on", "taken_up"),)),
    kinds.FriendNote: Dated(("on",), (("answered_on", "answer"),)),
    kinds.WindingUp: Dated(
        ("decided_on",),
        (("thanked_on", "thanked_note"), ("told_on", "told_note"), ("kept_on", "kept_at"), ("given_up_on",)),
    ),
    kinds.Story: _ON,
    kinds.Risk: Dated(("on",), (("told_on", "told_whom"), ("closed_on",))),
    kinds.Barrier: Dated(("since",)),
    kinds.SetAside: Dated(("on",), planned=("until",)),
    # A framework's years are announced ahead; when it was brought in here says nothing of the world.
    kinds.Framework: Dated(planned=("period_from", "period_to", "imported_at")),
    kinds.Line: _NEVER,
    kinds.Measure: _NEVER,
    kinds.SharedOutcome: _NEVER,
    kinds.Indicator: Dated(happened=(("baseline_on", "baseline"),)),
    kinds.IndicatorValue: Dated(
        ("period_end",), foreseen=lambda one: one.kind in (ValueKind.TARGET, ValueKind.FORECAST)
    ),
    kinds.Result: Dated(("on",), (("celebrated_on",), ("told_home_on",)), ("period_from", "period_to")),
    kinds.Mapping: Dated(happened=(("agreed_on", "state", "agreed_meeting_id"),)),
    kinds.Evidence: _ON,
    kinds.Return: Dated(("period_from",), planned=("period_to",)),
    kinds.SignOff: _ON,
    kinds.Receipt: Dated(("received_at",)),
    kinds.Departure: Dated(("at",)),
    kinds.Explanation: Dated(begins=("on",)),
    kinds.LoggedRow: _NEVER,
}


def as_at(snapshot: Snapshot, day: date) -> Snapshot:
    """The office as it was known on a day, which is its `today`; kinds are worked out when first asked for.

    Up to that day it is as it is kept; of a later day than the snapshot's own nothing is known beyond what is noted.
    Nothing in it leads to what is left out.
    """
    if day == snapshot.today:
        return snapshot
    return Snapshot(day, snapshot.of) if day > snapshot.today else _Past(snapshot, day).snapshot


class _Past:
    """Works out each kind as it was, and remembers what was left out: others may lead there."""

    def __init__(self, now: Snapshot, day: date) -> None:
        self.snapshot = Snapshot(day, self._of)
        self._now = now
        self._day = day
        self._left_out: dict[type[Record], frozenset[str]] = {}

    def _of(self, kind: type[Record]) -> tuple[Record, ...]:
        found = self._as_they_were(kind, self._there(kind, self._begun(kind)))
        return tuple(_AS_IT_WAS[kind](self._now, self._day, found) if kind in _AS_IT_WAS else found)

    def _begun(self, kind: type[Record]) -> list[Record]:
        dated = DATED[kind]
        every, last = self._now.of(kind), self._day - timedelta(days=dated.begins_after)
        if not dated.begins:
            return list(every)
        if len(dated.begins) == 1 and dated.foreseen is None and dated.begins[0] not in _MOMENTS:
            name = dated.begins[0]
            return [one for one in every if (first := getattr(one, name)) is None or first <= last]
        return [one for one in every if _first(one, dated) <= last or (dated.foreseen and dated.foreseen(one))]

    def _there(self, kind: type[Record], found: list[Record]) -> list[Record]:
        """Without those that are part of something left out; what else leads there is left open."""
        for part in fields_of(kind):
            if part.kept_as is not FieldType.REFERENCE:
                continue
            target, name = KIND_BY_NAME[part.refers_to], part.name
            gone = self._gone(target) if target in _LEAVING and target is not kind else frozenset()
            if gone and part.required:
                found = [one for one in found if getattr(one, name) not in gone]
            elif gone:
                found = [_with(one, **{name: None}) if getattr(one, name) in gone else one for one in found]
        return found

    def _gone(self, kind: type[Record]) -> frozenset[str]:
        if kind not in self._left_out:
            every, left = self._now.of(kind), self.snapshot.of(kind)
            alike = len(every) == len(left)
            there = frozenset() if alike else {one.id for one in left}
            self._left_out[kind] = frozenset() if alike else frozenset(one.id for one in every if one.id not in there)
        return self._left_out[kind]

    def _as_they_were(self, kind: type[Record], found: list[Record]) -> list[Record]:
        dated, day = DATED[kind], self._day
        several = tuple((name,) for name in dated.begins) if len(dated.begins) > 1 else ()
        for name, *more in (*dated.happened, *several):
            # Most has happened: only what lies ahead is made anew.
            found = [
                _open_again(one, name, more) if (on := getattr(one, name)) is not None and on > day else one
                for one in found
            ]
        return found


def _first(one: Record, dated: Dated) -> date:
    """The day on which a record came to be; the first of all days where none is noted."""
    days = (getattr(one, name) for name in dated.begins)
    return min((on.date() if isinstance(on, datetime) else on for on in days if on is not None), default=date.min)


def _open_again(one: Record, name: str, more: Iterable[str]) -> Record:
    return _with(one, **{each: type(one)._defaults[each] for each in (name, *more)})


def _with(one: Record, **changes: object) -> Record:
    return replace(one, **changes)  # type: ignore[arg-type]


def _due_then(now: Snapshot, day: date, found: list[Record]) -> list[Record]:
    """Promises with the day they were due: what was agreed anew after the day is undone."""
    then: dict[str | None, kinds.DueChange] = {}
    for change in now.of(kinds.DueChange):
        if change.on and change.on > day:
            known = then.get(change.commitment_id)
            if known is None or (change.on, change.id) < (known.on, known.id):
                then[change.commitment_id] = change
    return [_due_before(one, then[one.id]) if one.id in then else one for one in found] if then else found


def _due_before(one: Record, change: kinds.DueChange) -> Record:
    # Where no day had been agreed before, there was no first one either.
    return _with(one, due=change.due_before) if change.due_before else _with(one, due=None, first_due=None)


def _named_then(now: Snapshot, day: date, found: list[Record]) -> list[Record]:
    renamed = {name.agency_id for name in now.of(kinds.FormerName) if name.until and name.until >= day}
    return [agency_on(now, one.id, day) or one if one.id in renamed else one for one in found] if renamed else found


def _meant_then(now: Snapshot, day: date, found: list[Record]) -> list[Record]:
    """Groups with the wording of their purpose that held then, where it was reworded since."""
    reworded = {each.group_id for each in now.of(kinds.Purpose) if each.on and each.on > day}
    then: dict[str | None, kinds.Purpose] = {}
    for each in sorted(now.of(kinds.Purpose), key=lambda one: (one.on or date.min, one.id)):
        if each.group_id in reworded and (each.on is None or each.on <= day):
            then[each.group_id] = each
    texts = {group_id: then[group_id].text if group_id in then else "" for group_id in reworded}
    return [_with(one, purpose=texts[one.id]) if one.id in texts else one for one in found]


_AS_IT_WAS: Mapping[type[Record], Callable[[Snapshot, date, list[Record]], list[Record]]] = {
    kinds.Commitment: _due_then,
    kinds.Agency: _named_then,
    kinds.Group: _meant_then,
}
# Points in time, which are held against days.
_MOMENTS = frozenset(part.name for kind in DATED for part in fields_of(kind) if part.kept_as is FieldType.MOMENT)


def _leaving() -> frozenset[type[Record]]:
    """The kinds of which any may be left out: by their own day, or with what they are part of."""
    found: set[type[Record]] = set()
    for kind in DATED:
        parents = {KIND_BY_NAME[part.refers_to] for part in fields_of(kind) if part.refers_to and part.required}
        if DATED[kind].begins or parents & found:
            found.add(kind)
    return frozenset(found)


_LEAVING = _leaving()
