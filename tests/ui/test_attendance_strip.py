"""Attendance over time on a group's Meetings, by the keys that a person presses."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from tests.builders import a_group, a_meeting, a_member, an_agency, an_id
from tracker.models.records import Attendance
from tracker.models.records.meeting import Presence
from tracker.models.records.person import Level
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.group.meetings import MeetingsTab
from tracker.ui.meetings.strip_card import StripCard
from tracker.ui.place import Place

GROUP = a_group()
POLICE, EDUCATION = an_agency("POL", short_name="Police"), an_agency("EDU", short_name="Education")
MEETINGS = [a_meeting(GROUP, on=date(2008, 1, 8) + timedelta(days=28 * number)) for number in range(6)]
SEATS = [a_member(GROUP, POLICE), a_member(GROUP, EDUCATION, from_on=date(2007, 3, 1))]


def attendances() -> list[Attendance]:
    """Police came to three and missed three; Education always came, the last time by somebody of the front line."""
    made = []
    for place, meeting in enumerate(MEETINGS):
        presence = Presence.PRESENT if place < 3 else Presence.ABSENT
        last = place == len(MEETINGS) - 1
        sent = {"presence": Presence.SENT_SOMEBODY, "level": Level.FRONT_LINE, "instead": "Ana"} if last else {}
        made.append(Attendance(id=an_id(), meeting_id=meeting.id, agency_id=POLICE.id, presence=presence))
        made.append(Attendance(id=an_id(), meeting_id=meeting.id, agency_id=EDUCATION.id, **sent))
    return made


@pytest.fixture
def desk(office: Office) -> Desk:
    with office.step("make ready"):
        office.save(GROUP, POLICE, EDUCATION, *MEETINGS, *SEATS, *attendances())
    return Desk(office)


@pytest.fixture
def tab(desk: Desk, qtbot: QtBot) -> MeetingsTab:
    made = MeetingsTab(desk)
    qtbot.addWidget(made)
    made.resize(760, 480)
    made.show_place(Place("group", GROUP.id, "meetings"))
    made.show()
    made.buttons[1].click()
    return made


@pytest.fixture
def card(tab: MeetingsTab) -> StripCard:
    return tab.strip_card


def test_the_strip_takes_the_keyboard_on_the_latest_meeting_of_the_first_agency(card: StripCard) -> None:
    assert card.strip.hasFocus()
    assert card.strip.cell == (0, 5)


def test_the_arrow_keys_go_from_cell_to_cell_and_what_each_holds_is_said(card: StripCard) -> None:
    QTest.keyClick(card.strip, Qt.Key.Key_Down)
    words = "Education, 27 May 2008: Sent somebody · Ana · front line."
    assert card.said == words
    assert card.strip.accessibleDescription() == words
    QTest.keyClick(card.strip, Qt.Key.Key_Left)
    assert card.said == "Education, 29 Apr 2008: Came."


def test_the_arrow_keys_stop_at_the_edges_and_home_and_end_go_there(card: StripCard) -> None:
    QTest.keyClick(card.strip, Qt.Key.Key_Up)
    QTest.keyClick(card.strip, Qt.Key.Key_Right)
    assert card.strip.cell == (0, 5)
    QTest.keyClick(card.strip, Qt.Key.Key_Home)
    assert card.strip.cell == (0, 0)
    QTest.keyClick(card.strip, Qt.Key.Key_PageDown)
    assert card.strip.cell == (1, 0)


def test_an_agency_that_drifts_away_is_named_and_its_cells_say_why(card: StripCard) -> None:
    assert card.drifting == "1 agency drifts away (↘): Police"
    assert card.said.endswith("Police missed the last 3 meetings, last there 4 Mar 2008.")


def test_enter_reads_the_meeting_of_the_cell(tab: MeetingsTab, desk: Desk) -> None:
    places: list[Place] = []
    desk.place_requested.connect(places.append)
    QTest.keyClick(tab.strip_card.strip, Qt.Key.Key_Home)
    QTest.keyClick(tab.strip_card.strip, Qt.Key.Key_Return)
    assert places == [Place("group", GROUP.id, "meetings", MEETINGS[0].id)]
    tab.show_place(places[0])
    assert tab.board.isVisible()
    assert tab.board.held.chosen_row.meeting == MEETINGS[0]


def test_a_click_chooses_the_cell_under_it(card: StripCard) -> None:
    card.strip.go_to(0, 0)
    view = card.strip.viewport()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(view.width() // 2, 100))
    assert card.strip.cell[0] == 1


def test_l_shows_the_same_facts_as_a_list_and_turns_back(card: StripCard) -> None:
    QTest.keyClick(card.strip, Qt.Key.Key_L)
    assert card.view.isVisible()
    assert card.view.hasFocus()
    rows = [line.split("\t") for line in card.view.table.as_text().splitlines()]
    assert len(rows) == 1 + 12
    assert rows[1] == ["Police", "27 May 2008", "Did not come", "", ""]
    assert ["Education", "27 May 2008", "Sent somebody", "Front line", "Ana"] in rows
    QTest.keyClick(card.view, Qt.Key.Key_L)
    assert card.strip.isVisible()


def test_qt_finds_nothing_wrong_with_the_table(card: StripCard) -> None:
    QAbstractItemModelTester(card.view.table, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_in_a_tall_window_the_lists_and_the_strip_are_both_seen(tab: MeetingsTab) -> None:
    tab.resize(1200, 900)
    assert tab.board.isVisible()
    assert tab.strip_card.isVisible()
    assert not tab.buttons[0].isVisible()


def test_without_any_attendance_a_line_says_what_goes_there(desk: Desk, qtbot: QtBot) -> None:
    empty = a_group(code="NEW")
    desk.do("add a group", empty)
    tab = MeetingsTab(desk)
    qtbot.addWidget(tab)
    tab.show_place(Place("group", empty.id, "meetings"))
    tab.show()
    tab.buttons[1].click()
    assert not tab.strip_card.strip.isVisible()
    assert not tab.strip_card.as_list.isVisible()


def test_40_agencies_at_60_meetings_scroll_with_names_and_dates_in_place(qtbot: QtBot, office: Office) -> None:
    agencies = [an_agency(f"A{number}") for number in range(40)]
    held = [a_meeting(GROUP, on=date(2008, 6, 24) - timedelta(days=14 * number)) for number in range(60)]
    came = [Attendance(id=an_id(), meeting_id=each.id, agency_id=agency.id) for each in held for agency in agencies]
    with office.step("make ready"):
        office.save(GROUP, *agencies, *held, *came)
    tab = MeetingsTab(Desk(office))
    qtbot.addWidget(tab)
    tab.resize(760, 480)
    tab.show_place(Place("group", GROUP.id, "meetings"))
    tab.show()
    tab.buttons[1].click()
    strip = tab.strip_card.strip
    assert strip.horizontalScrollBar().value() == strip.horizontalScrollBar().maximum() > 0
    strip.go_to(39, 0)
    assert (strip.horizontalScrollBar().value(), strip.verticalScrollBar().value()) == (
        0,
        strip.verticalScrollBar().maximum(),
    )
    assert not strip.grab().isNull()
