"""The Meetings page and a group's Meetings, by the keys that a person presses."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QTableView
from pytestqt.qtbot import QtBot

from tests.builders import a_group, a_meeting, an_agency, an_id
from tests.ui.answering import answering
from tracker.models.records import Attendance, Commitment, Decision, Group, Meeting, MovedMeeting, PlannedMeeting
from tracker.models.records.meeting import Feeling, Presence
from tracker.models.records.planned_meeting import Repeat
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.form_dialog import FormDialog
from tracker.ui.group.meetings import MeetingsTab
from tracker.ui.meetings.board import MeetingsBoard
from tracker.ui.pages.meetings import MeetingsPage
from tracker.ui.place import Place
from tracker.ui.widgets import Button

GROUP = a_group(short_name="ICM")
POLICE = an_agency("POL", short_name="Police")
WEEKLY = PlannedMeeting(
    id=an_id(),
    group_id=GROUP.id,
    on=date(2008, 6, 25),
    repeats=Repeat.WEEKLY,
    until=date(2008, 7, 16),
    starts_at="2 pm",
    place="Papakura",
)
HELD = a_meeting(GROUP, on=date(2008, 6, 10), felt=Feeling.WARM)
EARLIER = a_meeting(GROUP, on=date(2008, 5, 13))
CAME = Attendance(id=an_id(), meeting_id=HELD.id, agency_id=POLICE.id, presence=Presence.PRESENT)
DECISION = Decision(id=an_id(), group_id=GROUP.id, meeting_id=HELD.id, on=HELD.on, text="Joint visits go on")
PROMISE = Commitment(
    id=an_id(),
    group_id=GROUP.id,
    meeting_id=HELD.id,
    agency_id=POLICE.id,
    text="Bring the list",
    made_on=HELD.on,
    due=date(2008, 6, 20),
)
ALL = (GROUP, POLICE, WEEKLY, HELD, EARLIER, CAME, DECISION, PROMISE)


class Places(list[Place]):
    """The places that were asked for."""


@pytest.fixture
def desk(office: Office) -> Desk:
    with office.step("make ready"):
        office.save(*ALL)
    return Desk(office)


@pytest.fixture
def places(desk: Desk) -> Places:
    asked = Places()
    desk.place_requested.connect(asked.append)
    return asked


@pytest.fixture
def tab(desk: Desk, qtbot: QtBot) -> MeetingsTab:
    made = MeetingsTab(desk)
    qtbot.addWidget(made)
    made.resize(760, 480)
    made.show_place(Place("group", GROUP.id, "meetings"))
    made.show()
    return made


@pytest.fixture
def board(tab: MeetingsTab) -> MeetingsBoard:
    return tab.board


def planned(board: MeetingsBoard, on: date) -> None:
    """Chooses a planned meeting by the keyboard."""
    board.planned.setFocus()
    rows = [row for row in board.planned.headed.things if row.meeting.on == on]
    board.planned.choose(rows[0].meeting.key)


def press(board: MeetingsBoard, key: Qt.Key, view: Any = None) -> None:
    QTest.keyClick(view or board.planned, key)


def answer(board: MeetingsBoard, **texts: str) -> None:
    """Types into the line that asks, and presses Enter."""
    for name, text in texts.items():
        edit = board.asking.inputs[name]
        assert isinstance(edit, QLineEdit)
        edit.selectAll()
        QTest.keyClicks(edit, text)
    QTest.keyClick(board.asking.inputs[next(iter(board.asking.inputs))], Qt.Key.Key_Return)


def days(board: MeetingsBoard) -> list[tuple[date, int]]:
    return [(row.meeting.on, row.part) for row in board.planned.headed.things]


def test_planned_meetings_stand_apart_by_whether_they_are_to_be_logged(board: MeetingsBoard) -> None:
    assert days(board) == [(date(2008, 6, 25), 0), (date(2008, 7, 2), 1), (date(2008, 7, 9), 1), (date(2008, 7, 16), 1)]


def test_held_meetings_stand_newest_first_with_who_came_and_what_was_noted(board: MeetingsBoard) -> None:
    rows = [line.split("\t") for line in board.held.table.as_text().splitlines()]
    assert rows[1] == ["10 Jun 2008", "Papakura", "1 of 1", "Warm", "1 decision 1 promise"]
    assert rows[2][0] == "13 May 2008"


def test_qt_finds_nothing_wrong_with_the_tables(board: MeetingsBoard) -> None:
    for view in (board.planned, board.held):
        QAbstractItemModelTester(view.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    board.filter.setText("papakura")
    board.filter.setText("nothing fits this")


def test_a_planned_meeting_tells_until_when_it_comes_back(board: MeetingsBoard) -> None:
    planned(board, date(2008, 7, 2))
    assert any(words.endswith("every week until 16 Jul 2008") for words in board.card.words)


def test_the_chosen_meeting_is_told_beside_the_list(board: MeetingsBoard) -> None:
    board.held.setFocus()
    board.held.choose(HELD.id)
    words = board.card.words
    assert words[0] == "Meeting of 10 Jun 2008"
    assert "Joint visits go on" in words
    assert "Bring the list · Police · due 20 Jun 2008 · Overdue" in words


def test_enter_goes_to_the_meeting_and_escape_back_to_the_list(board: MeetingsBoard) -> None:
    board.held.setFocus()
    press(board, Qt.Key.Key_Return, board.held)
    assert board.card.reading.hasFocus()
    QTest.keyClick(board.card.reading, Qt.Key.Key_Escape)
    assert board.held.hasFocus()


def test_a_place_leads_to_what_was_said_at_a_meeting_and_marks_it(tab: MeetingsTab) -> None:
    tab.show_place(Place("group", GROUP.id, "meetings", DECISION.id))
    assert tab.board.held.chosen_row.meeting == HELD
    assert tab.board.card.reading.marked


def test_a_place_leads_to_a_meeting_without_marking_anything(tab: MeetingsTab) -> None:
    tab.show_place(Place("group", GROUP.id, "meetings", EARLIER.id))
    assert tab.board.held.chosen_row.meeting == EARLIER
    assert not tab.board.card.reading.marked


def test_a_place_leads_to_a_plan(tab: MeetingsTab) -> None:
    tab.show_place(Place("group", GROUP.id, "meetings", WEEKLY.id))
    assert tab.board.chosen is tab.board.planned.chosen_row
    assert tab.board.card.words[0] == "Wed 25 Jun 2008"


def test_c_corrects_the_held_meeting_in_the_form_it_was_logged_with(board: MeetingsBoard, places: Places) -> None:
    board.held.setFocus()
    board.held.choose(HELD.id)
    press(board, Qt.Key.Key_C, board.held)
    assert places == [Place("log-meeting", GROUP.id, record_id=HELD.id)]


def test_l_logs_a_planned_meeting_once_its_day_has_come(board: MeetingsBoard, places: Places) -> None:
    planned(board, date(2008, 7, 2))
    press(board, Qt.Key.Key_L)
    assert places == []
    planned(board, date(2008, 6, 25))
    press(board, Qt.Key.Key_L)
    assert places == [Place("log-meeting", GROUP.id, record_id=f"{WEEKLY.id} 2008-06-25")]


def test_m_moves_one_meeting_in_one_step_and_the_others_stay(board: MeetingsBoard, office: Office) -> None:
    planned(board, date(2008, 7, 2))
    press(board, Qt.Key.Key_M)
    answer(board, on="4 Jul 2008", starts_at="10 am", why="Holiday")
    assert days(board)[1:3] == [(date(2008, 7, 4), 1), (date(2008, 7, 9), 1)]
    assert office.undo_name == "move a meeting"
    assert board.planned.chosen_row.meeting.starts == "10:00"
    assert "Moved from 2 Jul 2008: Holiday." in board.card.words


def test_a_time_that_cannot_be_read_keeps_the_line_open_and_says_why(board: MeetingsBoard, office: Office) -> None:
    before = office.undo_name
    planned(board, date(2008, 7, 2))
    press(board, Qt.Key.Key_M)
    answer(board, starts_at="noonish")
    assert board.asking.problem == "“noonish” is no time: write it like 14:00 or 2 pm."
    assert office.undo_name == before


def test_escape_leaves_the_meeting_as_it_is(board: MeetingsBoard, office: Office) -> None:
    before = office.undo_name
    planned(board, date(2008, 7, 2))
    press(board, Qt.Key.Key_O)
    QTest.keyClick(board.asking.inputs["why"], Qt.Key.Key_Escape)
    assert (board.asking.isVisible(), office.undo_name) == (False, before)
    assert board.planned.hasFocus()


def test_o_calls_one_off_and_t_puts_it_back(board: MeetingsBoard, desk: Desk, office: Office) -> None:
    said: list[str] = []
    desk.said.connect(said.append)
    planned(board, date(2008, 7, 2))
    press(board, Qt.Key.Key_O)
    answer(board, why="Nobody can come")
    assert days(board)[-1] == (date(2008, 7, 2), 2)
    assert "Called off: Nobody can come." in board.card.words
    assert said[-1] == "The meeting of 2 Jul 2008 is called off. Ctrl+Z takes it back."
    press(board, Qt.Key.Key_T)
    assert (date(2008, 7, 2), 1) in days(board)
    assert office.undo_name == "put a meeting back"
    assert office.snapshot().of(MovedMeeting) == ()


def test_e_ends_the_series(board: MeetingsBoard, office: Office) -> None:
    planned(board, date(2008, 7, 2))
    press(board, Qt.Key.Key_E)
    answer(board, until="9 Jul 2008")
    assert days(board)[-1] == (date(2008, 7, 9), 1)
    assert office.undo_name == "end a series of meetings"


def test_x_takes_the_plan_out_and_undo_brings_it_back(board: MeetingsBoard, office: Office) -> None:
    planned(board, date(2008, 7, 2))
    press(board, Qt.Key.Key_X)
    assert days(board) == []
    office.undo()
    assert len(days(board)) == 4


def test_p_plans_a_meeting_and_leads_to_it(board: MeetingsBoard, office: Office) -> None:
    def fill(dialog: FormDialog) -> None:
        dialog.form.inputs["on"].set_value(date(2008, 7, 4))
        dialog.form.inputs["starts_at"].set_value("9.30am")
        dialog.ok.click()

    board.held.setFocus()
    with answering(fill):
        press(board, Qt.Key.Key_P, board.held)
    made = next(plan for plan in office.snapshot().of(PlannedMeeting) if plan.id != WEEKLY.id)
    assert (made.group_id, made.place, made.repeats) == (GROUP.id, "Papakura", Repeat.ONCE)
    assert office.undo_name == "plan a meeting"
    assert board.chosen is not None
    assert board.card.words[0] == "Fri 4 Jul 2008"


def test_c_corrects_the_whole_plan(board: MeetingsBoard, office: Office) -> None:
    def fill(dialog: FormDialog) -> None:
        dialog.form.inputs["place"].set_value("Manurewa")
        dialog.ok.click()

    planned(board, date(2008, 7, 2))
    with answering(fill):
        press(board, Qt.Key.Key_C)
    assert office.snapshot().one(PlannedMeeting, WEEKLY.id).place == "Manurewa"
    assert office.undo_name == "correct a planned meeting"


def test_a_closed_group_is_not_planned_for(board: MeetingsBoard, desk: Desk, qtbot: QtBot) -> None:
    desk.do("close", a_group(id=GROUP.id, short_name="ICM", closed_on=date(2008, 6, 1), closed_because="Done"))
    with qtbot.waitSignal(desk.mistaken) as said:
        board.plan.click()
    assert said.args == ["ICM is closed, so nothing is planned for it: open it again first."]


def test_a_day_without_a_plan_is_moved_with_the_group(desk: Desk, qtbot: QtBot, office: Office) -> None:
    other = a_group(code="NEW", next_meeting_on=date(2008, 7, 3))
    desk.do("add a group", other)
    tab = MeetingsTab(desk)
    qtbot.addWidget(tab)
    tab.show_place(Place("group", other.id, "meetings"))
    tab.show()
    planned(tab.board, date(2008, 7, 3))
    press(tab.board, Qt.Key.Key_M)
    answer(tab.board, on="5/7/2008")
    assert office.snapshot().one(Group, other.id).next_meeting_on == date(2008, 7, 5)


def test_a_group_without_meetings_has_a_line_and_a_button_for_each_list(
    desk: Desk, qtbot: QtBot, places: Places
) -> None:
    empty = a_group(code="NEW")
    desk.do("add a group", empty)
    tab = MeetingsTab(desk)
    qtbot.addWidget(tab)
    tab.show_place(Place("group", empty.id, "meetings"))
    tab.show()
    assert not tab.board.held.isVisible()
    assert not tab.board.planned.isVisible()
    assert not tab.board.save_calendar.isEnabled()
    assert tab.board.card.words == ["Choose a meeting to read it here."]


def test_the_page_shows_all_groups_and_filters_both_lists(desk: Desk, qtbot: QtBot) -> None:
    other = a_group(code="SEMO", short_name="Schooling", next_meeting_on=date(2008, 7, 3))
    desk.do("add", other, a_meeting(other, place="Māngere"))
    page = MeetingsPage(desk)
    qtbot.addWidget(page)
    page.show_place(Place("meetings"))
    page.show()
    assert {row.group for row in page.board.held.headed.things} == {"ICM", "Schooling"}
    page.board.filter.setText("schooling")
    assert [row.group for row in page.board.planned.headed.things] == ["Schooling"]
    page.board.filter.setText("mangere")
    assert [row.group for row in page.board.held.headed.things] == ["Schooling"]


def test_a_change_elsewhere_reaches_the_page_and_what_is_chosen_stays(board: MeetingsBoard, desk: Desk) -> None:
    board.held.setFocus()
    board.held.choose(EARLIER.id)
    desk.do("log a meeting", Meeting(id=an_id(), group_id=GROUP.id, on=date(2008, 6, 25)))
    assert board.held.chosen_row.meeting == EARLIER
    assert days(board)[0] == (date(2008, 7, 2), 1)


def test_lines_that_lead_on_have_their_button(board: MeetingsBoard, places: Places) -> None:
    board.held.setFocus()
    board.held.choose(HELD.id)
    buttons = [each for each in board.card.findChildren(Button) if each.accessibleName() == "Go to: Bring the list"]
    buttons[0].click()
    assert places == [Place("group", GROUP.id, "commitments", PROMISE.id)]


def test_an_office_without_groups_asks_for_the_first(office: Office, qtbot: QtBot) -> None:
    page = MeetingsPage(Desk(office))
    qtbot.addWidget(page)
    page.show_place(Place("meetings"))
    page.show()
    assert not page.board.isVisible()


def opened_by(board: MeetingsBoard, view: QTableView, key: Qt.Key) -> list[str]:
    """The name of the dialog that a key opens; it is closed again."""
    seen = []

    def close() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            seen.append(type(dialog).__name__)
            dialog.reject()

    QTimer.singleShot(0, close)
    QTest.keyClick(view, key)
    return seen


def test_m_opens_the_minutes_of_a_held_meeting_and_b_the_brief_for_the_next(board: MeetingsBoard) -> None:
    board.held.setFocus()
    board.held.choose(HELD.id)
    assert opened_by(board, board.held, Qt.Key.Key_M) == ["MinutesDialog"]
    assert opened_by(board, board.held, Qt.Key.Key_B) == ["BriefDialog"]
    planned(board, date(2008, 7, 2))
    assert opened_by(board, board.planned, Qt.Key.Key_B) == ["BriefDialog"]


def test_i_asks_for_a_calendar_file_of_the_plan(board: MeetingsBoard) -> None:
    planned(board, date(2008, 7, 2))
    assert opened_by(board, board.planned, Qt.Key.Key_I) == ["CalendarDialog"]
