"""The balls: passed on, settled, and never in two hands."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.answering import answering
from tests.ui.promised import EDUCATION, GROUP, HOUSE, LICENCES, POLICE, TO_POLICE, TODAY, a_page, fill
from tracker.models.figures.ball_standing import ball_standings
from tracker.models.records import Ball, Handover
from tracker.store.office import Office
from tracker.ui.commitments.balls_view import BallsView
from tracker.ui.commitments.holder_chooser import HolderChooser
from tracker.ui.form_dialog import FormDialog
from tracker.ui.group.commitments import CommitmentsTab
from tracker.ui.pages.commitments import CommitmentsPage
from tracker.ui.parts.headed_table import RowHeading


@pytest.fixture
def page(office: Office, qtbot: QtBot) -> CommitmentsPage | CommitmentsTab:
    """A group's tab, turned to its balls."""
    fill(office)
    page = a_page(office, qtbot, GROUP.id)
    page.show_side(page.balls)
    return page


@pytest.fixture
def view(page: CommitmentsTab) -> BallsView:
    """Its balls, with the one that Police hold chosen."""
    page.balls.view.choose(LICENCES.id)
    return page.balls


def press(view: BallsView, letter: str, shift: bool = False) -> None:
    shifted = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(view.view, Qt.Key(ord(letter)), shifted)


def answer(view: BallsView, holder: str | None = None, **texts: str) -> None:
    if holder is not None:
        chooser = view.asking.inputs["agency"]
        assert isinstance(chooser, HolderChooser)
        chooser.setCurrentIndex(chooser.findText(holder))
    for name, text in texts.items():
        edit = view.asking.inputs[name]
        assert isinstance(edit, QLineEdit)
        edit.clear()
        QTest.keyClicks(edit, text)
    QTest.keyClick(view.asking.inputs["on"], Qt.Key.Key_Return)


def holder(office: Office, ball: Ball) -> str:
    return next(one.holder for one in ball_standings(office.snapshot(), settled=True) if one.ball.id == ball.id)


def test_what_nobody_holds_stands_first_with_a_word_and_a_sign(view: BallsView) -> None:
    heading, ball, *_ = view.table.rows
    assert isinstance(heading, RowHeading)
    assert heading.words == "Held by nobody: 1 ball"
    column = next(column for column in view.table.columns if column.heading == "Held by")
    assert column.shown(ball) == "nobody"
    assert column.icon is not None
    assert not column.icon(ball).isNull()


def test_a_ball_is_passed_on_with_day_and_note(view: BallsView, office: Office) -> None:
    press(view, "P")
    answer(view, "Education", on="20 Jun 2008", note="Has the list")
    made = next(one for one in office.snapshot().of(Handover) if one.id != TO_POLICE.id)
    assert (made.agency_id, made.on, made.note) == (EDUCATION.id, date(2008, 6, 20), "Has the list")
    assert office.undo_name == "pass a ball on"
    assert holder(office, LICENCES) == "Education"


def test_a_ball_settled_while_its_holder_was_asked_for_is_not_passed_on(view: BallsView, office: Office) -> None:
    press(view, "P")
    view.view.setFocus()
    press(view, "S")
    answer(view, "Education", on="30 Jun 2008")
    assert "is not in play any more" in view.asking.problem
    assert [one.id for one in office.snapshot().of(Handover)] == [TO_POLICE.id]


def test_nobody_is_chosen_beforehand(view: BallsView, office: Office) -> None:
    press(view, "P")
    QTest.keyClick(view.asking.inputs["on"], Qt.Key.Key_Return)
    assert view.asking.problem == "Say who holds the ball: choose an agency, or nobody."
    assert holder(office, LICENCES) == "Police"


def test_a_ball_can_be_put_down(view: BallsView, office: Office) -> None:
    press(view, "P")
    answer(view, "Nobody")
    assert holder(office, LICENCES) == ""


def test_two_holders_on_one_day_are_refused_in_place(view: BallsView, office: Office) -> None:
    press(view, "P")
    answer(view, "Education", on="1 Jun 2008")
    assert "one at a time holds the ball" in view.asking.problem
    assert len(office.snapshot().of(Handover)) == 1


def test_a_ball_is_not_passed_before_it_was_opened(view: BallsView) -> None:
    press(view, "P")
    answer(view, "Education", on="1 Jan 2008")
    assert "was opened on 10 Jan 2008" in view.asking.problem


def test_a_settled_ball_is_no_longer_in_play(view: BallsView, office: Office) -> None:
    press(view, "S")
    assert office.snapshot().one(Ball, LICENCES.id).closed_on == TODAY
    assert [one.ball.issue for one in view.table.things] == ["A house near by"]
    assert office.undo_name == "settle a ball"


def test_a_ball_can_be_settled_on_another_day(view: BallsView, office: Office) -> None:
    press(view, "S", shift=True)
    answer(view, on="20 Jun 2008")
    assert office.snapshot().one(Ball, LICENCES.id).closed_on == date(2008, 6, 20)


def test_a_settled_ball_is_opened_again(view: BallsView, office: Office) -> None:
    press(view, "S")
    view.which.setCurrentIndex(1)
    view.view.choose(LICENCES.id)
    press(view, "O")
    assert office.snapshot().one(Ball, LICENCES.id).closed_on is None


def test_a_new_ball_and_its_holder_are_one_step(view: BallsView, office: Office) -> None:
    press(view, "A")
    answer(view, "Police", issue="Trades places", on="12 Jun 2008")
    made = next(ball for ball in office.snapshot().of(Ball) if ball.issue == "Trades places")
    assert (made.opened_on, holder(office, made)) == (date(2008, 6, 12), "Police")
    assert view.chosen is not None
    assert view.chosen.ball == made
    office.undo()
    assert len(office.snapshot().of(Handover)) == 1


def test_one_issue_cannot_be_open_twice(view: BallsView) -> None:
    press(view, "A")
    answer(view, "Education", issue="learner LICENCES")
    assert "open already" in view.asking.problem


def test_over_all_groups_a_new_ball_asks_for_its_group(office: Office, qtbot: QtBot) -> None:
    fill(office)
    page = a_page(office, qtbot)
    pane = page
    pane.show_side(pane.balls)
    press(pane.balls, "A")
    assert list(pane.balls.asking.inputs) == ["issue", "group", "agency", "on"]


def test_the_story_tells_the_chain_of_handovers(view: BallsView) -> None:
    words = view.story.words
    assert "Police holds it since 1 Jun 2008, 29 days" in words
    assert words[-2:] == ["10 Jan 2008 Opened", "1 Jun 2008 To Police. Second course"]


def test_the_last_handover_can_be_put_right(view: BallsView, office: Office) -> None:
    def type_it(dialog: FormDialog) -> None:
        dialog.form.inputs["note"].set_value("Third course")
        dialog.ok.click()

    with answering(type_it):
        view.story.correct.click()
    assert view.story.words[-1] == "1 Jun 2008 To Police. Third course"
    assert office.undo_name == "correct a handover"


def test_a_place_leads_to_the_ball_that_was_handed_over(office: Office, qtbot: QtBot) -> None:
    fill(office)
    page = a_page(office, qtbot, GROUP.id, TO_POLICE.id)
    balls = page.balls
    assert balls.isVisible()
    assert balls.chosen is not None
    assert balls.chosen.ball == LICENCES


def test_agencies_of_the_group_are_offered_before_nobody_and_all_others(view: BallsView) -> None:
    press(view, "P")
    chooser = view.asking.inputs["agency"]
    assert isinstance(chooser, HolderChooser)
    offered = [chooser.itemText(place) for place in range(chooser.count())]
    assert offered == ["Choose …", POLICE.called, "Nobody", EDUCATION.called]


def test_buttons_that_do_not_fit_are_disabled(view: BallsView) -> None:
    assert {key for key, button in view.foot.buttons.items() if button.isEnabled()} == {"P", "S", "Enter"}


def test_qt_finds_nothing_wrong_with_the_table(view: BallsView) -> None:
    QAbstractItemModelTester(view.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    view.which.setCurrentIndex(1)
    view.filter.setText("house")
    assert [one.ball.id for one in view.table.things] == [HOUSE.id]
