"""The Critical friend side of a group's Learning."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.builders import a_group, an_id
from tests.ui.answering import answering
from tracker.models.records import FriendNote, Group, Record
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.form_dialog import FormDialog
from tracker.ui.learning.friend_side import FriendSide
from tracker.ui.place import Place

GROUP = a_group()
NOTE = FriendNote(id=an_id(), group_id=GROUP.id, on=date(2008, 3, 1), text="Who is missing here?")
TODAY = date(2008, 6, 30)


def shown_side(office: Office, group_id: str, qtbot: QtBot) -> FriendSide:
    side = FriendSide(Desk(office))
    qtbot.addWidget(side)
    side.resize(1000, 560)
    side.show_place(Place("group", group_id, "learning/friend"))
    side.show()
    return side


def keep(office: Office, *records: Record) -> None:
    with office.step("make ready"):
        office.save(*records)


@pytest.fixture
def side(office: Office, qtbot: QtBot) -> FriendSide:
    keep(office, GROUP, NOTE)
    return shown_side(office, GROUP.id, qtbot)


def test_t_keeps_what_the_group_made_of_a_note(side: FriendSide, office: Office, qtbot: QtBot) -> None:
    qtbot.keyClick(side.view, Qt.Key.Key_T)
    qtbot.keyClicks(side.asking.inputs["answer"], "We asked the aunties")
    qtbot.keyClick(side.asking.inputs["answer"], Qt.Key.Key_Return)
    kept = office.snapshot().one(FriendNote, NOTE.id)
    assert (kept.answer, kept.answered_on) == ("We asked the aunties", TODAY)


def test_without_a_word_it_is_not_talked_over(side: FriendSide, office: Office, qtbot: QtBot) -> None:
    qtbot.keyClick(side.view, Qt.Key.Key_T)
    qtbot.keyClick(side.asking.inputs["answer"], Qt.Key.Key_Return)
    assert "Say in a line" in side.asking.problem
    assert office.snapshot().one(FriendNote, NOTE.id).answered_on is None


def test_a_new_note_is_by_the_critical_friend_of_today(sample: Office, qtbot: QtBot) -> None:
    side = shown_side(sample, sample.find(Group, "SEMO").id, qtbot)

    def answer(form: FormDialog) -> None:
        form.form.inputs["text"].set_value("Who reads this?")
        form.accept()

    with answering(answer):
        qtbot.keyClick(side.view, Qt.Key.Key_A)
    made = next(each for each in sample.snapshot().of(FriendNote) if each.text == "Who reads this?")
    assert sample.snapshot().called(type(sample.find(Group, "SEMO")), made.group_id)
    assert made.person_id is not None


def test_a_group_without_one_offers_to_name_somebody(office: Office, qtbot: QtBot) -> None:
    group = a_group(code="NEW")
    keep(office, group)
    side = shown_side(office, group.id, qtbot)
    assert side.name.isVisibleTo(side)
    assert side.words.startswith("Nobody is the critical friend now")
