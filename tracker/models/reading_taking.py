"""Taking somebody's readings of power: who may rate on a day, over whom, and what is kept of it (§4.1, §4.2)."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from string import ascii_uppercase

from tracker.models.dates import shown
from tracker.models.figures.joining_order import agencies_in_order
from tracker.models.figures.reading_round import rater_of
from tracker.models.figures.shares import agencies_on
from tracker.models.mistake import Mistake
from tracker.models.records.agency import Agency
from tracker.models.records.group import Group
from tracker.models.records.reading import Question, Reading
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

# The points of one question by agency id.
Points = tuple[tuple[str, int], ...]


@value
class Rater(Value):
    """Who rates, and when. `mark` tells the raters of one agency apart, such as A or B; "" where there is but one."""

    group_id: str
    on: date
    agency_id: str
    mark: str = ""


def table_on(snapshot: Snapshot, group_id: str, on: date) -> tuple[Agency, ...]:
    """The agencies with a seat on a day, as they joined: these rate, and these are rated."""
    seated = agencies_on(snapshot, group_id, on)
    return tuple(agency for agency in agencies_in_order(snapshot, group_id) if agency.id in seated)


def readings_of(snapshot: Snapshot, rater: Rater) -> dict[Question, Reading]:
    """What the rater gave on that day already, by question."""
    wanted = rater.agency_id, rater.mark.strip().casefold()
    return {
        reading.question: reading
        for reading in sorted(snapshot.of(Reading, group_id=rater.group_id), key=lambda reading: reading.id)
        if reading.question and reading.on == rater.on and rater_of(reading) == wanted
    }


def marks_on(snapshot: Snapshot, group_id: str, on: date) -> dict[str, tuple[str, ...]]:
    """The marks of those who rated on a day, by the ids of their agencies; "" for one who needed none."""
    marks: dict[str, dict[str, None]] = {}
    for reading in sorted(snapshot.of(Reading, group_id=group_id), key=lambda reading: reading.id):
        if reading.on == on and reading.agency_id:
            marks.setdefault(reading.agency_id, {}).setdefault(reading.rater.strip())
    return {agency_id: tuple(held) for agency_id, held in marks.items()}


def free_mark(snapshot: Snapshot, group_id: str, on: date, agency_id: str) -> str:
    """The first letter that no rater of that agency has on that day; "" after Z."""
    held = {mark.casefold() for mark in marks_on(snapshot, group_id, on).get(agency_id, ())}
    return next((letter for letter in ascii_uppercase if letter.casefold() not in held), "")


def taken(
    snapshot: Snapshot, rater: Rater, given: Mapping[Question, Points], mint: Callable[[], str]
) -> tuple[Reading, ...]:
    """The readings to keep, one for each question; a rater's reading of that day is put right, not doubled.

    Raises Mistake if no question is answered, the day lies ahead, the rater's agency or one with points has no seat on
    that day, or the points of a question do not add up to 100.
    """
    if not given:
        raise Mistake("No question is answered yet: share out the 100 points of at least one.")
    _refuse(snapshot, rater, given)
    before = readings_of(snapshot, rater)
    readings = tuple(
        replace(before.get(question) or _blank(rater, question, mint), points=points)
        for question, points in sorted(given.items(), key=lambda pair: pair[0].rank)
    )
    for reading in readings:
        if problems := reading.problems():
            question = reading.question.label if reading.question else ""
            raise Mistake(f"{question}: {problems[0][:1].lower()}{problems[0][1:]}")
    return readings


def _blank(rater: Rater, question: Question, mint: Callable[[], str]) -> Reading:
    return Reading(
        id=mint(),
        group_id=rater.group_id,
        on=rater.on,
        agency_id=rater.agency_id,
        rater=rater.mark.strip(),
        question=question,
    )


def _refuse(snapshot: Snapshot, rater: Rater, given: Mapping[Question, Points]) -> None:
    if rater.on > snapshot.today:
        raise Mistake(
            f"{shown(rater.on)} is still to come: give the day of the reading, up to {shown(snapshot.today)}."
        )
    seated = agencies_on(snapshot, rater.group_id, rater.on)
    group, day = snapshot.called(Group, rater.group_id), shown(rater.on)
    if rater.agency_id not in seated:
        who = snapshot.called(Agency, rater.agency_id) or "The rater's agency"
        raise Mistake(f"{who} has no seat in {group} on {day}: choose an agency at the table, or another day.")
    named = {agency_id for points in given.values() for agency_id, number in points if number}
    for agency_id in sorted(named - seated):
        who = snapshot.called(Agency, agency_id)
        raise Mistake(f"{who} was given points and has no seat in {group} on {day}: share them out over the others.")
