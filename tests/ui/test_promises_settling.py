"""Promises settled, backed and opened again by one key each."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.opened import a_window
from tests.ui.promised import GROUP, KEPT, LATER, OVERDUE, SOON, TODAY, a_page, fill
from tests.ui.promises_typed import how, press, shown_promises, texts
from tracker.models.figures.standing import Standing
from tracker.models.records import Commitment
from tracker.store.office import Office
from tracker.store.setting import Setting
from tracker.ui.commitments.promises_view import PromisesView
from tracker.ui.group.commitments import CommitmentsTab
from tracker.ui.pages.commitments import CommitmentsPage
from tracker.ui.parts.headed_table import RowHeading
from tracker.ui.place import Place


@pytest.fixture
def page(office: Office, qtbot: QtBot) -> CommitmentsPage | CommitmentsTab:
    """A group's tab."""
    fill(office)
    return a_page(office, qtbot, GROUP.id)


@pytest.fixture
def view(page: CommitmentsTab) -> PromisesView:
    return shown_promises(page)


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
