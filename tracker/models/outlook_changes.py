"""Saying how far a practice has come (§4.2), or how far something is seen in the group (§2.3 to §7.3), on a day.

What was said before stays; said again for the same day, it is put right. What is restricted to the office stays so.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from tracker.models.dates import shown
from tracker.models.figures.conditions_board import ConditionRow
from tracker.models.figures.practices_board import PracticeRow
from tracker.models.mistake import Mistake
from tracker.models.records.group import Group
from tracker.models.records.outlook import Condition, Practice, PracticeState, Seen
from tracker.models.snapshot import Snapshot


def practised(
    snapshot: Snapshot,
    group_id: str,
    row: PracticeRow,
    state: PracticeState,
    on: date,
    note: str,
    mint: Callable[[], str],
) -> Practice:
    """The practice in that state on that day. Raises Mistake if the day lies ahead, or before the group began."""
    _refuse_day(snapshot, group_id, on)
    same = next((each for each in row.said if each.on == on), None)
    if same:
        return replace(same, state=state, note=note or same.note)
    made = Practice(id=mint(), group_id=group_id, name=row.help.name, state=state, on=on, note=note)
    return replace(made, sensitivity=row.latest.sensitivity) if row.latest else made


def observed(
    snapshot: Snapshot,
    group_id: str,
    row: ConditionRow,
    seen: Seen,
    on: date,
    note: str,
    mint: Callable[[], str],
) -> Condition:
    """The enabler or impediment as it was seen on that day.

    Raises Mistake if the day lies ahead, or before the group began.
    """
    _refuse_day(snapshot, group_id, on)
    same = next((each for each in row.said if each.on == on), None)
    if same:
        return replace(same, seen=seen, note=note or same.note)
    made = Condition(id=mint(), group_id=group_id, key=row.help.key, seen=seen, on=on, note=note)
    return replace(made, sensitivity=row.latest.sensitivity) if row.latest else made


def _refuse_day(snapshot: Snapshot, group_id: str, on: date) -> None:
    group = snapshot.find(Group, group_id)
    if group and group.started_on and on < group.started_on:
        raise Mistake(f"{group.called} began on {shown(group.started_on)}: give that day or a later one.")
    if on > snapshot.today:
        raise Mistake(
            f"{shown(on)} is still to come: give the day on which it was seen, up to {shown(snapshot.today)}."
        )
