"""What becomes of a lesson: somebody carries it home, and the home agency takes it up or does not (§5.2)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from tracker.models.dates import shown
from tracker.models.mistake import Mistake
from tracker.models.records.agency import Agency
from tracker.models.records.review import Carrying, FriendNote, Lesson, TakenUp
from tracker.models.snapshot import Snapshot

Mint = Callable[[], str]


def carried_home(
    snapshot: Snapshot, lesson: Lesson, agency_id: str, to_whom: str, how: str, on: date, mint: Mint
) -> Carrying:
    """The lesson was carried to a home agency on that day.

    Raises Mistake if the day lies ahead or before the lesson, no agency is named, or it was carried there already.
    """
    if not agency_id:
        raise Mistake("Say which home agency the lesson was carried to.")
    _refuse_day(lesson.on, on, snapshot.today, "the lesson was learned", "it was carried home")
    for before in snapshot.of(Carrying, lesson_id=lesson.id):
        if before.agency_id == agency_id:
            raise Mistake(
                f"It was carried to {snapshot.called(Agency, agency_id)} on {shown(before.on)} already: say with U or "
                "X what became of it, or choose another agency."
            )
    return Carrying(
        id=mint(), lesson_id=lesson.id, agency_id=agency_id, to_whom=to_whom.strip(), how=how.strip(), on=on
    )


def answered(carrying: Carrying, answer: TakenUp, on: date, today: date) -> Carrying:
    """What the home agency did with it, since that day. Raises Mistake for a day ahead, or before it was carried."""
    _refuse_day(carrying.on, on, today, "the lesson was carried there", "it was answered")
    return replace(carrying, taken_up=answer, taken_up_on=on)


def talked_over(note: FriendNote, answer: str, on: date, today: date) -> FriendNote:
    """The group talked over what the critical friend said. Raises Mistake without words, or for an impossible day."""
    if not answer.strip():
        raise Mistake("Say in a line what the group made of it, even if that is: we see it otherwise.")
    _refuse_day(note.on, on, today, "the note was given", "it was talked over")
    return replace(note, answer=answer.strip(), answered_on=on)


def _refuse_day(first: date | None, on: date, today: date, began: str, what: str) -> None:
    if on > today:
        raise Mistake(f"{shown(on)} is still to come: give the day on which {what}, up to {shown(today)}.")
    if first and on < first:
        raise Mistake(f"On {shown(first)} {began}: give that day or a later one, not {shown(on)}.")
