"""Log meeting on a bad day: a disk that is full, a draft that is damaged, and records that change meanwhile."""

import errno
import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.builders import a_group
from tests.ui.meeting_typed import STARTED, a_group_that_meets, keep, press, shown_page, type_line, type_text
from tracker.models.promise_changes import renegotiated
from tracker.models.records import Agency, Attendance, Commitment, Decision, Group, Meeting, Membership, Person
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.pages.log_meeting import LogMeetingPage
from tracker.ui.place import Place


@pytest.fixture
def group(office: Office) -> Group:
    return a_group_that_meets(office)


@pytest.fixture
def page(office: Office, group: Group, qtbot: object) -> Iterator[LogMeetingPage]:
    """The page, with the keyboard in the line."""
    made = shown_page(Desk(office), Place("log-meeting", group.id))
    made.form.composer.line.setFocus()
    yield made
    made.hide()
    made.deleteLater()


def drafts(page: LogMeetingPage, ending: str = "json") -> list[Path]:
    return list((page.desk.office.setting.data_folder / "drafts").rglob(f"*.{ending}"))


def begun_again(page: LogMeetingPage, group: Group) -> tuple[list[str], str]:
    """The lines and the message of a page that is opened after this one was closed."""
    again = shown_page(page.desk, Place("log-meeting", group.id))
    found = [item.text for item in again.form.draft.items], again.banner.sentence
    again.hide()
    again.deleteLater()
    return found


def take_out_police(page: LogMeetingPage) -> None:
    snapshot = page.desk.snapshot
    police = next(agency for agency in snapshot.of(Agency) if agency.code == "POL")
    seats, people = snapshot.of(Membership, agency_id=police.id), snapshot.of(Person, agency_id=police.id)
    assert page.desk.do("take out", removes=(*seats, *people, police))
    page.refill()


def test_what_a_full_disk_refused_is_offered_again_and_said_once(
    page: LogMeetingPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    said: list[str] = []
    page.keeper.mistaken.connect(said.append)
    type_text("d half a sentence")
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        page.keeper.keep()
        page.keeper.keep()
    assert len(said) == 1
    assert drafts(page) == []
    page.keeper.keep()
    assert len(drafts(page)) == 1


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b'{"meeting": 3}', b"[" * 100_000])
def test_a_damaged_draft_is_kept_beside_and_said(page: LogMeetingPage, group: Group, content: bytes) -> None:
    type_line("d One desk")
    page.keeper.keep()
    drafts(page)[0].write_bytes(content)
    lines, sentence = begun_again(page, group)
    assert lines == []
    (aside,) = drafts(page, "unread")
    assert aside.read_bytes() == content
    assert sentence.startswith("What was typed here before cannot be read")
    assert str(aside) in sentence


def test_a_draft_whose_values_are_none_of_a_draft_is_no_draft(page: LogMeetingPage, group: Group) -> None:
    type_line("d One desk")
    page.keeper.keep()
    kept = json.loads(drafts(page)[0].read_text(encoding="utf-8"))
    kept["meeting"]["items"][0]["text"] = None
    drafts(page)[0].write_text(json.dumps(kept), encoding="utf-8")
    assert begun_again(page, group)[0] == []


def test_a_draft_of_a_newer_version_is_read_as_far_as_it_is_known(page: LogMeetingPage, group: Group) -> None:
    type_line("d One desk")
    page.keeper.keep()
    kept = json.loads(drafts(page)[0].read_text(encoding="utf-8"))
    kept["meeting"]["weather"] = kept["meeting"]["items"][0]["colour"] = "blue"
    drafts(page)[0].write_text(json.dumps(kept), encoding="utf-8")
    assert begun_again(page, group)[0] == ["One desk"]


def test_an_agency_taken_out_meanwhile_is_asked_for_and_the_line_is_kept(page: LogMeetingPage) -> None:
    page.form.strip.mark_all()
    page.form.composer.line.setFocus()
    type_line("c Police: run the course by 27 Jul 2008")
    take_out_police(page)
    assert len(page.form.strip.chips) == 2
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Return)
    assert "taken out of the office since" in page.form.composer.reading.reading.note
    assert page.save()
    (promise,) = page.desk.snapshot.of(Commitment)
    assert (promise.text, promise.agency_id) == ("Run the course", None)
    assert len(page.desk.snapshot.of(Attendance)) == 2


def test_an_agency_that_was_taken_out_and_brought_back_still_stands_in_the_line(page: LogMeetingPage) -> None:
    type_line("c Police: run the course by 27 Jul 2008")
    take_out_police(page)
    page.desk.office.undo()
    page.refill()
    assert page.save()
    (promise,) = page.desk.snapshot.of(Commitment)
    assert page.desk.snapshot.called(Agency, promise.agency_id) == "Police"


def test_a_day_and_a_place_typed_before_the_group_go_along_to_it(page: LogMeetingPage) -> None:
    other = a_group(name="Other group", code="OTH", started_on=STARTED)
    keep(page.desk.office, other)
    head = page.form.head
    head.day.setText("12 Jun 2008")
    head.place.setText("The marae")
    head.group.setCurrentIndex(head.group.findData(other.id))
    assert (page.form.draft.group_id, head.on, head.place.text()) == (other.id, date(2008, 6, 12), "The marae")


def test_a_second_meeting_on_one_day_is_said_before_and_after(page: LogMeetingPage, group: Group) -> None:
    type_line("d One desk")
    assert page.save()
    said: list[str] = []
    page.desk.said.connect(said.append)
    page.show_place(Place("log-meeting", group.id))
    assert "another meeting of 30 Jun 2008" in page.banner.sentence
    page.form.composer.line.setFocus()
    type_line("d Two desks")
    assert page.save()
    assert "another meeting of 30 Jun 2008" in said[-1]
    assert len(page.desk.snapshot.of(Meeting)) == 2


def test_the_word_beside_it_leads_to_the_meeting_that_is_kept(page: LogMeetingPage, group: Group) -> None:
    type_line("d One desk")
    assert page.save()
    places: list[Place] = []
    page.desk.place_requested.connect(places.append)
    page.show_place(Place("log-meeting", group.id))
    page.banner.action_chosen.emit()
    (held,) = page.desk.snapshot.of(Meeting)
    assert places == [Place("log-meeting", group.id, record_id=held.id)]


def test_what_was_said_of_another_meeting_goes_when_that_is_undone(page: LogMeetingPage, group: Group) -> None:
    type_line("d One desk")
    assert page.save()
    page.show_place(Place("log-meeting", group.id))
    assert page.banner.sentence
    page.desk.office.undo()
    page.refill()
    assert page.banner.sentence == ""


def test_a_renegotiated_promise_can_be_taken_out_of_its_meeting(page: LogMeetingPage, group: Group) -> None:
    type_line("c Police: run the course by 27 Jul 2008")
    assert page.save()
    office = page.desk.office
    (promise,) = page.desk.snapshot.of(Commitment)
    keep(office, *renegotiated(promise, date(2008, 8, 20), date(2008, 6, 30), "The room", office.mint))
    (meeting,) = page.desk.snapshot.of(Meeting)
    page.show_place(Place("log-meeting", group.id, record_id=meeting.id))
    page.form.said.list.remove_requested.emit(0)
    page.form.composer.line.setFocus()
    type_line("d No course after all")
    assert page.save()
    assert page.desk.snapshot.of(Commitment) == ()
    assert [decision.text for decision in page.desk.snapshot.of(Decision)] == ["No course after all"]


@pytest.mark.parametrize("typed", ["1 Jan 0001", "31 Dec 9999", "31/12/2200"])
def test_the_arrow_keys_stop_where_the_years_end(page: LogMeetingPage, typed: str) -> None:
    day = page.form.head.day
    day.setText(typed)
    day.setFocus()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down):
        press(key)
    assert not page.save()
    assert page.banner.sentence
