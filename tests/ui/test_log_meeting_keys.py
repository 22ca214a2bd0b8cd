"""A whole meeting by keyboard alone, with every key counted that is not a letter of what was said."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from pytestqt.qtbot import QtBot

from tests.builders import a_group, a_member, a_person, an_agency
from tests.ui.meeting_typed import STARTED, keep, press, type_text
from tests.ui.opened import a_window
from tracker.models.records import (
    Agency,
    Attendance,
    Ball,
    Commitment,
    Decision,
    Group,
    Handover,
    Lesson,
    Meeting,
    Note,
    Result,
    Risk,
)
from tracker.models.records.meeting import Feeling, NoteKind, Presence
from tracker.models.records.person import Level
from tracker.models.records.risk import RiskLevel
from tracker.models.snapshot import Snapshot
from tracker.store.office import Office
from tracker.store.setting import Setting
from tracker.ui.place import Place
from tracker.ui.window import Window

CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


class Keys:
    """Presses keys as a person does, and counts all that are not letters of what was said: Ctrl is a key of its own."""

    def __init__(self) -> None:
        self.count = 0

    def press(self, *keys: Key, ctrl: bool = False) -> None:
        for key in keys:
            press(key, CTRL if ctrl else Qt.KeyboardModifier.NoModifier)
            self.count += 2 if ctrl else 1

    def choose(self, letters: str) -> None:
        """Letters that are no part of what was said: they lead to a name."""
        type_text(letters)
        self.count += len(letters)

    def line(self, text: str) -> None:
        type_text(text)
        self.press(Key.Key_Return)


@pytest.fixture
def window(office: Office, setting: Setting, qtbot: QtBot) -> Window:
    """A window on a group of three agencies with seven people, of whom the last one is away today."""
    group = a_group(started_on=STARTED)
    agencies = [
        an_agency("POL", short_name="Police"),
        an_agency("EDU", short_name="Education"),
        an_agency("MCT", name="Māngere Community Trust", short_name="Māngere Trust"),
    ]
    people = [a_person(agencies[number % 3], name=f"Adviser {number}") for number in range(7)]
    seats = [
        a_member(group, agencies[number % 3], person_id=person.id, from_on=STARTED)
        for number, person in enumerate(people)
    ]
    keep(office, group, *agencies, *people, *seats)
    office.close()
    made = a_window(setting, qtbot, Path(office.path))
    made.go(Place("group", group.id, "people"))
    return made


def test_six_people_and_eight_items_take_at_most_sixty_keys_beyond_the_text(window: Window) -> None:
    keys = Keys()
    log(keys)
    assert keys.count <= 60
    assert window.desk
    check_what_was_saved(window.desk.snapshot)


def log(keys: Keys) -> None:
    """As a person would: all came but one, eight lines of all kinds, some put right, how it felt; 41 keys as it is."""
    keys.press(Key.Key_L, ctrl=True)
    keys.press(Key.Key_A, Key.Key_Left, Key.Key_Space, Key.Key_Return)
    keys.line("Decided on one plan for each family")
    keys.choose("@pol")
    keys.press(Key.Key_Return)
    keys.line("will run the course for Education by 27 July")
    type_text("Well done: five enrolled, thanks to Education")
    keys.press(Key.Key_Down, Key.Key_Space, Key.Key_Return)
    type_text("Ring before we call")
    keys.press(Key.Key_4, ctrl=True)
    keys.press(Key.Key_Tab, Key.Key_Right, Key.Key_Space, Key.Key_Return)
    type_text("Risk: the room may be lost")
    keys.press(Key.Key_Down)
    keys.choose("Pol")
    keys.press(Key.Key_Tab)
    keys.choose("H")
    keys.press(Key.Key_Return)
    keys.line("b Education: school attendance")
    keys.line("We now see that the house was the worry all along")
    type_text("The nurse would like to come")
    keys.press(Key.Key_8, ctrl=True)
    keys.press(Key.Key_Return, Key.Key_F6, Key.Key_Right, Key.Key_Right, Key.Key_Right, Key.Key_Space)
    keys.press(Key.Key_Return, ctrl=True)


def check_what_was_saved(snapshot: Snapshot) -> None:
    (meeting,) = snapshot.of(Meeting)
    assert (snapshot.one(Group, meeting.group_id).code, meeting.on, meeting.felt) == (
        "ICM",
        date(2008, 6, 30),
        Feeling.WARM,
    )
    presences = [came.presence for came in snapshot.of(Attendance)]
    assert (presences.count(Presence.PRESENT), presences.count(Presence.APOLOGY)) == (6, 1)
    assert [decision.meeting_id for decision in snapshot.of(Decision)] == [meeting.id]
    (promise,) = snapshot.of(Commitment)
    assert called(snapshot, promise.agency_id, promise.to_agency_id) == ["Police", "Education"]
    assert (promise.due, promise.made_on) == (date(2008, 7, 27), meeting.on)
    assert sorted(called(snapshot, *snapshot.of(Result)[0].credit_ids)) == ["Education", "Police"]
    assert called(snapshot, *snapshot.of(Lesson)[0].carry_to_ids) == ["Education"]
    (risk,) = snapshot.of(Risk)
    assert (called(snapshot, risk.agency_id), risk.level) == (["Police"], RiskLevel.HIGH)
    assert [ball.issue for ball in snapshot.of(Ball)] == ["School attendance"]
    assert called(snapshot, snapshot.of(Handover)[0].agency_id) == ["Education"]
    assert sorted(note.kind or "" for note in snapshot.of(Note)) == [NoteKind.NOTE, NoteKind.NOW_SEE]


def called(snapshot: Snapshot, *ids: str | None) -> list[str]:
    return [snapshot.called(Agency, identity) for identity in ids]


def test_a_marks_all_who_usually_come_and_again_nobody(window: Window) -> None:
    keys = Keys()
    keys.press(Key.Key_L, ctrl=True)
    strip = window.shelf.currentWidget().form.strip  # type: ignore[attr-defined]
    keys.press(Key.Key_A)
    assert {came.presence for came in strip.attendances} == {Presence.PRESENT}
    keys.press(Key.Key_A)
    assert strip.attendances == ()


def test_l_marks_who_came_last_time(window: Window) -> None:
    keys = Keys()
    assert window.desk
    for on, presses in ((date(2008, 6, 1), (Key.Key_Space, Key.Key_Right, Key.Key_Space)), (None, (Key.Key_L,))):
        keys.press(Key.Key_L, ctrl=True)
        page = window.shelf.currentWidget()
        if on:
            page.form.head.day.set_day(on)  # type: ignore[attr-defined]
        keys.press(*presses)
        keys.press(Key.Key_Return, ctrl=True)
    by_meeting = [
        {
            came.person_id
            for came in window.desk.snapshot.of(Attendance, meeting_id=meeting.id)
            if came.presence is Presence.PRESENT
        }
        for meeting in window.desk.snapshot.of(Meeting)
    ]
    assert by_meeting[0] == by_meeting[1]
    assert len(by_meeting[0]) == 2


def test_s_asks_who_came_instead_and_at_what_level(window: Window) -> None:
    keys = Keys()
    keys.press(Key.Key_L, ctrl=True)

    def answer() -> None:
        type_text("Duty officer")
        keys.press(Key.Key_Tab)
        keys.choose("Line")
        keys.press(Key.Key_Return)

    QTimer.singleShot(100, answer)
    keys.press(Key.Key_S)
    page = window.shelf.currentWidget()
    came = page.form.strip.attendances[0]  # type: ignore[attr-defined]
    assert (came.presence, came.instead, came.level) == (Presence.SENT_SOMEBODY, "Duty officer", Level.LINE_MANAGER)
