"""A group's Balance, shown, for tests of what stands on it."""

from datetime import date

from pytestqt.qtbot import QtBot

from tests.models.balance_office import Table
from tracker.models.records import Record
from tracker.models.records.reading import Question
from tracker.store.office import Office
from tracker.ui.balance.balance_side import BalanceSide
from tracker.ui.desk import Desk
from tracker.ui.group.balance import BalanceTab
from tracker.ui.place import Place

TODAY = date(2008, 6, 30)


def shown_tab(office: Office, group_id: str, qtbot: QtBot, record_id: str = "", width: int = 1016) -> BalanceTab:
    tab = BalanceTab(Desk(office))
    qtbot.addWidget(tab)
    tab.resize(width, 640)
    tab.show_place(Place("group", group_id, "balance", record_id))
    with qtbot.waitExposed(tab):
        tab.show()
    return tab


def side_of(tab: BalanceTab) -> BalanceSide:
    assert isinstance(tab.side, BalanceSide)
    return tab.side


def keep(office: Office, *records: Record) -> None:
    with office.step("make ready"):
        office.save(*records)


def four() -> Table:
    """70, 10, 10 and 10; all read who gives and who gains."""
    table = Table(4).gave(70, 10, 10, 10).read(0, (40, 30, 20, 10))
    return table.read(0, (60, 20, 10, 10), Question.GIVES).read(0, (20, 20, 30, 30), Question.GAINS)
