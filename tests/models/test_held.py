"""Meetings that were held, in a list and each by itself."""

from datetime import date

from tests.builders import a_group, a_meeting, a_person, a_result, an_agency, an_id
from tracker.models.figures.held import held_meetings
from tracker.models.figures.meeting_story import StoryPart, meeting_of, meeting_story
from tracker.models.figures.standing import Standing
from tracker.models.records import (
    Attendance,
    Ball,
    Commitment,
    Decision,
    Handover,
    Lesson,
    Note,
    Record,
    Risk,
)
from tracker.models.records.meeting import NoteKind, Presence
from tracker.models.records.person import Level
from tracker.models.snapshot import Snapshot, snapshot_of

GROUP = a_group(short_name="ICM")
POLICE = an_agency("POL", short_name="Police")
OFFICER = a_person(POLICE, name="Youth officer")
MEETING = a_meeting(GROUP)
AT = {"group_id": GROUP.id, "meeting_id": MEETING.id}
ON = date(2008, 5, 6)


def an_office(*records: Record) -> Snapshot:
    return snapshot_of(date(2008, 6, 30), [GROUP, POLICE, OFFICER, MEETING, *records])


def a_seat(presence: Presence, **fields: object) -> Attendance:
    return Attendance(id=an_id(), meeting_id=MEETING.id, agency_id=POLICE.id, presence=presence, **fields)


def a_promise(**fields: object) -> Commitment:
    return Commitment(id=an_id(), **AT, made_on=ON, text="Bring the list", agency_id=POLICE.id, **fields)


def part(heading: str, *records: Record) -> StoryPart:
    parts = meeting_story(an_office(*records), MEETING.id)
    return next(part for part in parts if part.heading == heading)


def test_a_held_meeting_counts_who_came_or_sent_somebody_of_all_who_were_noted() -> None:
    records = [a_seat(Presence.PRESENT), a_seat(Presence.SENT_SOMEBODY), a_seat(Presence.APOLOGY)]
    (held,) = held_meetings(an_office(*records), GROUP.id)
    assert (held.came_words, held.group) == ("2 of 3", "ICM")


def test_a_held_meeting_counts_its_decisions_promises_and_victories() -> None:
    decision = Decision(id=an_id(), **AT, on=ON, text="Joint visits go on")
    victory = a_result(GROUP, meeting_id=MEETING.id)
    (held,) = held_meetings(an_office(decision, a_promise(), a_promise(), victory))
    assert (held.decisions, held.promises, held.victories, held.came_words) == (1, 2, 1, "")


def test_the_latest_meeting_stands_first() -> None:
    later = a_meeting(GROUP, on=date(2008, 6, 3))
    assert [held.meeting for held in held_meetings(an_office(later))] == [later, MEETING]


def test_a_part_with_nothing_in_it_is_not_told() -> None:
    assert meeting_story(an_office(), MEETING.id) == ()


def test_who_was_sent_is_named_with_the_level_and_for_whom() -> None:
    sent = a_seat(Presence.SENT_SOMEBODY, person_id=OFFICER.id, instead="Ana", level=Level.FRONT_LINE)
    (line,) = part("Sent somebody", sent).lines
    assert (line.text, line.note) == ("Police", "Ana (front line) for Youth officer")


def test_an_agency_stands_once_with_all_its_people() -> None:
    records = [a_seat(Presence.PRESENT, person_id=OFFICER.id), a_seat(Presence.PRESENT, instead="Ana")]
    (line,) = part("Came", *records).lines
    assert (line.text, line.note) == ("Police", "Youth officer, Ana")


def test_a_promise_is_told_with_how_it_stands_today() -> None:
    (line,) = part("Promises", a_promise(to="the school", due=date(2008, 6, 12))).lines
    assert (line.standing, line.note) == (Standing.OVERDUE, "Police · to the school · due 12 Jun 2008 · Overdue")


def test_a_promise_that_was_kept_is_told_with_the_day() -> None:
    (line,) = part("Promises", a_promise(due=date(2008, 6, 12), kept_on=date(2008, 6, 10))).lines
    assert (line.standing, line.note) == (Standing.KEPT, "Police · Kept 10 Jun 2008")


def test_balls_lessons_risks_and_notes_are_told_each_in_its_part() -> None:
    ball = Ball(id=an_id(), group_id=GROUP.id, issue="Truancy", opened_on=ON)
    records = [
        ball,
        Handover(id=an_id(), ball_id=ball.id, meeting_id=MEETING.id, on=ON, agency_id=POLICE.id),
        Lesson(id=an_id(), **AT, on=ON, text="Ask early", carry_to_ids=(POLICE.id,)),
        Risk(id=an_id(), **AT, on=ON, text="Money ends in July", agency_id=POLICE.id),
        Note(id=an_id(), **AT, on=ON, kind=NoteKind.NOW_SEE, text="It is one family"),
        Note(id=an_id(), **AT, on=ON, text="Tea was good"),
    ]
    told = {part.heading: part.lines[0].note for part in meeting_story(an_office(*records), MEETING.id)}
    assert told == {
        "Balls passed": "to Police",
        "What we now see differently": "",
        "Lessons": "to be carried to Police",
        "Risks": "Medium · falls on Police",
        "Notes": "",
    }


def test_what_was_said_at_a_meeting_leads_to_the_meeting() -> None:
    promise = a_promise()
    snapshot = an_office(promise)
    assert meeting_of(snapshot, promise.id) == MEETING
    assert meeting_of(snapshot, MEETING.id) == MEETING
    assert meeting_of(snapshot, POLICE.id) is None
