"""The page Log meeting, shown and typed into as a person would: by keys, with the text that each gives."""

from datetime import date

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.builders import a_group, a_member, a_person, an_agency
from tracker.models.records import Group, Record
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.pages.log_meeting import LogMeetingPage
from tracker.ui.place import Place

STARTED = date(2007, 7, 1)


def a_group_that_meets(office: Office) -> Group:
    """A group of Police, Education and the Māngere trust, with a person each."""
    made = a_group(started_on=STARTED)
    agencies = [
        an_agency("POL", short_name="Police"),
        an_agency("EDU", short_name="Education"),
        an_agency("MCT", name="Māngere Community Trust", short_name="Māngere Trust"),
    ]
    people = [a_person(agency, name=f"Adviser {agency.code}") for agency in agencies]
    seats = [
        a_member(made, agency, person_id=person.id, from_on=STARTED)
        for agency, person in zip(agencies, people, strict=True)
    ]
    keep(office, made, *agencies, *people, *seats)
    return made


def keep(office: Office, *records: Record) -> None:
    with office.step("make ready"):
        office.save(*records)


def shown_page(desk: Desk, place: Place) -> LogMeetingPage:
    made = LogMeetingPage(desk)
    made.resize(900, 700)
    made.show()
    made.activateWindow()
    QTest.qWaitForWindowActive(made)
    made.show_place(place)
    return made


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifiers)


def type_text(text: str) -> None:
    """Key events with text: macrons too, which QTest cannot type."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(focused(), QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def type_line(text: str) -> None:
    type_text(text)
    press(Qt.Key.Key_Return)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget
