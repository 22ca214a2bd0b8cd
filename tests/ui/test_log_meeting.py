"""Log meeting, as a person uses it: by keyboard alone, corrected, undone, and never losing what was typed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from tests.builders import a_group, a_member, a_person, an_agency
from tests.ui.meeting_typed import STARTED, a_group_that_meets, focused, keep, press, shown_page, type_line, type_text
from tracker.models.records import Agency, Attendance, Commitment, Group, Lesson, Meeting, Person, Record, Result
from tracker.models.records.meeting import Feeling, Presence
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.pages.log_meeting import LogMeetingPage
from tracker.ui.place import Place
from tracker.ui.someone_else import SentDialog, SomeoneElseDialog


@pytest.fixture
def group(office: Office) -> Group:
    """A group of Police, Education and the Māngere trust, with a person each."""
    return a_group_that_meets(office)


@pytest.fixture
def page(office: Office, group: Group, qtbot: object) -> Iterator[LogMeetingPage]:
    """The page, shown, on the group."""
    made = shown_page(Desk(office), Place("log-meeting", group.id))
    yield made
    made.hide()
    made.deleteLater()


def all_of(page: LogMeetingPage, kind: type[Record]) -> tuple[Record, ...]:
    return page.desk.snapshot.of(kind)


def save(page: LogMeetingPage, *lines: str) -> Meeting:
    """Logs a meeting with these lines and returns it."""
    for line in lines:
        page.form.composer.line.setText(line)
        page.form.composer.keep()
    assert page.save()
    return max(page.desk.snapshot.of(Meeting), key=lambda meeting: meeting.id)


def test_a_meeting_is_logged_by_keyboard_alone(page: LogMeetingPage) -> None:
    for _ in range(3):
        press(Qt.Key.Key_Space)
        press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Return)
    type_line("d One desk on Tuesdays")
    type_line("c mangere trust: open the hall by 27 Jul 2008")
    type_line("v All five tamariki go to school")
    type_text("Begin with the whānau's own list")
    press(Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (promise,) = page.desk.snapshot.of(Commitment)
    assert page.desk.snapshot.called(Agency, promise.agency_id) == "Māngere Trust"
    assert [lesson.title for lesson in all_of(page, Lesson)] == ["Begin with the whānau's own list"]
    assert len(all_of(page, Attendance)) == 3
    assert page.desk.office.undo_name == "log a meeting"


def test_the_tab_key_goes_from_the_group_to_the_line(page: LogMeetingPage) -> None:
    form = page.form
    form.head.group.setFocus()
    order = []
    for _ in range(7):
        order.append(focused())
        press(Qt.Key.Key_Tab)
    head, strip = form.head, form.strip
    assert order[:5] == [head.group, head.day, head.place, head.chair, strip.chips[0]]
    assert order[5:] == [strip.someone_else, form.composer.line]


def test_f6_goes_round_the_parts(page: LogMeetingPage) -> None:
    page.form.head.group.setFocus()
    press(Qt.Key.Key_F6)
    assert focused() is page.form.strip.chips[0]
    press(Qt.Key.Key_F6)
    assert focused() is page.form.composer.line


def test_the_space_bar_turns_a_chip_through_its_three_states(page: LogMeetingPage) -> None:
    chip = page.form.strip.chips[0]
    seen = []
    for _ in range(3):
        press(Qt.Key.Key_Space)
        seen.append(chip.attendance.presence)
    assert seen == [Presence.PRESENT, Presence.APOLOGY, Presence.ABSENT]


def test_who_is_not_ticked_did_not_come_once_somebody_is(page: LogMeetingPage) -> None:
    assert page.form.draft.attendances == ()
    press(Qt.Key.Key_Space)
    presences = [came.presence for came in page.form.draft.attendances]
    assert presences == [Presence.PRESENT, Presence.ABSENT, Presence.ABSENT]


def test_who_came_instead_is_kept_with_the_level(page: LogMeetingPage) -> None:
    chip = page.form.strip.chips[0]
    dialog = SentDialog(page, "Adviser", chip.attendance)
    dialog.instead.setText("Duty officer")
    dialog.level.setCurrentIndex(1)
    chip.set_attendance(dialog.attendance)
    dialog.deleteLater()
    assert "sent Duty officer" in chip.text()
    assert page.form.draft.attendances[0].presence is Presence.SENT_SOMEBODY


def test_somebody_from_outside_the_group_can_be_added(page: LogMeetingPage) -> None:
    agency = an_agency("TEC")
    guest = a_person(agency, name="Guest speaker")
    keep(page.desk.office, agency, guest)
    dialog = SomeoneElseDialog(page.desk, page)
    dialog.person.set_value(guest.id)
    dialog.accept()
    assert dialog.result() == QDialog.DialogCode.Accepted
    came = dialog.attendance
    dialog.deleteLater()
    assert came is not None
    page.form.add_attendance(came)
    assert page.form.strip.chips[-1].text() == "✓ Guest speaker (Agency TEC)"


def test_up_and_down_step_the_date_by_a_day(page: LogMeetingPage) -> None:
    page.form.head.day.setFocus()
    press(Qt.Key.Key_Down)
    assert page.form.head.day.text() == "29 Jun 2008"


def test_a_kept_line_comes_back_to_be_changed(page: LogMeetingPage) -> None:
    page.form.composer.line.setFocus()
    type_line("d One desk")
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Return)
    assert page.form.composer.text == "One desk"
    type_line(" on Tuesdays")
    assert [item.text for item in page.form.draft.items] == ["One desk on Tuesdays"]


def test_delete_removes_a_kept_line(page: LogMeetingPage) -> None:
    page.form.composer.line.setFocus()
    type_line("d One")
    type_line("d Two")
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Delete)
    assert [item.text for item in page.form.draft.items] == ["One"]


def test_a_date_before_the_group_began_is_said_and_nothing_is_lost(page: LogMeetingPage) -> None:
    page.form.composer.line.setText("d One desk")
    page.form.head.day.setText("1 Jan 2001")
    assert not page.save()
    assert "started on 1 Jul 2007" in page.banner.sentence
    assert [item.text for item in page.form.draft.items] == ["One desk"]


def test_a_day_on_which_nobody_can_have_met_is_said_when_its_field_is_left(page: LogMeetingPage) -> None:
    day = page.form.head.day
    for typed, said in (
        ("1/1/2001", "started on 1 Jul 2007"),
        ("29/2/2007", "There is no 29/2/2007"),
        ("12/6/2008", ""),
    ):
        day.setFocus()
        day.selectAll()
        type_text(typed)
        press(Qt.Key.Key_Tab)
        assert said in page.banner.sentence
        assert bool(said) == bool(page.banner.sentence)


def test_every_control_has_a_name_for_those_who_do_not_see_it(page: LogMeetingPage) -> None:
    page.form.composer.line.setFocus()
    type_text("c Police: run the course")
    named = [
        bool(widget.accessibleName() or getattr(widget, "text", str)())
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
    ]
    assert len(named) > 10
    assert all(named)


def test_saving_says_what_was_kept_and_goes_to_the_group(page: LogMeetingPage, group: Group) -> None:
    said: list[str] = []
    places: list[Place] = []
    page.desk.said.connect(said.append)
    page.desk.place_requested.connect(places.append)
    save(page, "c Police: one", "c Police: two", "v three")
    assert said == ["Saved: meeting of 30 Jun 2008, 2 promises, 1 little victory. Ctrl+Z takes it back."]
    assert places == [Place("group", group.id, "overview")]


def test_undo_takes_the_whole_meeting_back(page: LogMeetingPage) -> None:
    save(page, "c Police: one", "v two")
    page.desk.office.undo()
    assert [all_of(page, kind) for kind in (Meeting, Commitment, Result)] == [(), (), ()]


def test_a_saved_meeting_is_corrected_in_the_same_form(page: LogMeetingPage) -> None:
    meeting = save(page, "c Police: one", "d two")
    (promise,) = page.desk.snapshot.of(Commitment)
    page.show_place(Place("log-meeting", meeting.group_id or "", record_id=meeting.id))
    page.form.list.edit_requested.emit(1)
    page.form.composer.line.setText("one and a half")
    page.form.feeling.show_felt(Feeling.WARM)
    assert page.save()
    (corrected,) = page.desk.snapshot.of(Commitment)
    assert (corrected.id, corrected.text) == (promise.id, "one and a half")
    assert page.desk.snapshot.one(Meeting, meeting.id).felt is Feeling.WARM
    assert page.desk.office.undo_name == "correct a meeting"


def test_what_was_typed_survives_leaving_the_page(page: LogMeetingPage, group: Group) -> None:
    page.form.composer.line.setText("d half a sent")
    page.hide()
    page.show()
    page.show_place(Place("log-meeting", group.id))
    assert page.form.composer.text == "d half a sent"


def test_what_was_typed_survives_a_closed_window(page: LogMeetingPage, group: Group) -> None:
    press(Qt.Key.Key_Space)
    page.form.composer.line.setText("c Police: run the course by 27 Jul 2008")
    page.form.composer.keep()
    page.form.composer.line.setText("half a whānau")
    page.keeper.keep()
    again = shown_page(page.desk, Place("log-meeting", group.id))
    typed = again.form.typed
    again.deleteLater()
    assert typed == page.form.typed
    assert again.banner.sentence.startswith("Here is what you had typed: the meeting of 30 Jun 2008 with 2 lines")


def test_the_draft_is_on_disk_within_two_seconds_of_a_keystroke(page: LogMeetingPage, setting: object) -> None:
    page.form.composer.line.setFocus()
    type_text("d")
    QTest.qWait(1_400)
    assert [path for path in drafts_of(page) if path.suffix == ".json"]


def test_a_saved_meeting_leaves_no_draft_behind(page: LogMeetingPage) -> None:
    page.form.composer.line.setText("d one")
    page.keeper.keep()
    save(page)
    page.hide()
    assert drafts_of(page) == []


def test_another_group_takes_what_was_typed_along(page: LogMeetingPage) -> None:
    other = a_group(name="Other group", code="OTH", started_on=STARTED)
    keep(page.desk.office, other)
    page.form.composer.line.setText("d one")
    page.form.composer.keep()
    combo = page.form.head.group
    combo.setCurrentIndex(combo.findData(other.id))
    assert page.form.draft.group_id == other.id
    assert [item.text for item in page.form.draft.items] == ["One"]


def test_an_office_without_groups_says_what_to_do(office: Office, qtbot: object) -> None:
    page = shown_page(Desk(office), Place("log-meeting"))
    assert not page.form.isVisible()
    page.hide()
    page.deleteLater()


def test_a_new_person_appears_among_those_who_can_come(page: LogMeetingPage, group: Group) -> None:
    agency = page.desk.snapshot.of(Agency)[0]
    person = Person(id=page.desk.office.mint(), name="New adviser", agency_id=agency.id)
    seat = a_member(group, agency, person_id=person.id)
    keep(page.desk.office, person, seat)
    assert any("New adviser" in chip.text() for chip in page.form.strip.chips)


def drafts_of(page: LogMeetingPage) -> list[Path]:
    folder = page.desk.office.setting.data_folder / "drafts"
    return [path for path in folder.rglob("*") if path.is_file()]
