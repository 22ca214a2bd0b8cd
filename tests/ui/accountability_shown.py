"""A group's Accountability as a person sees it: two results, two lines, two claims on the first result."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.builders import (
    a_framework,
    a_group,
    a_line,
    a_mapping,
    a_meeting,
    a_member,
    a_result,
    an_agency,
)
from tracker.models.records import Mapping, Record
from tracker.models.records.accountability import GroupType, MappingState, MappingType
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.group.accountability import AccountabilityTab
from tracker.ui.place import Place

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
TODAY = date(2008, 6, 30)
GROUP = a_group()
EDUCATION, POLICE = an_agency("EDU", short_name="Education"), an_agency("POL", short_name="Police")
SEATS = (a_member(GROUP, EDUCATION), a_member(GROUP, POLICE))
FRAMEWORK = a_framework()
WHOLE = a_line(FRAMEWORK, "11764", name="Outcomes for students", group_type=GroupType.PARENT)
ATTENDANCE = a_line(
    FRAMEWORK, "11768", name="Attendance", scope="Services so that students attend school", parent_line_id=WHOLE.id
)
CRIME = a_line(FRAMEWORK, "8575", name="Crime prevention", administering_agency=POLICE.name, vote="Police")
MEETING = a_meeting(GROUP, on=date(2008, 6, 26))
SCHOOL = a_result(GROUP, 12, narrative="They attend every day", on=date(2008, 6, 4))
LICENCES = a_result(GROUP, 6, name="Six learner licences", on=date(2008, 5, 28))
CLAIM = a_mapping(
    SCHOOL, EDUCATION, line_id=ATTENDANCE.id, state=MappingState.DRAFT, type=MappingType.LEAD, narrative=""
)
BESIDE = a_mapping(SCHOOL, POLICE, line_id=CRIME.id, state=MappingState.AGENCY_AGREED, narrative="")
RECORDS = (GROUP, EDUCATION, POLICE, *SEATS, FRAMEWORK, WHOLE, ATTENDANCE, CRIME, MEETING, SCHOOL, LICENCES)


def keep(office: Office, *records: Record) -> None:
    with office.step("make ready"):
        office.save(*records)


def shown_tab(office: Office, group_id: str, qtbot: QtBot, record_id: str = "") -> AccountabilityTab:
    tab = AccountabilityTab(Desk(office))
    qtbot.addWidget(tab)
    tab.resize(1000, 640)
    tab.show_place(Place("group", group_id, "accountability", record_id))
    tab.show()
    tab.take_focus()
    return tab


def now(office: Office, claim: Mapping = CLAIM) -> Mapping:
    return office.snapshot().one(Mapping, claim.id)


def press(tab: AccountabilityTab, qtbot: QtBot, *keys: Qt.Key, **with_keys: Any) -> None:
    for key in keys:
        qtbot.keyClick(tab.card.list if tab.card.face == "list" else tab.card.matrix, key, **with_keys)


def answer(tab: AccountabilityTab, qtbot: QtBot, typed: str) -> None:
    first = next(iter(tab.card.asking.inputs.values()))
    assert isinstance(first, QLineEdit)
    first.setText(typed)
    qtbot.keyClick(first, Key.Key_Return)
