"""A group's People, shown and typed into as a person would."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.builders import a_group, a_member, a_person, an_agency, an_id
from tracker.models.records import Group, Record, Requisite, Role
from tracker.models.records.membership import RoleName
from tracker.models.records.person import Level
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.group.people import PeopleTab
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


def a_tab(office: Office, qtbot: QtBot) -> PeopleTab:
    """Two of the Police, one of whom has left; Housing is needed and not there."""
    keep(office, GROUP, POLICE, HOUSING, OFFICER, COMMANDER, SEAT, GONE, ANGEL, WARM)
    return shown_tab(office, GROUP, qtbot)


def heard_from(tab: PeopleTab) -> list[str]:
    """What the page will have said, mistakes among it."""
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
