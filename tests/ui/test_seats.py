"""A group's seats and roles: added, corrected, confirmed and ended by a key each."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.builders import a_member
from tests.ui.answering import answering
from tests.ui.people_shown import (
    ANGEL,
    GONE,
    GROUP,
    HOUSING,
    OFFICER,
    POLICE,
    SEAT,
    SHIFT,
    TODAY,
    a_tab,
    heard_from,
    keep,
    press,
    rows,
    shown_tab,
    type_day,
)
from tracker.models.records import Membership, Role
from tracker.models.records.membership import RoleName
from tracker.store.office import Office
from tracker.ui.form_dialog import FormDialog
from tracker.ui.group.people import PeopleTab
from tracker.ui.moving.ways import Ways
from tracker.ui.place import Place


@pytest.fixture
def tab(office: Office, qtbot: QtBot) -> PeopleTab:
    return a_tab(office, qtbot)


@pytest.fixture
def said(tab: PeopleTab) -> list[str]:
    return heard_from(tab)


def test_a_seat_is_a_row_with_post_level_roles_and_when_it_was_confirmed(tab: PeopleTab) -> None:
    assert rows(tab.board.seats) == [
        ["Mere Tāwhai Youth officer", "Police", "Front line", "Guardian angel", "1 Feb 2007", "", "not yet"]
    ]


def test_ending_a_seat_ends_its_roles_and_says_what_is_left_empty(
    tab: PeopleTab, office: Office, said: list[str], qtbot: QtBot
) -> None:
    press(tab, Qt.Key.Key_E, qtbot)
    type_day(tab.board.seats, "30 June 2008", qtbot)
    assert office.snapshot().one(Membership, SEAT.id).to_on == TODAY
    assert office.snapshot().one(Role, ANGEL.id).to_on == TODAY
    assert said == [
        "Mere Tāwhai leaves on 30 Jun 2008. Nobody is guardian angel after 30 Jun 2008: R gives a role to somebody "
        "else. Ctrl+Z takes it back."
    ]
    assert tab.top.trio.lines[1].endswith("leaves 30 Jun 2008")
    office.undo()
    assert office.snapshot().one(Role, ANGEL.id).to_on is None


def test_a_last_day_before_the_first_is_said_in_place(tab: PeopleTab, office: Office, qtbot: QtBot) -> None:
    press(tab, Qt.Key.Key_E, qtbot)
    type_day(tab.board.seats, "1 Jan 2007", qtbot)
    assert "1 Feb 2007" in tab.board.seats.asking.problem
    assert office.snapshot().one(Membership, SEAT.id).to_on is None


def test_c_confirms_a_seat_with_its_roles_in_one_step(
    tab: PeopleTab, office: Office, said: list[str], qtbot: QtBot
) -> None:
    press(tab, Qt.Key.Key_C, qtbot)
    assert office.snapshot().one(Membership, SEAT.id).confirmed_on == TODAY
    assert office.snapshot().one(Role, ANGEL.id).confirmed_on == TODAY
    assert office.undo_name == "confirm 2 seats and roles"
    press(tab, Qt.Key.Key_C, qtbot)
    assert said == [
        "Confirmed today: Mere Tāwhai. Ctrl+Z takes it back.",
        "Confirmed on 30 Jun 2008 already: Shift+C gives another day.",
    ]


def test_what_nobody_has_confirmed_is_listed_and_one_key_confirms_all_that_is_chosen(
    tab: PeopleTab, office: Office, qtbot: QtBot
) -> None:
    side = tab.board.to_confirm
    assert tab.board.buttons[4].text() == "To con&firm: 2"
    tab.board.show_side(side)
    assert [row[0] for row in rows(side)] == ["Seat for Police", "Guardian angel"]
    side.view.selectAll()
    qtbot.keyClick(side.view, Qt.Key.Key_C)
    assert rows(side) == []
    assert {
        office.snapshot().one(kind, one).confirmed_on for kind, one in ((Membership, SEAT.id), (Role, ANGEL.id))
    } == {TODAY}


def test_shift_asks_for_the_day_of_confirming(tab: PeopleTab, office: Office, qtbot: QtBot) -> None:
    tab.board.show_side(tab.board.roles)
    press(tab, Qt.Key.Key_C, qtbot, SHIFT)
    type_day(tab.board.roles, "1 Jul 2008", qtbot)
    assert "still to come" in tab.board.roles.asking.problem
    type_day(tab.board.roles, "2 Jun 2008", qtbot)
    assert office.snapshot().one(Role, ANGEL.id).confirmed_on == date(2008, 6, 2)


def test_who_left_is_shown_when_asked_for(tab: PeopleTab) -> None:
    tab.board.others.click()
    assert [row[0] for row in rows(tab.board.seats)] == ["Mere Tāwhai Youth officer", "Area commander Service manager"]


def test_a_place_leads_to_a_seat_that_has_ended_and_to_a_role(tab: PeopleTab, office: Office, qtbot: QtBot) -> None:
    assert shown_tab(office, GROUP, qtbot, GONE.id).board.seats.chosen[0].id == GONE.id
    led = shown_tab(office, GROUP, qtbot, ANGEL.id)
    assert led.board.side is led.board.roles
    assert led.board.roles.chosen[0].id == ANGEL.id


def test_enter_opens_the_person_and_the_agency_where_nobody_is_named(
    tab: PeopleTab, office: Office, qtbot: QtBot
) -> None:
    places: list[Place] = []
    tab.desk.place_requested.connect(places.append)
    press(tab, Qt.Key.Key_Return, qtbot)
    seat = a_member(GROUP, HOUSING)
    keep(office, seat)
    tab.board.seats.view.choose(seat.id)
    qtbot.keyClick(tab.board.seats.view, Qt.Key.Key_Return)
    assert places == [Place("person", record_id=OFFICER.id), Place("agency", record_id=HOUSING.id)]


def test_a_adds_a_member_as_at_the_day_in_view(tab: PeopleTab, office: Office, qtbot: QtBot) -> None:
    def fill(dialog: FormDialog) -> None:
        dialog.form.inputs["agency_id"].set_value(HOUSING.id)
        dialog.ok.click()

    tab.date_bar.step(-1)
    with answering(fill):
        press(tab, Qt.Key.Key_A, qtbot)
    made = office.snapshot().of(Membership, person_id=None)[0]
    assert (made.group_id, made.from_on) == (GROUP.id, date(2008, 5, 30))
    assert office.undo_name == "add a membership"


def test_r_adds_a_role_for_who_is_chosen(tab: PeopleTab, office: Office, qtbot: QtBot) -> None:
    def fill(dialog: FormDialog) -> None:
        dialog.form.inputs["name"].set_value(RoleName.CHAIR)
        dialog.ok.click()

    with answering(fill):
        press(tab, Qt.Key.Key_R, qtbot)
    assert office.snapshot().of(Role, name=RoleName.CHAIR)[0].person_id == OFFICER.id


def test_f2_corrects_and_giving_up_changes_nothing(tab: PeopleTab, office: Office, qtbot: QtBot) -> None:
    before = office.undo_name
    with answering(lambda dialog: dialog.reject()):
        press(tab, Qt.Key.Key_F2, qtbot)
    assert office.undo_name == before


def test_t_and_w_lead_to_transfer_and_what_if(tab: PeopleTab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    led: list[tuple[str, str, str]] = []
    for name in ("transfer", "what_if_leaves"):
        monkeypatch.setattr(Ways, name, lambda ways, *ids, name=name: led.append((name, *ids)))
    press(tab, Qt.Key.Key_T, qtbot)
    press(tab, Qt.Key.Key_W, qtbot)
    assert led == [("transfer", OFFICER.id, GROUP.id), ("what_if_leaves", OFFICER.id, GROUP.id)]


def test_an_agencys_own_seat_has_nobody_to_transfer(
    tab: PeopleTab, office: Office, said: list[str], qtbot: QtBot
) -> None:
    seat = a_member(GROUP, HOUSING)
    keep(office, seat)
    tab.board.seats.view.choose(seat.id)
    qtbot.keyClick(tab.board.seats.view, Qt.Key.Key_T)
    assert said == ["This seat is the agency's, and nobody is named for it: F2 names somebody."]


def test_a_person_can_be_added_from_inside_the_form(tab: PeopleTab, office: Office, qtbot: QtBot) -> None:
    def fill_person(dialog: FormDialog) -> None:
        dialog.form.inputs["name"].set_value("Ana")
        dialog.form.inputs["agency_id"].set_value(POLICE.id)
        dialog.ok.click()

    def fill(dialog: FormDialog) -> None:
        with answering(fill_person):
            dialog.add_requested.emit("person_id")
        dialog.form.inputs["agency_id"].set_value(POLICE.id)
        dialog.ok.click()

    with answering(fill):
        press(tab, Qt.Key.Key_A, qtbot)
    assert "Ana" in tab.board.seats.table.as_text()
