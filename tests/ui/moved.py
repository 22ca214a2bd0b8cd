"""A small office for tests of what moves people and agencies, and a dialog opened as a person opens it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from tests.builders import a_group, a_member, a_person, an_agency, an_id
from tracker.models.records import Commitment, Group, Membership, Person, Role
from tracker.models.records.membership import RoleName
from tracker.models.records.person import Level
from tracker.store.office import Office

Opened = TypeVar("Opened", bound=QDialog)

START, TODAY = date(2007, 2, 1), date(2008, 6, 30)
GROUP, OTHER = a_group(short_name="ICM"), a_group(name="Schooling in Māngere", short_name="SEMO", code="SEMO")
POLICE, HOUSING = an_agency("POL", short_name="Police"), an_agency("HNZ", name="Housing New Zealand")
MERE = a_person(POLICE, name="Mere Tāwhai", post="Youth officer", level=Level.FRONT_LINE)
SERGEANT = a_person(POLICE, name="Sione Vea", post="Sergeant")
TENANCY = a_person(HOUSING, name="Ana Rewi", post="Tenancy manager")


def a_seat(person: Person, group: Group = GROUP) -> Membership:
    return a_member(group, POLICE, agency_id=person.agency_id, person_id=person.id, from_on=START)


def a_role(person: Person, name: RoleName, group: Group = GROUP) -> Role:
    return Role(id=an_id(), group_id=group.id, person_id=person.id, name=name, from_on=START)


def a_promise(text: str, group: Group = GROUP) -> Commitment:
    made = {"agency_id": POLICE.id, "person_id": MERE.id, "made_on": date(2008, 5, 1), "due": date(2008, 7, 9)}
    return Commitment(id=an_id(), group_id=group.id, text=text, first_due=date(2008, 7, 9), **made)  # type: ignore[arg-type]


SEATS = (a_seat(MERE), a_seat(MERE, OTHER), a_seat(TENANCY))
CHAIR = a_role(MERE, RoleName.CHAIR)
CONTACT = a_role(MERE, RoleName.KEY_CONTACT, OTHER)
VAN, HALL = a_promise("A van on Mondays"), a_promise("Book the hall", OTHER)


def fill(office: Office) -> None:
    """Puts the people, their seats, roles and promises into an office."""
    with office.step("make ready"):
        office.save(GROUP, OTHER, POLICE, HOUSING, MERE, SERGEANT, TENANCY, *SEATS, CHAIR, CONTACT, VAN, HALL)


def everything(office: Office) -> list[object]:
    """All seats, roles, promises and people, to compare before and after."""
    snapshot = office.snapshot()
    return [snapshot.of(kind) for kind in (Membership, Role, Commitment, Person)]


def typed(edit: QLineEdit, text: str) -> None:
    """Types over what stands in a field, and leaves it with Tab."""
    edit.setFocus()
    edit.selectAll()
    if text.isascii():
        QTest.keyClicks(edit, text)
    else:
        # Letters with macrons have no key of their own here.
        edit.insert(text)
    QTest.keyClick(edit, Qt.Key.Key_Tab)


@contextmanager
def meeting(kind: type[Opened], answer: Callable[[Opened], None]) -> Iterator[None]:
    """The dialog of that kind that is about to open is given to `answer`; it fails if another opened, or none."""
    seen: list[QWidget | None] = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        seen.append(dialog)
        try:
            if isinstance(dialog, kind):
                answer(dialog)
        finally:
            if isinstance(dialog, QDialog) and dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, act)
    yield
    assert [type(dialog) for dialog in seen] == [kind]
