"""Members answer a self-assessment on one screen, in turn."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.rounds_shown import Table, all_say, keep
from tracker.models.figures.assessment.asked_order import asked_texts
from tracker.models.records import Rating
from tracker.models.records.stage import Asked
from tracker.store.office import Office
from tracker.ui.assessment.rating_dialog import STEP, RatingDialog
from tracker.ui.desk import Desk

ENTER, ESC, BACK = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Backspace
UP, DOWN, END = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_End


@pytest.fixture
def table(office: Office) -> Table:
    made = Table(4).asked()
    keep(office, *made.records)
    return made


@pytest.fixture
def dialog(table: Table, office: Office, qtbot: QtBot) -> Iterator[RatingDialog]:
    yield from shown(office, table, qtbot)


def shown(office: Office, table: Table, qtbot: QtBot) -> Iterator[RatingDialog]:
    dialog = RatingDialog(Desk(office), None, table.rounds[-1].id)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    yield dialog
    dialog.done(0)


def press(dialog: RatingDialog, *keys: Qt.Key | str) -> None:
    """Keys go to where the keyboard is; text is typed there."""
    for key in keys:
        target = dialog.focusWidget() or dialog
        if isinstance(key, str):
            QTest.keyClicks(target, key)
        else:
            QTest.keyClick(target, key)


def ratings(office: Office) -> list[Rating]:
    return list(office.snapshot().of(Rating))


def test_a_rater_answers_all_signs_by_keys_alone(dialog: RatingDialog, office: Office, table: Table) -> None:
    press(dialog, ENTER, "4" * 12, "?" * 12, ENTER)
    (rating,) = ratings(office)
    assert (rating.agency_id, rating.rater, rating.given_on) == (table.agencies[0].id, "A", office.today)
    asked = [key for key, _ in asked_texts(table.rounds[-1])]
    assert dict(rating.answers) == {key: 4 if place < 12 else None for place, key in enumerate(asked)}
    assert office.undo_name == STEP


def test_how_far_is_said_and_keys_go_back_and_forth(dialog: RatingDialog) -> None:
    press(dialog, ENTER, "01")
    assert dialog.questions.words[0] == "3 of 24"
    press(dialog, BACK)
    assert dialog.questions.words[0] == "2 of 24"
    assert [button.isChecked() for button in dialog.questions.scale.buttons] == [False, True, *[False] * 4]
    press(dialog, "3", DOWN, UP)
    assert dialog.questions.words[0] == "3 of 24"
    assert [score for _, score in dialog.sheet.answers] == [0, 3]


def test_after_saving_nothing_of_the_answers_stands_on_the_screen(dialog: RatingDialog, table: Table) -> None:
    press(dialog, ENTER, "3" * 24, ENTER)
    assert dialog.finish.words[0] == "Saved. Thank you."
    assert dialog.sheet.answers == ()
    press(dialog, ENTER)
    assert dialog.page is dialog.rater
    assert (dialog.rater.agency.key, dialog.rater.mark.text()) == (table.agencies[1].id, "A")
    press(dialog, ENTER)
    assert not any(button.isChecked() for button in dialog.questions.scale.buttons)


def test_it_is_said_plainly_that_nobody_is_anonymous(dialog: RatingDialog) -> None:
    assert dialog.rater.privacy.startswith("With 4 agencies nobody is truly anonymous.")
    assert "shown as dots without names" in dialog.rater.privacy


def test_it_is_said_where_the_group_agreed_to_names(office: Office, qtbot: QtBot) -> None:
    table = Table(4).asked(named=True)
    keep(office, *table.records)
    for dialog in shown(office, table, qtbot):
        assert "agreed beforehand that answers are shown with the agency's name" in dialog.rater.privacy


def test_another_rater_of_an_agency_is_offered_the_next_mark(office: Office, qtbot: QtBot) -> None:
    table = Table(1).asked().said(0, all_say(2))
    keep(office, *table.records)
    for dialog in shown(office, table, qtbot):
        assert dialog.rater.mark.text() == "B"
        dialog.rater.mark.setText("a")
        press(dialog, ENTER)
        assert dialog.page is dialog.rater
        assert "already" in dialog.banner.sentence
        assert "such as B" in dialog.banner.sentence


def test_leaving_midway_keeps_nothing_and_says_so(dialog: RatingDialog, office: Office) -> None:
    said: list[str] = []
    dialog._desk.said.connect(said.append)
    press(dialog, ENTER, "123", ESC)
    assert dialog.isVisible()
    assert "not saved yet" in dialog.banner.sentence
    press(dialog, "4", ESC)
    assert dialog.isVisible(), "having gone on, it is asked once more"
    press(dialog, ESC)
    assert not dialog.isVisible()
    assert said == ["Closed without saving: 4 answers are not kept."]
    assert ratings(office) == []


def test_open_questions_are_counted_and_led_to(dialog: RatingDialog) -> None:
    press(dialog, ENTER, "22", DOWN, "2" * 21)
    assert dialog.finish.words[0] == "23 of 24 questions answered"
    assert dialog.finish.words[1].startswith("1 question is still open")
    dialog.finish.open.click()
    assert dialog.questions.words[0] == "3 of 24"
    press(dialog, "2")
    press(dialog, END)
    assert dialog.finish.words[0] == "24 of 24 questions answered"


def test_all_unknown_is_said_and_can_be_saved(dialog: RatingDialog, office: Office) -> None:
    press(dialog, ENTER, "?" * 24)
    assert "counts as no answer, never as 0" in dialog.finish.words[-1]
    press(dialog, ENTER)
    assert len(ratings(office)) == 1
    assert "don’t know" not in dialog.finish.words[-1]


def test_what_was_answered_survives_a_mistake(dialog: RatingDialog, office: Office, table: Table) -> None:
    press(dialog, ENTER, "2" * 24)
    keep(office, Rating(id=office.mint(), assessment_id=table.rounds[-1].id, agency_id=table.agencies[0].id, rater="A"))
    press(dialog, ENTER)
    assert "answers of rater A of Agency 0 already" in dialog.banner.sentence
    assert len(dialog.sheet.answers) == 24
    assert dialog.page is dialog.finish


def test_a_click_answers_as_a_key_does(dialog: RatingDialog) -> None:
    press(dialog, ENTER)
    dialog.questions.scale.buttons[5].click()
    dialog.questions.scale.buttons[0].click()
    assert [score for _, score in dialog.sheet.answers] == [None, 0]


def test_the_health_check_is_asked_in_the_same_way(office: Office, qtbot: QtBot) -> None:
    table = Table(4).asked(asks=Asked.HEALTH)
    keep(office, *table.records)
    for dialog in shown(office, table, qtbot):
        press(dialog, ENTER, "1")
        assert dialog.questions.words[0] == "2 of 23"


def test_without_an_agency_at_the_table_it_says_what_comes_first(office: Office, qtbot: QtBot) -> None:
    table = Table(0).asked()
    keep(office, *table.records)
    for dialog in shown(office, table, qtbot):
        assert dialog.banner.sentence.startswith("No agency that was asked has a seat")
        assert not dialog.go_on.isEnabled()


def test_the_keyboard_is_never_left_without_a_place(dialog: RatingDialog) -> None:
    assert QApplication.focusWidget() is dialog.rater.agency
    press(dialog, ENTER, "2" * 24)
    assert QApplication.focusWidget() is dialog.finish
