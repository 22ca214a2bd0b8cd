"""A group's People: as at any day, with its lists and their keys."""

import dataclasses
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.builders import a_group, a_member, a_person, an_agency, an_id
from tests.ui.answering import answering
from tracker.models.records import Group, Membership, Record, Requisite, Role
from tracker.models.records.membership import RoleName
from tracker.models.records.person import Level
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.form_dialog import FormDialog
from tracker.ui.group.people import PeopleTab
from tracker.ui.moving.ways import Ways
from tracker.ui.people.side import Side
from tracker.ui.place import Place

GROUP = a_group()
POLICE, HOUSING = an_agency("POL", short_name="Police"), an_agency("HNZ", short_name="Housing")
OFFICER = a_person(POLICE, name="Mere Tāwhai", post="Youth officer", level=Level.FRONT_LINE)
COMMANDER = a_person(POLICE, name="Area commander", level=Level.SENIOR)
SEAT = a_member(GROUP, POLICE, person_id=OFFICER.id)
GONE = a_member(GROUP, POLICE, person_id=COMMANDER.id, to_on=date(2008, 3, 14))
ANGEL = Role(
    id=an_id(), group_id=GROUP.id, person_id=OFFICER.id, name=RoleName.GUARDIAN_ANGEL, from_on=date(2007, 2, 1)
)
WARM = Requisite(
    id=an_id(), group_id=GROUP.id, text="Warm houses", brought_by_ids=(HOUSING.id,), since=date(2007, 3, 1)
)
TODAY = date(2008, 6, 30)
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier


def keep(office: Office, *records: Record) -> None:
    with office.step("make ready"):
        office.save(*records)


def shown_tab(office: Office, group: Group, qtbot: QtBot, record_id: str = "") -> PeopleTab:
    made = PeopleTab(Desk(office))
    qtbot.addWidget(made)
    made.resize(1000, 640)
    made.show_place(Place("group", group.id, "people", record_id))
    made.show()
    return made


@pytest.fixture
def tab(office: Office, qtbot: QtBot) -> PeopleTab:
    """Two of the Police, one of whom has left; Housing is needed and not there."""
    keep(office, GROUP, POLICE, HOUSING, OFFICER, COMMANDER, SEAT, GONE, ANGEL, WARM)
    return shown_tab(office, GROUP, qtbot)


@pytest.fixture
def said(tab: PeopleTab) -> list[str]:
    heard: list[str] = []
    tab.desk.said.connect(heard.append)
    tab.desk.mistaken.connect(heard.append)
    return heard


def press(tab: PeopleTab, key: Qt.Key, qtbot: QtBot, with_: Qt.KeyboardModifier = PLAIN) -> None:
    """A key on the list in view, with its first row chosen unless one is."""
    tab.board.side.view.choose_first()
    qtbot.keyClick(tab.board.side.view, key, with_)


def type_day(side: Side, day: str, qtbot: QtBot) -> None:
    field = side.asking.inputs["on"]
    assert isinstance(field, QLineEdit)
    field.setText(day)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def rows(side: Side) -> list[list[str]]:
    return [line.split("\t") for line in side.table.as_text().splitlines()[1:]]


def test_a_seat_is_a_row_with_post_level_roles_and_when_it_was_confirmed(tab: PeopleTab) -> None:
    assert rows(tab.board.seats) == [
        ["Mere Tāwhai Youth officer", "Police", "Front line", "Guardian angel", "1 Feb 2007", "", "not yet"]
    ]


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


def test_a_name_without_room_below_its_ladder_gives_way_to_the_short_code(
    tab: PeopleTab, office: Office, qtbot: QtBot
) -> None:
    many = [an_agency(f"T{number}", short_name="Economic Development") for number in range(12)]
    people = [a_person(agency, level=Level.SENIOR) for agency in many]
    seats = [a_member(GROUP, agency, person_id=who.id) for agency, who in zip(many, people, strict=True)]
    keep(office, *many, *people, *seats)
    view = tab.top.ladder.view
    assert sorted(view.name_at(place) for place in range(13)) == sorted(["Police", *(agency.code for agency in many)])
