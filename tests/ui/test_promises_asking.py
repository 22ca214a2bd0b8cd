"""What the promises ask for in a line of the page: a day, a note, a new date and why."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.promised import GROUP, LATER, OVERDUE, TODAY, a_page, fill
from tests.ui.promises_typed import SHIFT, answer, how, press, shown_promises
from tracker.models.figures.standing import Standing
from tracker.models.records import Commitment, DueChange
from tracker.store.office import Office
from tracker.ui.choosers import DayEdit
from tracker.ui.commitments.promises_view import PromisesView
from tracker.ui.group.commitments import CommitmentsTab
from tracker.ui.pages.commitments import CommitmentsPage


@pytest.fixture
def page(office: Office, qtbot: QtBot) -> CommitmentsPage | CommitmentsTab:
    """A group's tab."""
    fill(office)
    return a_page(office, qtbot, GROUP.id)


@pytest.fixture
def view(page: CommitmentsTab) -> PromisesView:
    return shown_promises(page)


def test_renegotiating_asks_in_place_for_the_new_date_and_why(view: PromisesView, office: Office) -> None:
    press(view, "N")
    QTest.keyClicks(view.asking.inputs["why"], "The court was busy")
    answer(view, "due", "10 Jul 2008")
    now = office.snapshot().one(Commitment, OVERDUE.id)
    assert (now.due, now.first_due) == (date(2008, 7, 10), date(2008, 6, 20))
    assert office.snapshot().of(DueChange)[0].why == "The court was busy"
    assert office.undo_name == "renegotiate a commitment"


def test_the_first_date_stays_in_sight_beside_the_new_one(view: PromisesView) -> None:
    press(view, "N")
    answer(view, "due", "10 Jul 2008")
    assert "10 Jul 2008 first 20 Jun 2008" in view.table.as_text()


def test_a_date_that_is_none_is_said_in_place_and_nothing_is_lost(view: PromisesView, office: Office) -> None:
    press(view, "N")
    answer(view, "due", "31 June 2008")
    assert view.asking.problem.startswith("There is no 31 June 2008")
    assert view.asking.isVisible()
    assert office.snapshot().of(DueChange) == ()


def test_a_promise_due_before_it_was_made_is_refused_in_place(view: PromisesView) -> None:
    press(view, "N")
    answer(view, "due", "1 Jan 2008")
    assert view.asking.problem == "The promise is due before it was made: put one of the two dates right."


def test_escape_leaves_the_promise_as_it_was(view: PromisesView, office: Office) -> None:
    press(view, "N")
    QTest.keyClick(view.asking.inputs["due"], Qt.Key.Key_Escape)
    assert not view.asking.isVisible()
    assert office.undo_name == "make ready"


def test_with_shift_a_promise_is_kept_on_another_day_with_a_note(view: PromisesView, office: Office) -> None:
    press(view, "K", shift=True)
    QTest.keyClicks(view.asking.inputs["note"], "By bus")
    answer(view, "on", "19 Jun 2008")
    now = office.snapshot().one(Commitment, OVERDUE.id)
    assert (now.kept_on, now.outcome_note) == (date(2008, 6, 19), "By bus")
    assert how(office, OVERDUE) is Standing.KEPT


def test_nothing_is_kept_on_a_day_to_come(view: PromisesView, office: Office) -> None:
    press(view, "K", shift=True)
    answer(view, "on", "1 Jul 2008")
    assert view.asking.problem.startswith("1 Jul 2008 is still to come")
    assert how(office, OVERDUE) is Standing.OVERDUE


def test_the_day_asked_for_steps_with_the_arrow_keys(view: PromisesView) -> None:
    press(view, "K", shift=True)
    day = view.asking.inputs["on"]
    assert isinstance(day, DayEdit)
    QTest.keyClick(day, Qt.Key.Key_Down)
    assert day.day == date(2008, 6, 29)


def test_what_was_settled_while_a_date_was_asked_for_stays_settled(view: PromisesView, office: Office) -> None:
    press(view, "N")
    view.view.setFocus()
    press(view, "K")
    answer(view, "due", "1 Aug 2008")
    assert "stands otherwise since this was asked" in view.asking.problem
    now = office.snapshot().one(Commitment, OVERDUE.id)
    assert (now.kept_on, now.due) == (TODAY, OVERDUE.due)


def test_what_was_put_right_while_a_day_was_asked_for_stays_so(view: PromisesView, office: Office) -> None:
    press(view, "K", shift=True)
    with office.step("put right"):
        office.save(type(OVERDUE)(**vars(OVERDUE) | {"text": "Bring all figures"}))
    answer(view, "on", "1 Jun 2008")
    now = office.snapshot().one(Commitment, OVERDUE.id)
    assert (now.text, now.kept_on) == ("Bring all figures", date(2008, 6, 1))


def test_of_several_promises_those_due_that_day_already_stay_as_they_are(view: PromisesView, office: Office) -> None:
    view.view.selectAll()
    press(view, "N")
    answer(view, "due", "4 Jul 2008")
    changed = {change.commitment_id for change in office.snapshot().of(DueChange)}
    assert changed == {OVERDUE.id, LATER.id}


def test_with_shift_a_button_asks_for_the_day_too(view: PromisesView) -> None:
    QTest.mouseClick(view.foot.buttons["K"], Qt.MouseButton.LeftButton, SHIFT)
    assert view.asking.title == "Kept on which day? “Bring the figures”"
