"""The promises, on the page of all and in a group's tab: how they are listed, found and added."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.builders import a_group
from tests.ui.answering import answering
from tests.ui.promised import (
    EDUCATION,
    ELSEWHERE,
    GROUP,
    KEPT,
    LATER,
    MEETING,
    OVERDUE,
    POLICE,
    TODAY,
    a_page,
    a_promise,
    fill,
)
from tests.ui.promises_typed import headings, press, shown_promises, texts
from tracker.models.records import Commitment, DueChange
from tracker.store.office import Office
from tracker.ui.commitments.promises_view import PromisesView
from tracker.ui.form_dialog import FormDialog
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


def test_turning_to_another_side_takes_the_keyboard_along(page: CommitmentsTab) -> None:
    page.buttons[1].setFocus()
    QTest.keyClick(page.buttons[1], Qt.Key.Key_Space)
    assert page.balls.view.hasFocus()


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
