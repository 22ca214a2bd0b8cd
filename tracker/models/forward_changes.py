"""From a tactic to a promise (§7.2), and later whether it helped."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from tracker.models.dates import shown
from tracker.models.guidance.tactics import Tactic
from tracker.models.mistake import Mistake
from tracker.models.records.commitment import Commitment, Helped
from tracker.models.records.group import Group
from tracker.models.snapshot import Snapshot


def made_promise(
    snapshot: Snapshot,
    group_id: str,
    tactic: Tactic,
    text: str,
    owner: tuple[str, str],
    due: date,
    mint: Callable[[], str],
) -> Commitment:
    """The promise, made today; the tactic's words stand where `text` says no others.

    `owner` is an agency and a person, either may be "". Raises Mistake without one, for a day that is past, and in a
    group that is closed.
    """
    group, today = snapshot.one(Group, group_id), snapshot.today
    agency_id, person_id = owner
    if not group.open_on(today):
        raise Mistake(f"{group.called} closed on {shown(group.closed_on)}: nothing more is promised there.")
    if not agency_id and not person_id:
        raise Mistake("Say who will do it: an agency, or somebody from one.")
    if due < today:
        raise Mistake(f"{shown(due)} is past: give the day by which it will be done.")
    return Commitment(
        id=mint(),
        group_id=group_id,
        text=" ".join(text.split()) or tactic.text,
        agency_id=agency_id or None,
        person_id=person_id or None,
        made_on=today,
        due=due,
        first_due=due,
        tactic=tactic.key,
    )


def said_whether_helped(promise: Commitment, helped: Helped | None, on: date, note: str = "") -> Commitment:
    """Whether it helped, as looked at on that day; None takes back what was said.

    Raises Mistake for a day before the promise was made.
    """
    if helped is None:
        return replace(promise, helped=None, helped_on=None, helped_note="")
    if promise.made_on and on < promise.made_on:
        raise Mistake(f"It was promised on {shown(promise.made_on)}: give a later day on which it was looked at.")
    return replace(promise, helped=helped, helped_on=on, helped_note=note or promise.helped_note)
