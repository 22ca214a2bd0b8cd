"""The group's story."""

from datetime import date

from tests.builders import a_group, a_meeting, a_member, a_person, a_result, a_stage, an_agency, an_id
from tracker.models.figures.timeline import Entry, Family, timeline
from tracker.models.records import Commitment, Group, Reading, Record
from tracker.models.records.reading import Question
from tracker.models.snapshot import snapshot_of


def story(group: Group, *records: Record) -> tuple[Entry, ...]:
    return timeline(snapshot_of(date(2008, 6, 30), [group, *records]), group.id)


def test_the_newest_entry_stands_first() -> None:
    group = a_group()
    days = [entry.on for entry in story(group, a_meeting(group), a_result(group), a_stage(group))]
    assert days == sorted(days, reverse=True)
    assert len(days) == 4


def test_a_kept_promise_is_told_when_it_was_made_and_when_it_was_kept() -> None:
    group = a_group()
    promise = Commitment(
        id=an_id(), group_id=group.id, text="Bring the figures", made_on=date(2008, 4, 1), kept_on=date(2008, 5, 1)
    )
    words = [entry.kind_word for entry in story(group, promise)]
    assert words == ["Commitment kept", "Commitment", "Group started"]


def test_joining_and_leaving_are_told_with_name_and_agency() -> None:
    group, agency = a_group(), an_agency(short_name="Education")
    person = a_person(agency)
    seat = a_member(group, agency, person_id=person.id, to_on=date(2008, 3, 1))
    left = story(group, agency, person, seat)[0]
    assert (left.kind_word, left.title, left.detail, left.family) == (
        "Left",
        "Aroha Example",
        "Education",
        Family.PEOPLE,
    )


def test_readings_of_one_day_are_one_entry_without_names() -> None:
    group = a_group()
    readings = [
        Reading(id=an_id(), group_id=group.id, on=date(2008, 5, 1), agency_id=agency.id, question=Question.GIVES)
        for agency in (an_agency("EDU"), an_agency("POL"))
    ]
    newest, *rest = story(group, *readings)
    assert (newest.title, len(rest)) == ("Points from 2 agencies", 1)


def test_another_group_s_records_are_not_told() -> None:
    group, other = a_group(), a_group()
    assert len(story(group, other, a_meeting(other))) == 1
