"""What was done since the last start, in words: by whom, what, and when."""

from collections import Counter
from datetime import datetime

from tracker.models import records
from tracker.models.dates import shown
from tracker.models.figures.day_words import near_day
from tracker.models.past_step import Fate, PastStep, StepChange, in_the_past
from tracker.models.records.group import Group
from tracker.models.records.meeting import Meeting
from tracker.models.records.record import Record
from tracker.models.snapshot import Snapshot
from tracker.ui.desk import Desk
from tracker.ui.today.day_rows import Heading, Told, card_of
from tracker.ui.today.row_list import Row
from tracker.ui.wayfinder import place_of
from tracker.ui.words import count

_MOST = 8
_LONGEST = 90


def since_rows(desk: Desk) -> list[Row]:
    """A heading and the latest steps since the last start; nothing at the first start, or if nothing was done."""
    if desk.last_start is None:
        return []
    steps, total = desk.office.steps_since(desk.last_start, _MOST)
    if not steps:
        return []
    more = f"the last {len(steps)} of {total:,} changes" if total > len(steps) else count(total, "change")
    return [Heading("Since you were last here", more), *card_of([_told(desk.snapshot, step) for step in steps])]


def _told(snapshot: Snapshot, step: PastStep) -> Told:
    main = _main(snapshot, step)
    title = f"{step.by} {in_the_past(step.name)}"
    if what := _called(snapshot, main) if main else "":
        title = f"{title}: {what}{_and_more(step, main)}"
    place = place_of(snapshot, type(main), main.id) if main else None
    group = snapshot.called(Group, place.group_id) if place and place.group_id and type(main) is not Group else ""
    below = " · ".join(part for part in (_when(step.at, snapshot), group, _beside(step, main)) if part)
    return Told(title, below, place, tone="quiet")


def _and_more(step: PastStep, main: Record | None) -> str:
    """How many things of the same kind the step was about besides."""
    others = sum(main is not None and change.table == main.table for change in step.changes) - 1
    return f" and {others:,} more" if others > 0 else ""


def _main(snapshot: Snapshot, step: PastStep) -> Record | None:
    """What the step was about: the meeting, where one was logged; else the first record that is still there."""
    there = [found for change in step.changes if (found := _found(snapshot, change))]
    meetings = [record for record in there if isinstance(record, Meeting)]
    return next(iter(meetings or there), None)


def _found(snapshot: Snapshot, change: StepChange) -> Record | None:
    return snapshot.find(records.KIND_BY_TABLE[change.table], change.record_id)


def _called(snapshot: Snapshot, record: Record) -> str:
    if isinstance(record, Meeting):
        return " ".join(part for part in (snapshot.called(Group, record.group_id), shown(record.on)) if part)
    words = " ".join((snapshot.called(type(record), record.id) or record.title).split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"


def _beside(step: PastStep, main: Record | None) -> str:
    """What came along with it: 3 commitments, 1 result."""
    kinds = Counter(
        records.KIND_BY_TABLE[change.table]
        for change in step.changes
        if change.fate is Fate.NEW and (main is None or change.table != main.table)
    )
    return ", ".join(count(number, kind.noun, kind.nouns) for kind, number in kinds.most_common(3))


def _when(at: datetime, snapshot: Snapshot) -> str:
    local = at.astimezone()
    return f"{near_day(local.date(), snapshot.today)} {local:%H:%M}"
