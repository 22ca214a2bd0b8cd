"""What stands beside a line, what it leaves open, and a line whose words are changed."""

from datetime import date
from typing import Any

import pytest

from tests.builders import a_group, a_meeting, a_member, a_person, an_agency
from tracker.models.item_change import changed_item
from tracker.models.item_words import item_words, questions, reading_words
from tracker.models.meeting_draft import DraftItem, ItemKind
from tracker.models.meeting_members import agency_name, came_last_time, member_name
from tracker.models.records import Attendance, Record
from tracker.models.records.meeting import Presence
from tracker.models.snapshot import Snapshot, snapshot_of

MET = date(2008, 6, 12)
GROUP = a_group()
POLICE = an_agency("POL", short_name="Police")
EDUCATION = an_agency("EDU", short_name="Education")
OFFICER = a_person(POLICE, name="Youth officer")
GONE = a_person(EDUCATION, name="Adviser")


def snapshot(*more: Record) -> Snapshot:
    seats = [
        a_member(GROUP, POLICE, person_id=OFFICER.id),
        a_member(GROUP, EDUCATION, person_id=GONE.id, to_on=date(2008, 6, 1)),
    ]
    return snapshot_of(MET, [GROUP, POLICE, EDUCATION, OFFICER, GONE, *seats, *more])


def a_promise(**parts: Any) -> DraftItem:
    return DraftItem(**{"kind": ItemKind.COMMITMENT, "text": "run it", "agency_id": POLICE.id} | parts)


def asked(item: DraftItem) -> list[str]:
    return [question.part for question in questions(item, snapshot(), GROUP.id, MET)]


def test_a_promise_names_who_to_whom_and_the_full_date() -> None:
    item = a_promise(person_id=OFFICER.id, to_agency_id=EDUCATION.id, due=date(2008, 6, 20))
    assert reading_words(item, snapshot()) == "Youth officer (Police) · to Education · by Fri 20 Jun 2008"
    assert item_words(item, snapshot()) == "Police · by Fri 20 Jun 2008"


def test_a_victory_names_whose_the_credit_is() -> None:
    item = DraftItem(kind=ItemKind.VICTORY, text="Enrolled", agency_ids=(EDUCATION.id, POLICE.id))
    assert item_words(item, snapshot()) == "credit: Education, Police"


def test_a_lesson_names_where_it_is_carried() -> None:
    item = DraftItem(kind=ItemKind.LESSON, text="Ring first", agency_ids=(POLICE.id,))
    assert item_words(item, snapshot()) == "to carry back: Police"


def test_two_agencies_with_one_short_name_are_told_apart() -> None:
    trusts = [an_agency(code, name=f"{code} Community Trust", short_name="Trust") for code in ("MCT", "OCT")]
    both = snapshot(*trusts)
    assert agency_name(both, trusts[0].id) == "Trust (MCT Community Trust)"
    member = a_person(trusts[1], name="Chair")
    assert member_name(snapshot(*trusts, member), trusts[1].id, member.id) == "Chair (OCT)"


@pytest.mark.parametrize(
    ("item", "parts"),
    [
        (a_promise(due=date(2008, 6, 20)), []),
        (a_promise(due=MET), []),
        (a_promise(), ["due"]),
        (a_promise(agency_id=""), ["agency_id", "due"]),
        (a_promise(due_open="end of term"), ["due"]),
        (a_promise(due=date(2008, 6, 1)), ["due"]),
        (a_promise(due=date(2008, 6, 20), person_id=GONE.id, agency_id=EDUCATION.id), ["person_id"]),
        (a_promise(agency_id="", who_open="Trust", due=date(2008, 6, 20)), ["agency_id"]),
        (DraftItem(kind=ItemKind.VICTORY, text="Done", who_open="Trust"), ["agency_ids"]),
        (DraftItem(kind=ItemKind.NOTE, text="So", kind_open=True), ["kind"]),
        (DraftItem(kind=ItemKind.BALL, text="School"), ["agency_id"]),
        (DraftItem(kind=ItemKind.DECISION, text="So"), []),
    ],
)
def test_what_is_open_names_the_part_that_would_answer_it(item: DraftItem, parts: list[str]) -> None:
    assert asked(item) == parts


def test_a_name_that_fits_nobody_and_one_that_fits_several_are_asked_for_differently() -> None:
    trusts = [an_agency(code, short_name="Trust") for code in ("MCT", "OCT")]
    both = snapshot(*trusts, *(a_member(GROUP, trust) for trust in trusts))
    several = questions(a_promise(agency_id="", who_open="trust"), both, GROUP.id, MET)[0].sentence
    nobody = questions(a_promise(agency_id="", who_open="Customs"), both, GROUP.id, MET)[0].sentence
    assert several.startswith("“trust” fits more than one")
    assert nobody.startswith("“Customs” is not one agency or person of the group")


def test_an_agency_without_a_seat_is_noted_and_stands() -> None:
    customs = an_agency("CUS", name="Customs")
    item = a_promise(agency_id=customs.id, due=date(2008, 6, 20))
    asked_for = questions(item, snapshot(customs), GROUP.id, MET)
    assert [question.sentence for question in asked_for] == ["Customs has no seat in this group: is it theirs?"]


def test_who_came_last_time_is_known_from_the_meeting_before() -> None:
    meetings = [a_meeting(GROUP, on=date(2008, 5, day)) for day in (1, 20)]
    came = [
        Attendance(id="1", meeting_id=meetings[0].id, agency_id=EDUCATION.id, person_id=GONE.id),
        Attendance(id="2", meeting_id=meetings[1].id, agency_id=POLICE.id, person_id=OFFICER.id),
        Attendance(id="3", meeting_id=meetings[1].id, agency_id=EDUCATION.id, presence=Presence.ABSENT),
    ]
    assert came_last_time(snapshot(*meetings, *came), GROUP.id, MET) == {(POLICE.id, OFFICER.id)}


def read(text: str, kind: ItemKind | None = None) -> DraftItem:
    """A reader that knows two things: Police, and Friday."""
    due = date(2008, 6, 20) if "Friday" in text else None
    words = text.replace(" by Friday", "")
    agency = POLICE.id if "Police" in text else ""
    return DraftItem(kind=kind or ItemKind.NOTE, text=words, due=due, agency_id=agency, kind_open=kind is None)


def test_a_kept_line_that_nobody_touches_stays_as_it_was() -> None:
    item = a_promise(text="ring Police by Friday", agency_id=EDUCATION.id)
    assert changed_item(item, item.text, None, read) == item


def test_other_words_keep_what_was_known() -> None:
    item = a_promise(due=date(2008, 7, 1), record_id="known")
    changed = changed_item(item, "run it twice", None, read)
    assert (changed.text, changed.agency_id, changed.due, changed.record_id) == (
        "run it twice",
        POLICE.id,
        date(2008, 7, 1),
        "known",
    )


def test_what_the_change_itself_says_is_read() -> None:
    changed = changed_item(a_promise(due_open="soon"), "run it by Friday", None, read)
    assert (changed.text, changed.due, changed.due_open) == ("run it", date(2008, 6, 20), "")


def test_another_kind_reads_the_line_anew() -> None:
    note = DraftItem(kind=ItemKind.NOTE, text="Police run it by Friday", kind_open=True, record_id="known")
    changed = changed_item(note, note.text, ItemKind.COMMITMENT, read)
    assert (changed.kind, changed.kind_open) == (ItemKind.COMMITMENT, False)
    assert (changed.agency_id, changed.due, changed.record_id) == (POLICE.id, date(2008, 6, 20), "known")
