"""How promises are kept: counts, never a ranking."""

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.builders import a_group
from tests.ui.promised import GROUP, OVERDUE, TODAY, a_page, fill
from tracker.models.promise_changes import kept
from tracker.store.office import Office
from tracker.ui.commitments.follow_through_view import FollowThroughView
from tracker.ui.group.commitments import CommitmentsTab
from tracker.ui.pages.commitments import CommitmentsPage


@pytest.fixture
def page(office: Office, qtbot: QtBot) -> CommitmentsPage | CommitmentsTab:
    """A group's tab, turned to follow-through."""
    fill(office)
    page = a_page(office, qtbot, GROUP.id)
    page.show_side(page.follow_through)
    return page


@pytest.fixture
def view(page: CommitmentsTab) -> FollowThroughView:
    return page.follow_through


def test_each_agency_has_its_counts_in_all_and_by_quarter(view: FollowThroughView) -> None:
    heading, every, police = view.kept.as_text().splitlines()
    assert heading == "Agency\tIn all\tApr–Jun 2008"
    assert every == "All agencies\t1 of 2 kept\t1 of 2 kept"
    assert police == "Police\t1 of 2 kept\t1 of 2 kept"


def test_who_gives_promises_to_whom_is_a_table_of_counts(view: FollowThroughView) -> None:
    assert view.giving.as_text().splitlines() == ["From\tIn all\tTo others", "Police\t3\t3", "Education\t1\t1"]


def test_neither_table_can_be_sorted_into_a_ranking(view: FollowThroughView) -> None:
    assert not view.view.isSortingEnabled()
    assert not view.giving_view.isSortingEnabled()


def test_the_counts_follow_when_a_promise_is_kept(view: FollowThroughView, office: Office) -> None:
    with office.step("keep a commitment"):
        office.save(kept(OVERDUE, TODAY))
    assert view.kept.rows[0].counts.words == "2 of 2 kept"


def test_a_group_without_promises_says_what_goes_there(office: Office, qtbot: QtBot) -> None:
    empty = a_group(code="EMPTY")
    with office.step("add a group"):
        office.save(empty)
    page = a_page(office, qtbot, empty.id)
    pane = page
    pane.show_side(pane.follow_through)
    assert not pane.follow_through.view.isVisible()


def test_qt_finds_nothing_wrong_with_the_tables(office: Office, qtbot: QtBot) -> None:
    fill(office)
    page = a_page(office, qtbot)
    pane = page
    for table in (pane.follow_through.kept, pane.follow_through.giving):
        QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    pane.show_side(pane.follow_through)
    pane.refill()
