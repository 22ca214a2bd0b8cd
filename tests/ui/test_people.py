"""A group's People."""

import dataclasses
from datetime import date

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import a_group, a_member, a_person, an_agency, an_id
from tests.ui.answering import answering
from tracker.models.records import Group, Membership, Record, Role
from tracker.models.records.membership import RoleName
from tracker.models.records.person import Level
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.form_dialog import FormDialog
from tracker.ui.group.people import PeopleTab
from tracker.ui.place import Place

GROUP = a_group()
POLICE = an_agency("POL", short_name="Police")
OFFICER = a_person(POLICE, name="Mere Tāwhai", post="Youth officer", level=Level.FRONT_LINE)
SEAT = a_member(GROUP, POLICE, person_id=OFFICER.id)
ANGEL = Role(
    id=an_id(), group_id=GROUP.id, person_id=OFFICER.id, name=RoleName.GUARDIAN_ANGEL, from_on=date(2007, 2, 1)
)


@pytest.fixture
def tab(office: Office, qtbot: QtBot) -> PeopleTab:
    with office.step("make ready"):
        office.save(GROUP, POLICE, OFFICER, SEAT, ANGEL)
    made = PeopleTab(Desk(office))
    qtbot.addWidget(made)
    made.show_place(Place("group", GROUP.id, "people"))
    made.show()
    return made


def keep(tab: PeopleTab, *records: Record) -> None:
    tab.desk.do("change something", *records)


def test_a_seat_is_a_row_with_post_level_and_roles(tab: PeopleTab) -> None:
    row = tab.members.table.as_text().splitlines()[1].split("\t")
    assert row[:5] == ["Mere Tāwhai Youth officer", "Police", "Front line", "Guardian angel", "1 Feb 2007"]


def test_qt_finds_nothing_wrong_with_the_tables(tab: PeopleTab) -> None:
    for view in (tab.members, tab.roles):
        QAbstractItemModelTester(view.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    tab.refill()


def test_who_left_is_shown_when_asked_for(tab: PeopleTab) -> None:
    gone = a_member(GROUP, POLICE, to_on=date(2008, 3, 31))
    keep(tab, gone)
    assert len(tab.members.table.rows) == 1
    tab.who_left.click()
    assert len(tab.members.table.rows) == 2


def test_a_role_that_nobody_holds_says_nobody_yet(tab: PeopleTab) -> None:
    assert tab.holder("Guardian angel") == "Mere Tāwhai"
    assert tab.holder("Public entrepreneur") == "nobody yet"


def test_a_new_member_is_asked_for_with_the_group_and_today_filled_in(tab: PeopleTab, office: Office) -> None:
    def fill(dialog: FormDialog) -> None:
        dialog.form.inputs["agency_id"].set_value(POLICE.id)
        dialog.ok.click()

    with answering(fill):
        tab.add_member()
    made = office.snapshot().of(Membership, person_id=None)[0]
    assert (made.group_id, made.from_on) == (GROUP.id, date(2008, 6, 30))
    assert office.undo_name == "add a membership"


def test_ending_a_membership_keeps_it_with_its_last_day(tab: PeopleTab, office: Office) -> None:
    tab.members.choose(SEAT.id)
    with answering(lambda dialog: dialog.ok.click()):
        tab.end_member()
    assert office.snapshot().one(Membership, SEAT.id).to_on == date(2008, 6, 30)
    assert office.undo_name == "end a membership"


def test_giving_up_a_form_changes_nothing(tab: PeopleTab, office: Office) -> None:
    before = office.undo_name
    with answering(lambda dialog: dialog.reject()):
        tab.add_role()
    assert office.undo_name == before


def test_a_person_can_be_added_from_inside_the_form(tab: PeopleTab, office: Office) -> None:
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
        tab.add_member()
    people = {seat.person_id for seat in office.snapshot().of(Membership, group_id=GROUP.id)}
    assert len(people) == 2


def test_correct_and_end_wait_until_something_is_chosen(tab: PeopleTab, qapp: QApplication) -> None:
    assert not tab.buttons["correct member"].isEnabled()
    tab.members.choose(SEAT.id)
    assert tab.buttons["correct member"].isEnabled()


def test_a_group_without_members_has_the_button_for_the_first(office: Office, qtbot: QtBot) -> None:
    empty = a_group(code="NEW")
    with office.step("add a group"):
        office.save(empty)
    made = PeopleTab(Desk(office))
    qtbot.addWidget(made)
    made.show_place(Place("group", empty.id, "people"))
    made.show()
    assert not made.members.isVisible()
    assert office.snapshot().of(Group)


def test_somebody_known_by_the_post_alone_is_named_once(tab: PeopleTab, office: Office) -> None:
    with office.step("correct a person"):
        office.save(dataclasses.replace(OFFICER, name="Youth officer"))
    tab.refill()
    assert "Youth officer\tPolice" in tab.members.table.as_text()
