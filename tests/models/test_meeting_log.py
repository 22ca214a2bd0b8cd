"""A meeting's lines are read, its draft is checked, and it becomes records."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import count

import pytest

from tracker.models.meeting_checks import draft_problems, left_out_note, open_questions
from tracker.models.meeting_draft import DraftAttendance, DraftItem, ItemKind, MeetingDraft
from tracker.models.meeting_log import draft_of, records_of, removed
from tracker.models.records import (
    Agency,
    Attendance,
    Ball,
    Commitment,
    Decision,
    Group,
    Handover,
    Lesson,
    Meeting,
    Membership,
    Note,
    OfficeDetails,
    Record,
    Result,
    Risk,
)
from tracker.models.records.meeting import NoteKind, Presence
from tracker.models.snapshot import Snapshot, snapshot_of
from tracker.models.typed_line.reader import LineReader

TODAY = date(2008, 6, 30)
MET = date(2008, 6, 12)


def office() -> list[Record]:
    started = date(2007, 7, 1)
    agencies = [
        Agency(id="police", name="New Zealand Police", short_name="Police", code="POL"),
        Agency(id="mangere", name="Māngere Community Trust", short_name="Māngere Trust", code="MCT"),
    ]
    seats = [
        Membership(id=f"seat-{agency.id}", group_id="icm", agency_id=agency.id, from_on=started) for agency in agencies
    ]
    return [
        OfficeDetails(id="office", name="Auckland", code="AKL", region="Auckland"),
        *agencies,
        Agency(id="customs", name="Customs", code="CUS"),
        Group(id="icm", name="Integrated Case Management", short_name="ICM", code="ICM", started_on=started),
        *seats,
    ]


def snapshot(*more: Record) -> Snapshot:
    return snapshot_of(TODAY, [*office(), *more])


def mint() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"new-{next(numbers)}"


def draft(*items: DraftItem, **changes: object) -> MeetingDraft:
    plain = MeetingDraft(group_id="icm", on=MET, place="Papakura", items=items)
    return replace(plain, **changes)  # type: ignore[arg-type]


def read(line: str) -> DraftItem:
    return reader().read(line)


def reader() -> LineReader:
    return LineReader(snapshot(), "icm", MET)


def saved(*lines: str) -> list[Record]:
    """The records of a meeting that was saved with these lines."""
    return records_of(draft(*reader().read_all(lines)), snapshot(), mint())


def test_empty_lines_count_and_give_no_item() -> None:
    items = reader().read_all(["d one", "", "d two"])
    assert [(item.line, item.text) for item in items] == [(1, "One"), (3, "Two")]


def test_open_questions_name_the_line() -> None:
    items = reader().read_all(["d agreed", "c run the course", "b Police: the hall", "just so"])
    assert [number for number, _ in open_questions(draft(*items), snapshot())] == [2, 2, 4]


def test_characters_that_cannot_be_shown_are_left_out_and_counted() -> None:
    item = read("d agreed\x00 at\x1b once")
    assert item.text == "Agreed at once"
    assert left_out_note(draft(item)).startswith("2 characters")


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (None, "Say when"),
        (date(2008, 7, 1), "has not come yet"),
        (date(2007, 6, 30), "started on 1 Jul 2007"),
    ],
)
def test_a_day_that_cannot_be_is_said(on: date | None, words: str) -> None:
    assert words in draft_problems(draft(read("d agreed"), on=on), snapshot())[0]


def test_a_meeting_without_anything_is_refused() -> None:
    assert "nothing to keep" in draft_problems(draft(), snapshot())[0]


def test_who_came_is_enough_to_keep_a_meeting() -> None:
    came = DraftAttendance(agency_id="police")
    assert draft_problems(draft(attendances=(came,)), snapshot()) == []


def test_a_promise_due_before_the_meeting_is_said_with_its_line() -> None:
    problems = draft_problems(draft(read("d agreed"), read("c Police: run it by 1 Jun 2008")), snapshot())
    assert problems[0].startswith("Line 2 is due on 1 Jun 2008, before the meeting")


def test_two_holders_of_one_ball_are_refused() -> None:
    items = (read("b Police: school attendance"), read("b Māngere Trust: School attendance"))
    assert "only one agency holds it" in draft_problems(draft(*items), snapshot())[0]


def test_forty_thousand_characters_fit() -> None:
    long = draft(read("d " + "ā" * 40_000))
    assert draft_problems(long, snapshot()) == []
    assert len(records_of(long, snapshot(), mint())[1].title) == 40_000


def test_each_line_becomes_its_record() -> None:
    lines = ["d one", "c two", "v three", "l four", "r five", "b Police: six", "s seven", "n eight"]
    kinds = [type(record) for record in saved(*lines)]
    assert kinds == [Meeting, Decision, Commitment, Result, Lesson, Risk, Ball, Handover, Note, Note]


def test_records_of_a_meeting_have_no_problems() -> None:
    lines = ["d one", "c Police: two by 27 Jun 2008", "v three", "l four", "r five", "b six", "s seven", "eight"]
    assert [sentence for record in saved(*lines) for sentence in record.problems()] == []


def test_a_new_promise_is_first_due_when_it_is_due() -> None:
    promise = saved("c Police: run it by 27 Jun 2008")[1]
    assert isinstance(promise, Commitment)
    assert (promise.due, promise.first_due, promise.made_on) == (date(2008, 6, 27), date(2008, 6, 27), MET)


def test_a_little_victory_is_reported_first_by_this_office() -> None:
    victory = saved("v all five are back at school")[1]
    assert isinstance(victory, Result)
    assert (victory.primary_reporter, victory.meeting_id) == ("AKL", "new-1")


def test_what_we_now_see_is_a_note_of_that_kind() -> None:
    note = saved("s it is about housing")[1]
    assert isinstance(note, Note)
    assert note.kind is NoteKind.NOW_SEE


def test_an_open_ball_is_passed_and_not_opened_again() -> None:
    ball = Ball(id="ball", group_id="icm", issue="School attendance", opened_on=date(2008, 1, 1))
    passed = records_of(draft(read("b Police: school attendance")), snapshot(ball), mint())
    assert [(type(record), getattr(record, "ball_id", "")) for record in passed] == [(Meeting, ""), (Handover, "ball")]


def test_a_meeting_logged_late_shows_that_an_issue_is_older() -> None:
    ball = Ball(id="ball", group_id="icm", issue="School attendance", opened_on=date(2008, 6, 20))
    (_, opened, passed) = records_of(draft(read("b Police: school attendance")), snapshot(ball), mint())
    assert isinstance(opened, Ball)
    assert isinstance(passed, Handover)
    assert (opened.id, opened.opened_on, passed.on) == ("ball", MET, MET)


@pytest.mark.parametrize(("closed_on", "made"), [(date(2008, 6, 20), "ball"), (date(2008, 6, 1), "new-2")])
def test_a_settled_ball_is_passed_only_by_a_meeting_before_it_was_settled(closed_on: date, made: str) -> None:
    ball = Ball(id="ball", group_id="icm", issue="Attendance", opened_on=date(2008, 1, 1), closed_on=closed_on)
    passed = records_of(draft(read("b Police: attendance")), snapshot(ball), mint())[-1]
    assert isinstance(passed, Handover)
    assert passed.ball_id == made


def test_a_saved_meeting_comes_back_as_it_was_typed() -> None:
    records = saved("d one", "c Police: two by 27 Jun 2008", "b Police: three")
    again = draft_of(snapshot(*records), "new-1")
    assert [(item.kind, item.text, item.agency_id) for item in again.items] == [
        (ItemKind.DECISION, "One", ""),
        (ItemKind.COMMITMENT, "Two", "police"),
        (ItemKind.BALL, "Three", "police"),
    ]


def test_nothing_is_saved_when_nothing_is_corrected() -> None:
    now = snapshot(*saved("d one", "c Police: two by 27 Jun 2008", "v three", "r four", "b Police: five", "six"))
    again = draft_of(now, "new-1")
    assert records_of(again, now, mint()) == []
    assert removed(again, now) == ()


def test_a_corrected_line_keeps_its_record() -> None:
    now = snapshot(*saved("c Police: run it by 27 Jun 2008"))
    again = draft_of(now, "new-1")
    (item,) = again.items
    (promise,) = records_of(replace(again, items=(replace(item, text="Run both"),)), now, mint())
    assert isinstance(promise, Commitment)
    assert (promise.id, promise.text, promise.due) == (item.record_id, "Run both", date(2008, 6, 27))


def test_a_renegotiated_promise_keeps_its_first_date_when_corrected() -> None:
    records = [
        replace(record, due=date(2008, 8, 1)) if isinstance(record, Commitment) else record
        for record in saved("c Police: run it by 27 Jun 2008")
    ]
    now = snapshot(*records)
    again = draft_of(now, "new-1")
    (promise,) = records_of(replace(again, items=(replace(again.items[0], due=date(2008, 9, 1)),)), now, mint())
    assert isinstance(promise, Commitment)
    assert (promise.due, promise.first_due) == (date(2008, 9, 1), date(2008, 6, 27))


def test_credit_carrying_back_and_to_whom_go_into_the_records_and_come_back() -> None:
    items = (
        DraftItem(kind=ItemKind.VICTORY, text="five enrolled", agency_ids=("police", "mangere")),
        DraftItem(kind=ItemKind.LESSON, text="ring first", agency_ids=("mangere",)),
        DraftItem(kind=ItemKind.COMMITMENT, text="run it", agency_id="police", to_agency_id="mangere"),
        DraftItem(kind=ItemKind.COMMITMENT, text="run it", agency_id="police", to="the aunties"),
    )
    records = records_of(draft(*items), snapshot(), mint())
    again = draft_of(snapshot(*records), "new-1").items
    assert {replace(item, record_id="") for item in again} == set(items)


def test_a_corrected_victory_touches_neither_its_lesson_nor_its_promise() -> None:
    now = snapshot(*saved("v five enrolled", "l ring first", "c Police: run it by 27 Jun 2008"))
    again = draft_of(now, "new-1")
    credited = [
        replace(item, agency_ids=("police",)) if item.kind is ItemKind.VICTORY else item for item in again.items
    ]
    (victory,) = records_of(replace(again, items=tuple(credited)), now, mint())
    assert isinstance(victory, Result)
    assert victory.credit_ids == ("police",)


def test_a_line_taken_out_is_removed_and_its_ball_with_it() -> None:
    now = snapshot(*saved("d one", "b Police: two"))
    gone = removed(replace(draft_of(now, "new-1"), items=()), now)
    assert [type(record) for record in gone] == [Decision, Handover, Ball]


def test_a_line_of_another_kind_replaces_its_record() -> None:
    now = snapshot(*saved("d one"))
    again = draft_of(now, "new-1")
    changed = replace(again, items=(replace(again.items[0], kind=ItemKind.LESSON),))
    assert [type(record) for record in removed(changed, now)] == [Decision]
    assert [type(record) for record in records_of(changed, now, mint())] == [Lesson]


def test_a_note_that_becomes_what_we_now_see_stays_one_record() -> None:
    now = snapshot(*saved("n one"))
    again = draft_of(now, "new-1")
    changed = replace(again, items=(replace(again.items[0], kind=ItemKind.NOW_SEE),))
    assert removed(changed, now) == ()
    assert [record.id for record in records_of(changed, now, mint())] == [again.items[0].record_id]


def test_attendance_is_kept_by_person_and_agency() -> None:
    came = DraftAttendance(agency_id="police", presence=Presence.SENT_SOMEBODY, instead="A constable")
    records = records_of(draft(attendances=(came,)), snapshot(), mint())
    now = snapshot(*records)
    again = draft_of(now, "new-1")
    assert again.attendances == (came,)
    corrected = replace(again, attendances=(replace(came, presence=Presence.PRESENT, instead=""),))
    (attendance,) = records_of(corrected, now, mint())
    assert isinstance(attendance, Attendance)
    assert (attendance.id, attendance.presence) == (records[1].id, Presence.PRESENT)


def test_the_words_of_a_meeting_count_what_it_holds() -> None:
    items = reader().read_all(["c one", "c two", "v three", "d four"])
    assert draft(*items).words == "meeting of 12 Jun 2008, 1 decision, 2 promises, 1 little victory"
