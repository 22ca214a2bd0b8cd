"""A group's People: the day that moves the page, the trio, the ladder and what is needed."""

import dataclasses
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.builders import a_group, a_member, a_person, an_agency
from tests.ui.answering import answering
from tests.ui.people_shown import (
    ANGEL,
    CONTROL,
    GROUP,
    HOUSING,
    POLICE,
    TODAY,
    a_tab,
    keep,
    press,
    rows,
    shown_tab,
    type_day,
)
from tracker.models.records.person import Level
from tracker.store.office import Office
from tracker.ui.form_dialog import FormDialog
from tracker.ui.group.people import PeopleTab


@pytest.fixture
def tab(office: Office, qtbot: QtBot) -> PeopleTab:
    return a_tab(office, qtbot)


def test_qt_finds_nothing_wrong_with_the_tables(tab: PeopleTab) -> None:
    for side in tab.board.sides:
        QAbstractItemModelTester(side.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
        tab.board.show_side(side)
        tab.date_bar.step(-6)


def test_the_day_moves_the_whole_page_and_says_so(tab: PeopleTab, qtbot: QtBot) -> None:
    tab.date_bar.field.setText("12 March 2008")
    qtbot.keyClick(tab.date_bar.field, Qt.Key.Key_Return)
    assert tab.date_bar.words == "As at 12 Mar 2008, not today"
    assert tab.date_bar.summary == "1 agency, 2 people"
    assert [row[0] for row in rows(tab.board.seats)] == ["Area commander Service manager", "Mere Tāwhai Youth officer"]
    assert "lost" not in " ".join(tab.top.ladder.words)


def test_keys_step_by_days_and_months_and_back_to_today(tab: PeopleTab, qtbot: QtBot) -> None:
    field = tab.date_bar.field
    qtbot.keyClick(field, Qt.Key.Key_PageDown)
    assert tab.day == date(2008, 5, 30)
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert (tab.day, field.text()) == (date(2008, 5, 31), "31 May 2008")
    qtbot.keyClick(tab.board.seats.view, Qt.Key.Key_PageDown, CONTROL)
    assert tab.day == date(2008, 4, 30)
    qtbot.keyClick(tab.board.seats.view, Qt.Key.Key_T, CONTROL)
    assert (tab.day, tab.date_bar.words) == (TODAY, "As at today")


def test_what_is_no_day_is_said_and_moves_nothing(tab: PeopleTab, qtbot: QtBot) -> None:
    tab.date_bar.field.setText("31 February 2008")
    qtbot.keyClick(tab.date_bar.field, Qt.Key.Key_Return)
    assert tab.date_bar.problem
    assert tab.day == TODAY


def test_a_closed_group_is_shown_as_at_its_last_day(office: Office, qtbot: QtBot) -> None:
    closed = a_group(code="OLD", closed_on=date(2007, 11, 30), closed_because="All was done.")
    keep(office, closed, POLICE, a_member(closed, POLICE, to_on=date(2007, 11, 30)))
    tab = shown_tab(office, closed, qtbot)
    assert tab.date_bar.words == "As at 29 Nov 2007, not today"
    assert len(rows(tab.board.seats)) == 1


def test_the_trio_says_what_it_misses_and_since_when(tab: PeopleTab) -> None:
    assert tab.top.trio.state == "No public entrepreneur yet; No fellow-traveller yet"
    assert tab.top.trio.lines[1] == "Guardian angel · Mere Tāwhai, Police · since 1 Feb 2007"
    assert tab.top.trio.manner == "Open or closed: not noted · how the 1 agency joined is not noted"


def test_a_role_that_becomes_empty_shows_at_once(tab: PeopleTab, office: Office) -> None:
    keep(office, dataclasses.replace(ANGEL, to_on=date(2008, 6, 20)))
    assert tab.top.trio.lines[1] == "Guardian angel · nobody · before: Mere Tāwhai, Police · since 21 Jun 2008"
    assert "No guardian angel since 21 Jun 2008" in tab.top.trio.state


def test_the_ladder_says_each_rung_by_arrow_keys_and_lists_them_with_l(tab: PeopleTab, qtbot: QtBot) -> None:
    view = tab.top.ladder.view
    assert tab.top.ladder.title == "0 of 1 ladder complete"
    assert tab.top.ladder.words == ["Police: only the front line is here; 1 rung lost in Mar 2008 (§6.1)"]
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.words == "Police, regional or senior: lost after 14 Mar 2008: Area commander"
    qtbot.keyClick(view, Qt.Key.Key_L)
    assert tab.board.side is tab.board.ladders
    assert rows(tab.board.ladders)[0][:3] == ["Police", "1 of 3", "Mere Tāwhai since 1 Feb 2007"]


def test_what_nobody_brings_is_said_and_changes_when_the_agency_joins(tab: PeopleTab, office: Office) -> None:
    tab.board.show_side(tab.board.needs)
    assert rows(tab.board.needs)[0][2] == "nobody · not at the table: Housing"
    assert tab.board.buttons[3].text() == "&Needed: 1 missing"
    keep(office, a_member(GROUP, HOUSING))
    assert rows(tab.board.needs)[0][2] == "Housing"
    assert tab.board.buttons[3].text() == "&Needed"


def test_what_is_needed_can_be_added_and_ended(tab: PeopleTab, office: Office, qtbot: QtBot) -> None:
    def fill(dialog: FormDialog) -> None:
        dialog.form.inputs["text"].set_value("Te reo Māori")
        dialog.ok.click()

    tab.board.show_side(tab.board.needs)
    with answering(fill):
        press(tab, Qt.Key.Key_A, qtbot)
    assert tab.board.needs.chosen[0].requisite.text == "Te reo Māori"
    press(tab, Qt.Key.Key_E, qtbot)
    type_day(tab.board.needs, "29 Jun 2008", qtbot)
    assert [row[0] for row in rows(tab.board.needs)] == ["Warm houses"]


def test_keys_wait_until_something_is_chosen(tab: PeopleTab) -> None:
    side = tab.board.seats
    assert not side.foot.buttons["F2"].isEnabled()
    side.view.choose_first()
    assert side.foot.buttons["F2"].isEnabled()


def test_a_group_without_members_has_the_button_for_the_first(office: Office, qtbot: QtBot) -> None:
    empty = a_group(code="NEW")
    keep(office, empty)
    tab = shown_tab(office, empty, qtbot)
    assert not tab.board.seats.view.isVisible()
    assert tab.board.seats.empty.isVisible()
    assert not tab.top.ladder.view.isVisible()


def test_a_name_without_room_below_its_ladder_gives_way_to_the_short_code(
    tab: PeopleTab, office: Office, qtbot: QtBot
) -> None:
    many = [an_agency(f"T{number}", short_name="Economic Development") for number in range(12)]
    people = [a_person(agency, level=Level.SENIOR) for agency in many]
    seats = [a_member(GROUP, agency, person_id=who.id) for agency, who in zip(many, people, strict=True)]
    keep(office, *many, *people, *seats)
    view = tab.top.ladder.view
    assert sorted(view.name_at(place) for place in range(13)) == sorted(["Police", *(agency.code for agency in many)])
