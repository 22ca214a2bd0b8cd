"""The Groups page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from tests.builders import a_group
from tracker.models.figures.group_summary import GroupSummary
from tracker.models.records import Group
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.pages.group_table import StageHeading
from tracker.ui.pages.groups import GroupsPage
from tracker.ui.place import Place


def shown_page(office: Office, qtbot: QtBot) -> GroupsPage:
    page = GroupsPage(Desk(office))
    qtbot.addWidget(page)
    page.resize(1000, 640)
    page.show_place(Place("groups"))
    page.show()
    return page


@pytest.fixture
def page(sample: Office, qtbot: QtBot) -> GroupsPage:
    return shown_page(sample, qtbot)


def cells(page: GroupsPage, code: str) -> dict[str, str]:
    row = next(row for row in page.table.rows if isinstance(row, GroupSummary) and row.group.code == code)
    return {column.heading: column.shown(row) for column in page.table.columns}


def test_each_group_is_a_row_with_its_figures(page: GroupsPage) -> None:
    semo = cells(page, "SEMO")
    assert semo["Stage"] == "Functioning\n36 months"
    assert semo["At the table"] == "9 agencies\n14 people"
    assert semo["Follow-through"] == "29 of 37 kept\n3 renegotiated"
    assert semo["Largest share"].startswith("Education 79%")


def test_qt_finds_nothing_wrong_with_the_rows_under_headings(page: GroupsPage) -> None:
    QAbstractItemModelTester(page.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.by_stage.click()
    page.view.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    page.filter.setText("mangere")


def test_the_filter_leaves_the_groups_it_fits(page: GroupsPage) -> None:
    page.filter.setText("mangere")
    assert [row.group.code for row in page.table.rows] == ["SEMO"]


def test_grouped_by_stage_each_stage_has_a_heading_with_its_count(page: GroupsPage) -> None:
    page.by_stage.click()
    headings = [row.words for row in page.table.rows if isinstance(row, StageHeading)]
    assert headings[0].startswith("Flying: ")
    assert headings[-1] == "Closed: 1 group"


def test_a_heading_is_not_copied_as_if_it_were_a_group(page: GroupsPage) -> None:
    page.by_stage.click()
    assert len(page.table.as_text().splitlines()) == 1 + 8


def test_enter_opens_the_group(page: GroupsPage, sample: Office, qtbot: QtBot) -> None:
    semo = sample.find(Group, "SEMO")
    page.view.choose(semo.id)
    with qtbot.waitSignal(page.desk.place_requested) as asked:
        QTest.keyClick(page.view, Qt.Key.Key_Return)
    assert asked.args == [Place("group", semo.id, "overview")]


@pytest.mark.parametrize("width", [740, 1000, 1600])
def test_no_column_is_narrower_than_what_it_holds_at_least(page: GroupsPage, width: int) -> None:
    page.resize(width, 640)
    for place, column in enumerate(page.table.columns):
        assert page.view.isColumnHidden(place) or page.view.columnWidth(place) >= column.least
    assert not page.view.isColumnHidden(0)


def test_an_empty_office_says_what_goes_there_and_has_the_button(office: Office, qtbot: QtBot) -> None:
    page = shown_page(office, qtbot)
    assert page.first.isVisible()
    assert not page.view.isVisible()


def test_a_new_group_appears_without_anybody_refreshing(office: Office, qtbot: QtBot) -> None:
    page = shown_page(office, qtbot)
    page.desk.do("add a group", a_group(short_name="Clendon"))
    assert [row.group.called for row in page.table.rows] == ["Clendon"]
    assert cells(page, "ICM")["Stage"] == "Not judged yet"


def test_the_signals_come_after_the_rows_with_how_many_are_urgent(page: GroupsPage, qtbot: QtBot) -> None:
    assert cells(page, "GUEDO")["Signals"] == ""
    qtbot.waitUntil(lambda: cells(page, "GUEDO")["Signals"] != "")
    seen, urgent = cells(page, "GUEDO")["Signals"].split("\n")
    assert seen.endswith(" seen")
    assert urgent.endswith(" urgent")
    assert cells(page, "CBT")["Signals"] == ""


def test_the_titles_of_the_signals_are_the_tooltip(page: GroupsPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: cells(page, "GUEDO")["Signals"] != "")
    place = [column.heading for column in page.table.columns].index("Signals")
    row = next(number for number, row in enumerate(page.table.rows) if row.group.code == "GUEDO")
    tip = page.table.data(page.table.index(row, place), Qt.ItemDataRole.ToolTipRole)
    assert "Soon: Stuck in Frustration" in tip.splitlines()


def test_sorted_by_signals_the_most_urgent_group_can_stand_first(page: GroupsPage, qtbot: QtBot) -> None:
    place = [column.heading for column in page.table.columns].index("Signals")
    page.view.sortByColumn(place, Qt.SortOrder.DescendingOrder)
    qtbot.waitUntil(lambda: cells(page, "GUEDO")["Signals"] != "")
    urgent = [int(cells(page, row.group.code)["Signals"].split()[2]) for row in page.table.rows[:-1]]
    assert urgent == sorted(urgent, reverse=True)
    assert page.table.rows[-1].group.code == "CBT"


def test_the_chosen_group_stays_chosen_when_the_signals_come(page: GroupsPage, sample: Office, qtbot: QtBot) -> None:
    page.view.choose(sample.find(Group, "ICM").id)
    qtbot.waitUntil(lambda: cells(page, "GUEDO")["Signals"] != "")
    assert page.view.chosen_row.group.code == "ICM"
