"""What if an amount moved or somebody else chaired: shown, and without a trace."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.balance_shown import TODAY, four, keep, shown_tab, side_of
from tracker.models.records import Group
from tracker.store.office import Office
from tracker.ui.balance.balance_side import BalanceSide
from tracker.ui.balance.what_if_dialog import WhatIfDialog
from tracker.ui.group.balance import BalanceTab


@pytest.fixture
def tab(sample: Office, qtbot: QtBot) -> BalanceTab:
    return shown_tab(sample, sample.find(Group, "NMCC").id, qtbot)


@pytest.fixture
def side(tab: BalanceTab) -> BalanceSide:
    return side_of(tab)


def with_what_if(act: Callable[[WhatIfDialog], None], opens: Callable[[], None]) -> None:
    seen: list[WhatIfDialog] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, WhatIfDialog)
        seen.append(dialog)
        try:
            act(dialog)
        finally:
            dialog.reject()

    QTimer.singleShot(0, answer)
    opens()
    assert seen


def test_what_if_moves_an_amount_and_leaves_no_trace(office: Office, qtbot: QtBot) -> None:
    table = four()
    keep(office, *table.records)
    tab = shown_tab(office, table.group.id, qtbot)
    side = side_of(tab)
    before = office.undo_name

    def suppose(dialog: WhatIfDialog) -> None:
        dialog.form.amount.setText("30")
        qtbot.keyClick(dialog.form.amount, Qt.Key.Key_Return)
        assert dialog.changes[0].words == "Largest share of resources: Agency 0 70% → Agency 0 40%"
        assert dialog.form.supposed_words == "1. 30 NZD of money from Agency 0 to Agency 1"

    with_what_if(suppose, side.head.what_if.click)
    assert office.undo_name == before
    assert side.told.tiles[0].figure == "Agency 0 70%"


def test_what_if_somebody_else_chairs_is_shown_and_taken_back(office: Office, qtbot: QtBot) -> None:
    table = four()
    keep(office, *table.records)
    tab = shown_tab(office, table.group.id, qtbot)
    side = side_of(tab)

    def suppose(dialog: WhatIfDialog) -> None:
        dialog.form.chair_to.choose(f"agency {table.agencies[0].id}")
        dialog.form.chair_it.click()
        assert dialog.changes[0].words == "Chair: – → Agency 0 70%"
        dialog.form.take_back.click()
        assert (dialog.changes, dialog.moves) == ((), ())

    with_what_if(suppose, side.head.what_if.click)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Say how much would move, in NZD."),
        ("lots", "“lots” is no amount: write it like 12,000."),
        ("-3", "Give an amount above 0 to move."),
        ("NaN", "Give an amount above 0 to move."),
        ("700", "Agency 0 delivered 70 NZD of money in these 12 months: move no more than that."),
    ],
)
def test_what_cannot_be_supposed_is_said_in_place(typed: str, sentence: str, qtbot: QtBot) -> None:
    table = four()
    dialog = WhatIfDialog(table.snapshot, None, table.group.id, TODAY)
    qtbot.addWidget(dialog)
    dialog.form.amount.setText(typed)
    qtbot.keyClick(dialog.form.amount, Qt.Key.Key_Return)
    assert dialog.form.problem == sentence
    assert dialog.moves == ()
