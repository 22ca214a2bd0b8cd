"""What the office's own records say needs attention today: promises, and meetings that nobody has logged.

All else that needs attention is told by the signals; overdue promises, of which there is a signal too, are told here.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import groupby
from typing import TypeVar

from tracker.models.dates import shown
from tracker.models.figures.coming import ComingMeeting, waiting_meetings
from tracker.models.figures.day_words import days_words, short_day
from tracker.models.figures.need import Lead, Need, Urgency, most_urgent_first
from tracker.models.figures.promises import Promise, promises
from tracker.models.figures.standing import Standing
from tracker.models.records.group import Group
from tracker.models.records.risk import SetAside
from tracker.models.signals.setting_aside import holds
from tracker.models.snapshot import Snapshot

# The signal that is set aside where overdue promises are.
_OVERDUE = "overdue"
SOON_DAYS = 7
_LONGEST = 60
_NAMED = 3

T = TypeVar("T")
Source = Callable[[Snapshot, Sequence[Promise]], Iterator[Need]]


def needs(snapshot: Snapshot) -> tuple[Need, ...]:
    """Everything that needs attention, the most urgent first; nothing of groups that are closed."""
    running = {group.id for group in snapshot.of(Group) if group.open_on(snapshot.today)}
    to_keep = [one for one in promises(snapshot, unsettled=True) if one.commitment.group_id in running]
    found = [need for source in _SOURCES for need in source(snapshot, to_keep)]
    return most_urgent_first([need for need in found if not need.place.group_id or need.place.group_id in running])


def groups_pressed(found: Iterable[Need]) -> int:
    """How many groups need somebody now."""
    return len({need.place.group_id for need in found if need.urgency is Urgency.NOW and need.place.group_id})


def _overdue(snapshot: Snapshot, to_keep: Sequence[Promise]) -> Iterator[Need]:
    for group_id, late in _by_group(promise for promise in to_keep if promise.standing is Standing.OVERDUE):
        if _is_set_aside(snapshot, group_id):
            continue
        oldest, days = late[0], _over(late[0])
        if len(late) == 1:
            title = f"{oldest.group}: a promise is {days_words(days)} overdue"
            figures = _named(oldest)
        else:
            whose = _counted(promise.agency or "nobody named" for promise in late)
            title = f"{oldest.group}: {len(late):,} promises are overdue"
            figures = f"{whose}. The oldest by {days_words(days)}: {_quoted(oldest.commitment.text)}"
        place = Lead("group", group_id, "commitments", oldest.commitment.id)
        yield Need(title, figures, "4.1", "Open commitments", place, Urgency.NOW, days, _OVERDUE)


def _is_set_aside(snapshot: Snapshot, group_id: str) -> bool:
    """As the signals have it, whose rules are not loaded for this."""
    asides = snapshot.of(SetAside, group_id=group_id)
    return any(aside.signal == _OVERDUE and holds(aside, snapshot.today) for aside in asides)


def _falling_due(snapshot: Snapshot, to_keep: Sequence[Promise]) -> Iterator[Need]:
    due = [promise for promise in to_keep if promise.days is not None and 0 <= promise.days <= SOON_DAYS]
    if not due:
        return
    falls = "promise falls" if len(due) == 1 else "promises fall"
    title = f"{len(due):,} {falls} due by {short_day(snapshot.today + timedelta(days=SOON_DAYS))}"
    listed = [f"{short_day(promise.commitment.due)} {_whose(promise)}" for promise in due[:_NAMED]]
    more = f", and {len(due) - _NAMED} more" if len(due) > _NAMED else ""
    urgency = Urgency.NOW if due[0].days == 0 else Urgency.SOON
    yield _over_groups(due, title, f"{', '.join(listed)}{more}", "", "Open commitments", urgency)


def _not_logged(snapshot: Snapshot, to_keep: Sequence[Promise]) -> Iterator[Need]:
    past = [meeting for meeting in waiting_meetings(snapshot) if meeting.on < snapshot.today]
    for group_id, several in _grouped(past, lambda meeting: meeting.group_id):
        called, latest = snapshot.called(Group, group_id), several[-1]
        if len(several) == 1:
            title = f"{called}: the meeting of {short_day(latest.on)} is not logged"
        else:
            title = f"{called}: {len(several):,} meetings are not logged"
        days = (snapshot.today - several[0].on).days
        place = Lead("log-meeting", group_id, record_id=latest.key)
        yield Need(title, _planned(several), "", "Log it", place, Urgency.SOON, days)


_SOURCES: tuple[Source, ...] = (_overdue, _falling_due, _not_logged)


def _planned(several: Sequence[ComingMeeting]) -> str:
    if len(several) > 1:
        return f"Planned for {', '.join(short_day(meeting.on) for meeting in several)}"
    parts = (several[0].starts, several[0].place)
    return " · ".join(part for part in ("What was promised there stands in no list yet", *parts) if part)


def _by_group(found: Iterable[Promise]) -> list[tuple[str, list[Promise]]]:
    return _grouped(found, lambda promise: promise.commitment.group_id or "")


def _grouped(found: Iterable[T], key: Callable[[T], str]) -> list[tuple[str, list[T]]]:
    """Together by group, each in the order in which it came."""
    return [(group_id, list(several)) for group_id, several in groupby(sorted(found, key=key), key=key)]


def _over_groups(
    several: Sequence[Promise], title: str, figures: str, section: str, action: str, urgency: Urgency
) -> Need:
    """One need for the whole office, or for the one group that it is about: what is not late asks for a glance."""
    first = several[0].commitment
    if len({promise.commitment.group_id for promise in several}) > 1:
        place = Lead("commitments", record_id=first.id)
        return Need(title, figures, section, action, place, urgency)
    place = Lead("group", first.group_id or "", "commitments", first.id)
    return Need(f"{several[0].group}: {title}", figures, section, action, place, urgency)


def _counted(names: Iterable[str]) -> str:
    """Police 3, Education: those with most first."""
    counts = Counter(names).most_common()
    named = [f"{name} {count:,}" if count > 1 else name for name, count in counts[: _NAMED + 1]]
    others = len(counts) - len(named)
    return ", ".join(named) + (f" and {others:,} more" if others > 0 else "")


def _named(promise: Promise) -> str:
    """Whose it is, what, and when it is due."""
    who = promise.agency or promise.person or "nobody named"
    due = f", due {shown(promise.commitment.due)}" if promise.commitment.due else ""
    return f"{who}: {_quoted(promise.commitment.text)}{due}"


def _whose(promise: Promise) -> str:
    return f"{promise.agency or promise.person or 'nobody named'} ({promise.group})"


def _quoted(text: str) -> str:
    words = " ".join(text.split())
    return f"“{words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + '…'}”"


def _over(promise: Promise) -> int:
    return -(promise.days or 0)
