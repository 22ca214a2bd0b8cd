"""The events of a calendar file: a plan that comes back is one event with a rule wherever a rule can say its days.

Rules are kept to what all calendars read: one day of the month, the last, or one weekday of it. Monthly on the 29th or
30th, which falls on the last day of a February, cannot be said so, and is written meeting by meeting.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from tracker import __version__
from tracker.models.clock_time import read_time
from tracker.models.figures.coming import AHEAD, ComingMeeting, last_day, meetings_of
from tracker.models.records.group import Group
from tracker.models.records.planned_meeting import PlannedMeeting, Repeat
from tracker.models.records.record import Record, Sensitivity
from tracker.models.snapshot import Snapshot
from tracker.reports.time_zone import TIME_ZONE, time_zone_of_new_zealand

_ZONE = ZoneInfo(TIME_ZONE)
_WEEKS = {Repeat.WEEKLY: 1, Repeat.FORTNIGHTLY: 2, Repeat.FOUR_WEEKLY: 4}
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_USUAL_MINUTES = 60
_DAY = timedelta(days=1)

Rule = dict[str, Any]
# A plan of a group; None where only the group's next meeting is written down.
Plan = tuple[Group, PlannedMeeting | None]


def calendar_bytes(snapshot: Snapshot, plans: Iterable[Plan], made_at: datetime) -> bytes:
    """The whole file: UTF-8, lines of at most 75 bytes that end in CRLF. `made_at` is a time with its zone."""
    calendar = Calendar()
    calendar.add("prodid", f"-//Partnership Tracker//{__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    events = [event for plan in plans for event in _events(snapshot, plan, made_at)]
    if any(isinstance(event.decoded("dtstart"), datetime) for event in events):
        calendar.add_component(time_zone_of_new_zealand())
    for event in events:
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content


def rule_of(planned: PlannedMeeting) -> Rule | None:
    """The rule by which a plan comes back, without its end; None for one that does not, or that no rule can say."""
    first, repeats = planned.on, planned.repeats or Repeat.ONCE
    if first is None or repeats is Repeat.ONCE:
        return None
    weekday = _WEEKDAYS[first.weekday()]
    if repeats in _WEEKS:
        return {"FREQ": "WEEKLY", "INTERVAL": _WEEKS[repeats], "BYDAY": weekday}
    if repeats is Repeat.MONTHLY_WEEKDAY:
        week = (first.day - 1) // 7 + 1
        # A fifth Monday falls on the last one where there are four: it is the last one always.
        return {"FREQ": "MONTHLY", "BYDAY": f"{-1 if week == 5 else week}{weekday}"}
    months = {"FREQ": "MONTHLY", "INTERVAL": 3 if repeats is Repeat.QUARTERLY else 1}
    if first.day == 31:
        return months | {"BYMONTHDAY": -1}
    meets_february = repeats is Repeat.MONTHLY or first.month % 3 == 2
    return None if first.day > 28 and meets_february else months | {"BYMONTHDAY": first.day}


def _events(snapshot: Snapshot, plan: Plan, made_at: datetime) -> Iterator[Event]:
    group, planned = plan
    if planned is None:
        assert group.next_meeting_on is not None
        yield _whole(_event(group, group, f"{group.id}-next", made_at), group.next_meeting_on, "", None, None)
    elif rule := rule_of(planned):
        yield from _series(snapshot, group, planned, rule, made_at)
    else:
        yield from _one_by_one(snapshot, group, planned, made_at)


def _series(
    snapshot: Snapshot, group: Group, planned: PlannedMeeting, rule: Rule, made_at: datetime
) -> Iterator[Event]:
    """The plan with its rule, and beside it each meeting that was moved; called off ones are taken out of the rule."""
    assert planned.on is not None
    last = last_day(group, planned)
    if last is not None:
        rule = rule | {"UNTIL": _moment(last, planned.starts).astimezone(UTC) if planned.starts else last}
    changed = [each for each in meetings_of(snapshot, planned, planned.on, planned.on) if each.moved]
    changed = [each for each in changed if last is None or each.planned_for <= last]
    off = [each for each in changed if _is_off(each, group)]
    event = _event(group, planned, planned.id, made_at)
    _whole(event, planned.on, planned.place, planned.minutes, planned.starts)
    event.add("rrule", rule)
    for each in off:
        event.add("exdate", _start(each.planned_for, planned.starts))
    yield event
    for each in changed:
        if each not in off:
            moved = _event(group, planned, planned.id, made_at)
            moved.add("recurrence-id", _start(each.planned_for, planned.starts))
            yield _of(moved, each)


def _one_by_one(snapshot: Snapshot, group: Group, planned: PlannedMeeting, made_at: datetime) -> Iterator[Event]:
    """Each meeting by itself, those to come; what was called off says so, for a calendar may have it already."""
    after, until = snapshot.today - _DAY, snapshot.today + AHEAD
    last = min(until, last_day(group, planned) or until)
    single = (planned.repeats or Repeat.ONCE) is Repeat.ONCE
    for each in meetings_of(snapshot, planned, (planned.on or after) - _DAY if single else after, last):
        if not single and not after < each.on <= until:
            continue
        uid = planned.id if single else f"{planned.id}-{each.planned_for:%Y%m%d}"
        yield _of(_event(group, planned, uid, made_at, called_off=_is_off(each, group)), each)


def _event(group: Group, record: Record, uid: str, made_at: datetime, *, called_off: bool = False) -> Event:
    """What every event of a plan has in common."""
    stamp = made_at.astimezone(UTC).replace(microsecond=0)
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", stamp)
    # A later file is news: the minutes since 1970 are never fewer, and stay below the largest number there is.
    event.add("sequence", int(stamp.timestamp()) // 60)
    event.add("summary", f"Called off: {group.name}" if called_off else group.name)
    event.add("status", "CANCELLED" if called_off else "CONFIRMED")
    # A calendar that is shared shows others no more than that the time is taken.
    event.add("class", "PUBLIC" if record.sensitivity is Sensitivity.OPEN else "PRIVATE")
    return event


def _of(event: Event, meeting: ComingMeeting) -> Event:
    assert meeting.planned is not None
    starts = read_time(meeting.starts) if meeting.starts else None
    return _whole(event, meeting.on, meeting.place, meeting.planned.minutes, starts)


def _whole(event: Event, on: date, place: str, minutes: int | None, at: time | None) -> Event:
    """The event with its beginning, its end and its place; a meeting without a time takes the whole day."""
    event.add("dtstart", _start(on, at))
    event.add("dtend", _moment(on, at) + timedelta(minutes=minutes or _USUAL_MINUTES) if at else on + _DAY)
    if place:
        event.add("location", place)
    return event


def _is_off(meeting: ComingMeeting, group: Group) -> bool:
    """Called off, or moved beyond the day on which the group closes."""
    return meeting.called_off or (group.closed_on is not None and meeting.on > group.closed_on)


def _start(on: date, starts: time | None) -> date:
    return _moment(on, starts) if starts else on


def _moment(on: date, starts: time) -> datetime:
    return datetime.combine(on, starts, _ZONE)
