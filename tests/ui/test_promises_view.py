"""The promises, on the page of all and in a group's tab: one key each."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import a_group
from tests.ui.answering import answering
from tests.ui.opened import a_window
from tests.ui.promised import (
    EDUCATION,
    ELSEWHERE,
    GROUP,
    KEPT,
    LATER,
    MEETING,
    OVERDUE,
    POLICE,
    SOON,
    TODAY,
    a_page,
    a_promise,
    fill,
)
from tracker.models.figures.standing import Standing, standing
from tracker.models.records import Commitment, DueChange
from tracker.store.office import Office
from tracker.store.setting import Setting
from tracker.ui.choosers import DayEdit
from tracker.ui.commitments.promises_view import PromisesView
from tracker.ui.form_dialog import FormDialog
from tracker.ui.group.commitments import CommitmentsTab
from tracker.ui.pages.commitments import CommitmentsPage
from tracker.ui.parts.headed_table import RowHeading
from tracker.ui.place import Place

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(office: Office, qtbot: QtBot) -> CommitmentsPage | CommitmentsTab:
    """A group's tab."""
    fill(office)
    return a_page(office, qtbot, GROUP.id)


@pytest.fixture
def view(page: CommitmentsTab) -> PromisesView:
    """Its promises, with the overdue one chosen."""
    page.promises.view.setFocus()
    return page.promises


def press(view: PromisesView, letter: str, shift: bool = False) -> None:
    key = Qt.Key(ord(letter))
    QTest.keyClick(view.view, key, SHIFT if shift else Qt.KeyboardModifier.NoModifier)


def answer(view: PromisesView, name: str, text: str) -> None:
    edit = view.asking.inputs[name]
    assert isinstance(edit, QLineEdit)
    edit.clear()
    QTest.keyClicks(edit, text)
    QTest.keyClick(edit, Qt.Key.Key_Return)


def how(office: Office, promise: Commitment) -> Standing:
    return standing(office.snapshot().one(Commitment, promise.id), TODAY)


def headings(view: PromisesView) -> list[str]:
    return [row.words for row in view.table.rows if isinstance(row, RowHeading)]


def texts(view: PromisesView) -> list[str]:
    return [promise.commitment.text for promise in view.table.things]


@pytest.mark.parametrize(("key", "then"), [("K", Standing.KEPT_LATE), ("R", Standing.RELEASED), ("M", Standing.MISSED)])
def test_one_key_settles_the_chosen_promise(view: PromisesView, office: Office, key: str, then: Standing) -> None:
    press(view, key)
    assert how(office, OVERDUE) is then


def test_the_next_promise_to_keep_is_chosen_so_that_one_key_each_settles_all(
    view: PromisesView, office: Office
) -> None:
    for _ in range(3):
        press(view, "K")
    assert {how(office, promise) for promise in (OVERDUE, SOON, LATER)} <= {Standing.KEPT, Standing.KEPT_LATE}
    assert texts(view) == []


def test_rows_keep_their_height_when_one_above_them_is_settled(view: PromisesView) -> None:
    press(view, "K")
    heights = {isinstance(row, RowHeading): view.view.rowHeight(place) for place, row in enumerate(view.table.rows)}
    usual = [view.view.rowHeight(p) for p, row in enumerate(view.table.rows) if not isinstance(row, RowHeading)]
    assert heights[True] < heights[False]
    assert len(set(usual)) == 1


def test_turning_to_another_side_takes_the_keyboard_along(page: CommitmentsTab) -> None:
    page.buttons[1].setFocus()
    QTest.keyClick(page.buttons[1], Qt.Key.Key_Space)
    assert page.balls.view.hasFocus()


def test_each_key_is_a_step_with_its_own_name(view: PromisesView, office: Office) -> None:
    names = []
    for key in "KBRM":
        press(view, key)
        names.append(office.undo_name)
        office.undo()
    assert names == ["keep a commitment", "back a commitment", "release a commitment", "miss a commitment"]


def test_what_was_done_is_said_with_the_way_back(view: PromisesView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view._desk.said) as said:
        press(view, "K")
    assert said.args == ["Kept: “Bring the figures”. Ctrl+Z takes it back."]


def test_the_home_agency_backs_it_from_today(view: PromisesView, office: Office) -> None:
    press(view, "B")
    assert office.snapshot().one(Commitment, OVERDUE.id).backed_on == TODAY
    assert view.chosen[0].commitment.id == SOON.id


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


def test_a_settled_promise_is_opened_again(view: PromisesView, office: Office) -> None:
    view.which.setCurrentIndex(1)
    view.view.choose(KEPT.id)
    press(view, "O")
    assert how(office, KEPT) is Standing.OVERDUE


def test_a_key_that_does_not_fit_says_why(view: PromisesView, office: Office, qtbot: QtBot) -> None:
    view.which.setCurrentIndex(1)
    view.view.choose(KEPT.id)
    with qtbot.waitSignal(view._desk.mistaken) as said:
        press(view, "M")
    assert said.args == ["This promise is settled (kept): O opens it again."]
    assert how(office, KEPT) is Standing.KEPT


def test_buttons_that_do_not_fit_are_disabled(view: PromisesView) -> None:
    assert not view.foot.buttons["O"].isEnabled()
    view.which.setCurrentIndex(1)
    view.view.choose(KEPT.id)
    allowed = {key for key, button in view.foot.buttons.items() if button.isEnabled()}
    assert allowed == {"O", "Enter"}


def test_a_button_does_what_its_key_does(view: PromisesView, office: Office) -> None:
    view.foot.buttons["K"].click()
    assert how(office, OVERDUE) is Standing.KEPT_LATE


def test_several_promises_are_kept_in_one_step(view: PromisesView, office: Office) -> None:
    view.view.selectAll()
    press(view, "K")
    assert office.undo_name == "keep 3 commitments"
    office.undo()
    assert how(office, SOON) is Standing.OPEN


def test_undo_brings_the_promise_back_into_the_list(view: PromisesView, office: Office) -> None:
    press(view, "K")
    assert "Bring the figures" not in texts(view)
    office.undo()
    assert texts(view)[0] == "Bring the figures"


def test_overdue_is_a_word_and_a_sign_and_stands_first(view: PromisesView) -> None:
    assert headings(view) == ["Overdue: 1 promise", "Due within a week: 1 promise", "Later: 1 promise"]
    standing_column = next(column for column in view.table.columns if column.heading == "Standing")
    overdue = view.table.things[0]
    assert standing_column.shown(overdue) == "Overdue"
    assert standing_column.icon is not None
    assert not standing_column.icon(overdue).isNull()


@pytest.mark.parametrize(
    ("by", "wanted"),
    [
        ("agency", ["Education: 1 promise", "Police: 2 promises, 1 overdue"]),
        ("person", ["Mere Tāwhai: 3 promises, 1 overdue"]),
        ("list", []),
    ],
)
def test_promises_stand_under_agencies_and_people(view: PromisesView, by: str, wanted: list[str]) -> None:
    view.by.setCurrentIndex(view.by.findData(by))
    assert headings(view) == wanted


def test_over_all_groups_they_stand_under_groups_too(office: Office, qtbot: QtBot) -> None:
    fill(office)
    page = a_page(office, qtbot)
    view = page.promises
    view.by.setCurrentIndex(view.by.findData("group"))
    assert headings(view) == ["Case Management, Papakura: 3 promises, 1 overdue", "New group: 1 promise"]


def test_typed_words_keep_what_fits_without_macrons(view: PromisesView) -> None:
    view.which.setCurrentIndex(1)
    QTest.keyClicks(view.filter, "whanau")
    assert texts(view) == ["Ask the whānau"]
    assert view.chosen[0].commitment.id == KEPT.id


def test_all_promises_are_shown_when_asked_for(view: PromisesView) -> None:
    assert len(texts(view)) == 3
    view.which.setCurrentIndex(1)
    assert len(texts(view)) == 4


def test_the_story_tells_dates_authority_and_follow_through(view: PromisesView) -> None:
    words = "\n".join(view.story.words)
    assert "Promised at the meeting in the marae, due 20 Jun 2008" in words
    assert "May promise: own time and information · not yet backed by home (§3.4)" in words
    assert "Police in this group: 1 of 2 kept" in words


def test_the_story_leads_to_the_meeting(view: PromisesView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.meeting_requested) as asked:
        view.story.meeting.click()
    assert asked.args == [GROUP.id, MEETING.id]


def test_a_promise_can_be_added_outside_a_meeting(view: PromisesView, office: Office) -> None:
    notes = []

    def type_it(dialog: FormDialog) -> None:
        dialog.form.inputs["text"].set_value("Lend the van")
        dialog.form.inputs["agency_id"].set_value(POLICE.id)
        dialog.form.inputs["due"].set_value(date(2008, 7, 9))
        notes.append(" ".join(part.text() for part in dialog.findChildren(QWidget) if hasattr(part, "text")))
        dialog.ok.click()

    with answering(type_it):
        press(view, "A")
    made = next(promise for promise in office.snapshot().of(Commitment) if promise.text == "Lend the van")
    assert (made.group_id, made.made_on, made.first_due) == (GROUP.id, TODAY, date(2008, 7, 9))
    assert "May promise: own time and information" in notes[0]
    assert view.chosen[0].commitment == made


def test_over_all_groups_adding_asks_for_the_group_first(office: Office, qtbot: QtBot) -> None:
    fill(office)
    page = a_page(office, qtbot)
    view = page.promises
    press(view, "A")
    assert view.asking.title == "Add a commitment to which group?"
    with answering(lambda dialog: dialog.reject()):
        QTest.keyClick(view.asking.inputs["group"], Qt.Key.Key_Return)
    assert not view.asking.isVisible()


def test_putting_a_mistyped_date_right_is_no_renegotiation(view: PromisesView, office: Office) -> None:
    def type_it(dialog: FormDialog) -> None:
        dialog.form.inputs["due"].set_value(date(2008, 6, 25))
        dialog.ok.click()

    with answering(type_it):
        QTest.keyClick(view.view, Qt.Key.Key_Return)
    now = office.snapshot().one(Commitment, OVERDUE.id)
    assert (now.due, now.first_due) == (date(2008, 6, 25), date(2008, 6, 25))
    assert office.undo_name == "correct a commitment"


def test_a_place_leads_to_a_promise_even_if_it_is_settled(office: Office, qtbot: QtBot) -> None:
    fill(office)
    page = a_page(office, qtbot, GROUP.id, KEPT.id)
    pane = page
    assert [promise.commitment for promise in pane.promises.chosen] == [KEPT]


def test_a_place_leads_from_a_new_due_date_to_its_promise(office: Office, qtbot: QtBot) -> None:
    fill(office)
    change = DueChange(id="change", commitment_id=LATER.id, on=TODAY, due_before=date(2008, 8, 1))
    with office.step("renegotiate a commitment"):
        office.save(change)
    page = a_page(office, qtbot, GROUP.id, "change")
    pane = page
    assert [promise.commitment for promise in pane.promises.chosen] == [LATER]


def test_a_group_without_promises_says_what_goes_there(office: Office, qtbot: QtBot) -> None:
    empty = a_group(code="EMPTY")
    with office.step("add a group"):
        office.save(empty)
    page = a_page(office, qtbot, empty.id)
    view = page.promises
    assert not view.view.isVisible()
    assert not view.foot.isVisible()
    assert not view.story.isVisible()
    # Nor is there a gap where the story would be.
    card = view.foot.parentWidget()
    assert card is not None
    qtbot.waitUntil(lambda: card.geometry().bottom() == view.rect().bottom())


def test_when_everything_is_kept_the_page_says_so(office: Office, qtbot: QtBot) -> None:
    with office.step("make ready"):
        office.save(GROUP, POLICE, EDUCATION, a_promise("Done", person_id=None, kept_on=TODAY))
    page = a_page(office, qtbot, GROUP.id)
    view = page.promises
    assert "Nothing is left to keep" in view._empty._text.text()


def test_qt_finds_nothing_wrong_with_the_table(view: PromisesView) -> None:
    QAbstractItemModelTester(view.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    view.which.setCurrentIndex(1)
    view.by.setCurrentIndex(1)
    view.view.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    view.filter.setText("figures")


def test_rows_copied_hold_no_headings(view: PromisesView) -> None:
    view.view.selectAll()
    QTest.keyClick(view.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line.split("\t")[0] for line in lines] == ["What", *texts(view)]


def test_the_page_counts_what_is_left_to_keep(office: Office, qtbot: QtBot) -> None:
    fill(office)
    page = a_page(office, qtbot)
    pane = page
    assert pane.summary == "4 promises to keep, 2 overdue · 2 balls in play, 1 held by nobody · as at 30 Jun 2008"
    assert pane.promises.chosen[0].commitment == ELSEWHERE


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


def test_in_the_window_ten_promises_are_kept_with_ten_keys(sample_path: Path, setting: Setting, qtbot: QtBot) -> None:
    window = a_window(setting, qtbot, sample_path)
    window.go(Place("commitments"))
    page = window.shelf.currentWidget()
    assert isinstance(page, CommitmentsPage)
    before = page.promises.table.total
    for _ in range(10):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_K)
    assert page.promises.table.total == before - 10
    assert window.banner.sentence.endswith("Ctrl+Z takes it back.")
    window.undo()
    assert window.banner.sentence == "Undone: keep a commitment."
    assert page.promises.table.total == before - 9
