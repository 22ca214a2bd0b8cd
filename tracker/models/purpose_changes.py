"""Rewording a group's shared purpose (§3.2): nothing of the earlier wordings is lost."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from tracker.models.dates import shown
from tracker.models.figures.purposes import purposes, same_words
from tracker.models.mistake import Mistake
from tracker.models.records.group import Group
from tracker.models.records.outlook import Purpose
from tracker.models.records.record import Record
from tracker.models.snapshot import Snapshot

_ELSEWHERE = "Reworded without a reason; on which day is not known, at the latest on this one."


def reworded(
    snapshot: Snapshot, group_id: str, text: str, why: str, on: date, mint: Callable[[], str]
) -> tuple[Record, ...]:
    """The group with its new purpose, and the wordings to keep: the new one, and one that was not noted before.

    Raises Mistake without words or a reason, for the same words, and for a day that is to come or before the last.
    """
    group, before = snapshot.one(Group, group_id), purposes(snapshot, group_id)
    _refuse(snapshot, before[0].text if before else "", text, why, on)
    last = next((each.on for each in before if each.on), None)
    if last and on < last:
        raise Mistake(f"The purpose was put into words on {shown(last)} already: give that day or a later one.")
    kept: list[Record] = []
    if before and before[0].purpose is None:
        unnoted = before[0]
        note = "" if unnoted.first else _ELSEWHERE
        kept.append(Purpose(id=mint(), group_id=group_id, on=unnoted.on or on, text=unnoted.text, why=note))
    kept.append(Purpose(id=mint(), group_id=group_id, on=on, text=text.strip(), why=why.strip()))
    return (*kept, replace(group, purpose=text.strip()))


def corrected(snapshot: Snapshot, purpose: Purpose) -> tuple[Record, ...]:
    """A wording put right; where it is the latest, the group's purpose goes with it."""
    group = snapshot.one(Group, purpose.group_id)
    latest = purposes(snapshot, group.id)[0]
    goes_with = latest.purpose is not None and latest.purpose.id == purpose.id
    return (purpose, replace(group, purpose=purpose.text)) if goes_with else (purpose,)


def _refuse(snapshot: Snapshot, now: str, text: str, why: str, on: date) -> None:
    if not text.strip():
        raise Mistake("Put the purpose into words: what the group is there to change, in a sentence.")
    if same_words(text, now):
        raise Mistake("These are the words that stand there already: change them, or leave it.")
    if now and not why.strip():
        raise Mistake("Say in a line why it is reworded: that is what people will ask later.")
    if on > snapshot.today:
        raise Mistake(f"{shown(on)} is still to come: give the day on which it was agreed, up to today.")
