"""The pages of an agency and of a person."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.builders import a_group, a_member, a_person, an_agency
from tests.ui.answering import answering
from tests.ui.opened import a_window
from tracker.models.figures.timeline import Family, agency_timeline
from tracker.models.records import Agency, Commitment, Group, Membership, Person
from tracker.store.office import Office
from tracker.store.setting import Setting
from tracker.ui.desk import Desk
from tracker.ui.form_dialog import FormDialog
from tracker.ui.pages.agencies import AgenciesPage
from tracker.ui.pages.agency import AgencyPage
from tracker.ui.pages.person import PersonPage
from tracker.ui.place import Place
from tracker.ui.profile.profile_page import ProfilePage


def shown(page: ProfilePage, identity: str, qtbot: QtBot) -> list[Place]:
    """Shows the page; returns where it asks to go, as it asks."""
    places: list[Place] = []
    page.desk.place_requested.connect(places.append)
    qtbot.addWidget(page)
    page.resize(1000, 640)
    page.show_place(Place("", record_id=identity))
    page.show()
    return places


@pytest.fixture
def police(sample: Office) -> Agency:
    return sample.find(Agency, "Police")


@pytest.fixture
def officer(sample: Office) -> Person:
    return sample.find(Person, "Youth officer")


def test_an_agency_s_page_has_its_names_its_figures_and_its_whole_timeline(
    sample: Office, police: Agency, qtbot: QtBot
) -> None:
    page = AgencyPage(Desk(sample))
    shown(page, police.id, qtbot)
    assert (page.heading, page.other_name.text()) == ("New Zealand Police", "Ngā Pirihimana o Aotearoa")
    assert page.follow_through.accessibleName() == "Follow-through: 9 of 11, kept of those due"
    assert page.timeline_card.entries_shown == list(agency_timeline(sample.snapshot(), police.id))


def test_the_timeline_names_the_group_of_each_entry_and_finds_it(sample: Office, police: Agency, qtbot: QtBot) -> None:
    page = AgencyPage(Desk(sample))
    shown(page, police.id, qtbot)
    page.timeline_card.filter.setText("nmcc")
    entries = page.timeline_card.entries_shown
    assert entries
    assert {entry.group_id for entry in entries} == {sample.find(Group, "NMCC").id}
    assert "NMCC" in page.timeline_card.list.table.index(1, 0).data()


def test_the_timeline_is_narrowed_to_a_family(sample: Office, police: Agency, qtbot: QtBot) -> None:
    page = AgencyPage(Desk(sample))
    shown(page, police.id, qtbot)
    page.timeline_card.toggles[Family.COMMITMENTS].click()
    assert {entry.family for entry in page.timeline_card.entries_shown} == {Family.COMMITMENTS}


def test_enter_leads_from_the_agency_to_its_people_its_groups_and_its_promises(
    sample: Office, police: Agency, qtbot: QtBot
) -> None:
    page = AgencyPage(Desk(sample))
    places = shown(page, police.id, qtbot)
    for view in (page.colleague_view, page.seat_view, page.promises):
        view.choose(view.table.key_at(view.table.index(0, 0)))
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert [(place.page, place.tab) for place in places] == [
        ("person", ""),
        ("group", "overview"),
        ("group", "commitments"),
    ]
    assert sample.snapshot().one(Commitment, places[2].record_id).agency_id == police.id


def test_f2_corrects_the_agency_and_the_page_follows(sample: Office, police: Agency, qtbot: QtBot) -> None:
    page = AgencyPage(Desk(sample))
    shown(page, police.id, qtbot)

    def fill(dialog: FormDialog) -> None:
        dialog.form.inputs["te_reo_name"].set_value("Pirihimana")
        dialog.ok.click()

    with answering(fill):
        qtbot.keyClick(page.timeline_card.list, Qt.Key.Key_F2)
    assert page.other_name.text() == "Pirihimana"


def test_qt_finds_nothing_wrong_with_the_tables(sample: Office, police: Agency, qtbot: QtBot) -> None:
    page = AgencyPage(Desk(sample))
    shown(page, police.id, qtbot)
    for view in (page.colleague_view, page.seat_view, page.promises):
        QAbstractItemModelTester(view.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.refill()


def test_a_person_s_page_leads_up_to_the_agency(sample: Office, officer: Person, qtbot: QtBot) -> None:
    page = PersonPage(Desk(sample))
    places = shown(page, officer.id, qtbot)
    page.leads_up.click()
    assert places == [Place("agency", record_id=officer.agency_id or "")]


def test_a_person_s_seats_and_roles_stand_there_with_their_days(sample: Office, officer: Person, qtbot: QtBot) -> None:
    page = PersonPage(Desk(sample))
    shown(page, officer.id, qtbot)
    assert [row.what for row in page.holdings.table.rows] == ["Seat for Police", "Fellow-traveller"]
    assert page.meetings.accessibleName() == "Meetings: 19 of 20, last 12 Jun 2008"


def test_who_has_left_is_shown_with_when_and_where(sample: Office, qtbot: QtBot) -> None:
    page = PersonPage(Desk(sample))
    shown(page, sample.find(Person, "Family violence coordinator").id, qtbot)
    assert page.other_name.text() == "Left Circuit-breaker team on 30 Nov 2007"
    assert "30 Nov 2007" in page.holdings.table.as_text()


def test_an_agency_in_no_group_has_a_page_that_says_what_goes_there(office: Office, qtbot: QtBot) -> None:
    agency = an_agency("POL")
    with office.step("add an agency"):
        office.save(agency)
    page = AgencyPage(Desk(office))
    shown(page, agency.id, qtbot)
    assert page.groups.accessibleName() == "Groups: 0, none yet"
    assert not page.seat_view.isVisible()
    assert not page.timeline_card.list.isVisible()


def test_a_change_elsewhere_reaches_the_page(office: Office, qtbot: QtBot) -> None:
    agency, group = an_agency("POL"), a_group()
    person = a_person(agency)
    desk = Desk(office)
    desk.do("add some", agency, group, person)
    page = AgencyPage(desk)
    shown(page, agency.id, qtbot)
    desk.do("add a membership", a_member(group, agency, person_id=person.id))
    assert [entry.kind_word for entry in page.timeline_card.entries_shown] == ["Joined"]
    assert page.people.accessibleName() == "People: 1, of 1 known"


def test_an_agency_that_an_undo_took_away_leads_back_to_all(office: Office, qtbot: QtBot) -> None:
    agency = an_agency("POL")
    with office.step("add an agency"):
        office.save(agency)
    page = AgencyPage(Desk(office))
    places = shown(page, agency.id, qtbot)
    office.undo()
    assert places == [Place("agencies")]


@pytest.mark.parametrize(("table", "page_name"), [("agencies", "agency"), ("people", "person")])
def test_enter_on_people_and_agencies_opens_the_page(table: str, page_name: str, sample: Office, qtbot: QtBot) -> None:
    page = AgenciesPage(Desk(sample))
    places: list[Place] = []
    page.desk.place_requested.connect(places.append)
    qtbot.addWidget(page)
    page.show_place(Place("agencies", tab=table))
    view = getattr(page, table)
    view.choose(view.table.rows[0].id)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert places == [Place(page_name, record_id=view.table.rows[0].id)]


def test_f2_corrects_on_people_and_agencies(sample: Office, police: Agency, qtbot: QtBot) -> None:
    page = AgenciesPage(Desk(sample))
    qtbot.addWidget(page)
    page.show_place(Place("agencies", record_id=police.id))
    page.show()
    with answering(lambda dialog: dialog.reject()):
        qtbot.keyClick(page.agencies, Qt.Key.Key_F2)


def test_an_agency_that_was_renamed_says_until_when_it_had_its_name(sample: Office, qtbot: QtBot) -> None:
    page = AgencyPage(Desk(sample))
    shown(page, sample.find(Agency, "MNZ").id, qtbot)
    assert page.other_name.text().endswith("until 30 Jun 2005: Maritime Safety Authority")
    assert "Maritime Safety Authority became Maritime New Zealand" in page.turns.view.table.as_text()


def test_whoever_took_over_is_named_on_both_pages(sample: Office, qtbot: QtBot) -> None:
    words = []
    for code in ("SEMO-ECD", "EDU"):
        page = AgencyPage(Desk(sample))
        shown(page, sample.find(Agency, code).id, qtbot)
        words.append(page.other_name.text())
    assert words[0] == "1 Oct 2003: Education took over from it"
    assert words[1].endswith("1 Oct 2003: it took over from Early Childhood Development")


def test_enter_on_a_former_name_corrects_it(sample: Office, qtbot: QtBot) -> None:
    page = AgencyPage(Desk(sample))
    shown(page, sample.find(Agency, "MNZ").id, qtbot)
    page.turns.view.choose(page.turns.view.table.rows[0].change.id)

    def fill(dialog: FormDialog) -> None:
        dialog.form.inputs["name"].set_value("Maritime Safety Authority of New Zealand")
        dialog.ok.click()

    with answering(fill):
        qtbot.keyClick(page.turns.view, Qt.Key.Key_Return)
    assert page.other_name.text().endswith("Maritime Safety Authority of New Zealand")


def test_an_agency_that_never_changed_has_no_card_for_it(sample: Office, police: Agency, qtbot: QtBot) -> None:
    page = AgencyPage(Desk(sample))
    shown(page, police.id, qtbot)
    assert not page.turns.isVisible()


def test_c_confirms_what_is_chosen_in_one_step_and_it_leaves_the_list(
    sample: Office, police: Agency, qtbot: QtBot
) -> None:
    page = AgencyPage(Desk(sample))
    shown(page, police.id, qtbot)
    waiting = len(page.to_confirm.table.things)
    assert waiting
    page.to_confirm.keyed.selectAll()
    qtbot.keyClick(page.to_confirm.keyed, Qt.Key.Key_C)
    assert not page.to_confirm.isVisible()
    assert sample.undo_name.startswith("confirm ")
    sample.undo()
    assert len(page.to_confirm.table.things) == waiting


def test_enter_on_what_is_to_be_confirmed_leads_to_it_among_the_people(
    sample: Office, police: Agency, qtbot: QtBot
) -> None:
    page = AgencyPage(Desk(sample))
    places = shown(page, police.id, qtbot)
    qtbot.keyClick(page.to_confirm.keyed, Qt.Key.Key_Return)
    assert (places[0].page, places[0].tab) == ("group", "people")


def test_a_person_s_page_says_where_nobody_else_sits_for_the_agency(sample: Office, qtbot: QtBot) -> None:
    page = PersonPage(Desk(sample))
    shown(page, sample.find(Person, "Inspector, maritime").id, qtbot)
    assert page.alone.accessibleName() == "Alone in a seat: 1, for the agency"
    assert "Police in NMCC" in page.alone.toolTip()


def test_the_window_opens_an_agency_and_goes_back(sample_path: Path, setting: Setting, qtbot: QtBot) -> None:
    window = a_window(setting, qtbot, sample_path)
    assert window.desk is not None
    seat = window.desk.snapshot.of(Membership)[0]
    window.go(Place("agency", record_id=seat.agency_id or ""))
    window.go(Place("person", record_id=seat.person_id or ""))
    window.go_back()
    assert window.place == Place("agency", record_id=seat.agency_id or "")
