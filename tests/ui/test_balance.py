"""A group's Balance: its figures, the day that moves it, and what stands there with few values."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import a_group, a_member, an_agency
from tests.models.balance_office import Table
from tests.ui.balance_shown import TODAY, keep, shown_tab, side_of
from tracker.models.records import Group
from tracker.store.office import Office
from tracker.ui.balance.balance_side import BalanceSide
from tracker.ui.group.balance import CONTRIBUTIONS, BalanceTab


class Windows(QObject):
    """Keeps every widget that was shown as a window."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(watched)
        return False


@pytest.fixture
def tab(sample: Office, qtbot: QtBot) -> BalanceTab:
    return shown_tab(sample, sample.find(Group, "NMCC").id, qtbot)


@pytest.fixture
def side(tab: BalanceTab) -> BalanceSide:
    return side_of(tab)


def test_five_tiles_say_each_figure_with_its_count_and_its_day(side: BalanceSide) -> None:
    words = [tile.words for tile in side.tiles.tiles]
    assert words[0].startswith("Largest share of resources: Defence Force 70% · of $1,800,000 delivered · 6 of 8")
    assert words[1].startswith("Effective partners: 1.9 of 8")
    assert [word.split(":")[0] for word in words[2:]] == ["Chair", "Influence, largest", "Gives more than it gains"]


def test_a_day_moves_the_whole_page(side: BalanceSide, qtbot: QtBot) -> None:
    side.head.day.setFocus()
    side.head.day.selectAll()
    qtbot.keyClicks(side.head.day, "1 Mar 2007")
    qtbot.keyClick(side.head.day, Qt.Key.Key_Return)
    assert side.told.on == date(2007, 3, 1)
    assert "12 months to 1 Mar 2007" in side.tiles.tiles[0].words
    assert "1 Mar 2007" in side.cards.bars.said


def test_up_and_down_step_by_days_and_page_down_by_months(side: BalanceSide, qtbot: QtBot) -> None:
    qtbot.keyClick(side.head.day, Qt.Key.Key_Down)
    assert side.told.on == date(2008, 6, 29)
    qtbot.keyClick(side.head.day, Qt.Key.Key_PageDown)
    assert side.told.on == date(2008, 5, 29)
    side.head.to_today.click()
    assert side.told.on == TODAY


def test_a_day_to_come_is_refused_in_a_sentence(side: BalanceSide) -> None:
    mistakes: list[str] = []
    side.desk.mistaken.connect(mistakes.append)
    side.head.day.setText("12 Jul 2008")
    side.head.day.say()
    assert mistakes == ["12 Jul 2008 is still to come: the balance can be shown up to today."]
    assert side.head.day.text() == "30 Jun 2008"


def test_sides_turn_by_their_buttons(tab: BalanceTab) -> None:
    tab.buttons[CONTRIBUTIONS].click()
    assert type(tab.side).__name__ == "ContributionsSide"
    assert not tab.findChildren(BalanceSide)[0].isVisible()


def test_too_few_values_say_how_to_get_there_and_lead_there(office: Office, qtbot: QtBot) -> None:
    table = Table(5).gave(700)
    keep(office, *table.records)
    tab = shown_tab(office, table.group.id, qtbot)
    assert side_of(tab).cards.bars.empty
    side_of(tab).cards.side_requested.emit(CONTRIBUTIONS)
    assert type(tab.side).__name__ == "ContributionsSide"


@pytest.mark.parametrize("size", [1, 2, 4])
def test_one_two_or_a_few_agencies_have_their_page(size: int, office: Office, qtbot: QtBot) -> None:
    table = Table(size).gave(*(10,) * size)
    keep(office, *table.records)
    tab = shown_tab(office, table.group.id, qtbot)
    side = side_of(tab)
    assert side.cards.bars_picture.number == size
    assert not side.cards.bars.empty


def test_a_group_without_members_leads_to_its_people(office: Office, qtbot: QtBot) -> None:
    group = a_group()
    keep(office, group)
    tab = shown_tab(office, group.id, qtbot)
    side = side_of(tab)
    assert not side.cards.isVisible()
    assert not side.head.isVisible()


def test_a_group_with_members_alone_says_what_goes_there(office: Office, qtbot: QtBot) -> None:
    group, agency = a_group(), an_agency()
    keep(office, group, agency, a_member(group, agency))
    tab = shown_tab(office, group.id, qtbot)
    assert not side_of(tab).cards.isVisible()


def test_no_two_keys_of_the_page_are_the_same(tab: BalanceTab) -> None:
    words = [part.text() for kind in (QPushButton, QLabel) for part in tab.findChildren(kind) if part.isVisible()]
    letters = [word[word.index("&") + 1].lower() for word in words if "&" in word]
    assert sorted(letters) == sorted({*letters})
    # Those of the window's menus and of the group's own buttons.
    assert not {*letters} & set("fevghob")


def test_opening_the_balance_opens_no_window_of_its_own(sample: Office, qtbot: QtBot) -> None:
    seen = Windows()
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(seen)
    tab = shown_tab(sample, sample.find(Group, "NMCC").id, qtbot)
    app.removeEventFilter(seen)
    assert [widget for widget in seen.shown if widget is not tab] == []
