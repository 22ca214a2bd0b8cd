"""The pictures of a group's Balance, and the lists with the same facts."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.models.balance_office import Table
from tests.ui.balance_shown import keep, shown_tab, side_of
from tracker.models.records import Group
from tracker.models.records.reading import Question
from tracker.store.office import Office
from tracker.ui.balance.balance_side import BalanceSide
from tracker.ui.group.balance import BalanceTab
from tracker.ui.place import Place
from tracker.ui.printing.table_told import plain_table


@pytest.fixture
def tab(sample: Office, qtbot: QtBot) -> BalanceTab:
    return shown_tab(sample, sample.find(Group, "NMCC").id, qtbot)


@pytest.fixture
def side(tab: BalanceTab) -> BalanceSide:
    return side_of(tab)


def test_l_turns_every_picture_into_a_list_with_the_same_facts(tab: BalanceTab, qtbot: QtBot) -> None:
    side = side_of(tab)
    picture, view = side.cards.bars_picture, side.cards.bars.view
    picture.setFocus()
    qtbot.keyClick(picture, Qt.Key.Key_L)
    assert view.isVisible()
    assert not picture.isVisible()
    assert side.cards.give_and_get.view.isVisible()
    assert side.cards.over_time.view.isVisible()
    rows = view.table.as_text().splitlines()
    assert rows[0].split("\t") == ["Agency", "Resources", "Worth (NZD)", "Influence", "Views from–to"]
    assert rows[2].split("\t")[:3] == ["Defence Force", "70%", "1,260,000"]


def test_l_in_the_day_is_a_letter(side: BalanceSide, qtbot: QtBot) -> None:
    side.head.day.setFocus()
    side.head.day.clear()
    qtbot.keyClicks(side.head.day, "l")
    assert side.head.day.text() == "l"
    assert not side.head.as_list.isChecked()


def test_qt_finds_nothing_wrong_with_the_lists(side: BalanceSide) -> None:
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    cards = side.cards
    views = (cards.bars.view, cards.give_and_get.view, cards.over_time.view, cards.kinds_view)
    testers = [QAbstractItemModelTester(view.table, fatal) for view in views]
    side.show_day(date(2007, 1, 1))
    assert len(testers) == 4


def test_arrow_keys_go_from_agency_to_agency_and_enter_opens_it(side: BalanceSide, qtbot: QtBot) -> None:
    places: list[Place] = []
    side.desk.place_requested.connect(places.append)
    picture = side.cards.bars_picture
    picture.setFocus()
    qtbot.keyClick(picture, Qt.Key.Key_Down)
    assert side.cards.bars.said.startswith("Defence Force: 70% of resources, $1,260,000 · 29% of influence")
    assert picture.accessibleDescription() == side.cards.bars.said
    qtbot.keyClick(picture, Qt.Key.Key_Return)
    assert places == [Place("agency", record_id=side.told.rows[1].id)]


def test_what_each_gives_and_gets_is_said_point_by_point(side: BalanceSide, qtbot: QtBot) -> None:
    plot = side.cards.give_and_get_plot
    plot.setFocus()
    qtbot.keyClick(plot, Qt.Key.Key_Right)
    assert side.cards.give_and_get.said.startswith("Defence Force gives 60 of 100 points and gets 18: +42")


def test_enter_on_a_point_of_time_moves_the_page_there(side: BalanceSide, qtbot: QtBot) -> None:
    plot = side.cards.time_plot
    plot.setFocus()
    qtbot.keyClick(plot, Qt.Key.Key_Left)
    qtbot.keyClick(plot, Qt.Key.Key_Return)
    assert side.told.on == date(2008, 5, 31)
    assert side.head.day.text() == "31 May 2008"
    assert plot.number == plot.chosen + 2


def test_kinds_stand_in_their_own_units_and_nothing_is_added_over_them(side: BalanceSide) -> None:
    headings = [column.heading for column in side.cards.kinds_table.columns]
    assert headings[1:3] == ["Money\nNZD", "Staff time\nNZD"]
    last = side.cards.kinds_table.as_text().splitlines()[-1].split("\t")
    assert last[:3] == ["All of them", "270,000 1 of 8", "166,000 2 of 8"]


def test_names_that_stand_close_do_not_lie_over_each_other(office: Office, qtbot: QtBot) -> None:
    table = Table(6)
    for question in (Question.GIVES, Question.GAINS):
        table.read(0, (17, 17, 17, 17, 16, 16), question)
    keep(office, *table.records)
    tab = shown_tab(office, table.group.id, qtbot)
    plot = side_of(tab).cards.give_and_get_plot
    boxes = plot.label_boxes
    assert len(boxes) + plot.unnamed == 6
    assert not any(one.meets(other) for place, one in enumerate(boxes) for other in boxes[:place])


def test_what_rests_on_readings_never_leaves_and_amounts_do(side: BalanceSide) -> None:
    assert plain_table(side.cards.bars.view, side.desk).stays == 8
    assert plain_table(side.cards.give_and_get.view, side.desk).rows == 0
    assert plain_table(side.cards.kinds_view, side.desk).stays == 0
