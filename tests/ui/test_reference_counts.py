"""Qt takes and gives back what Python counts: a reference lost at each pan would in the end abort the program."""

import sys
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import a_group, a_meeting, a_stage
from tracker.models.figures.trajectory import trajectory
from tracker.models.snapshot import snapshot_of
from tracker.ui.plots.trajectory import TrajectoryPlot

TIMES = 500
# Caches empty and other tests' leftovers go; a reference lost each time would be hundreds. References that are
# only gained do no harm: painting gains a few of None, with any plot.
TOLERATED = 60


class Bell(QObject):
    rung = Signal(bool)


def drift(work: Callable[[int], object]) -> dict[str, int]:
    """By how much the counts of None, True and False grow while something is done 500 times."""
    for time in range(20):
        work(time)
    before = [sys.getrefcount(value) for value in (None, True, False)]
    for time in range(TIMES):
        work(time)
    after = [sys.getrefcount(value) for value in (None, True, False)]
    return {name: now - then for name, now, then in zip(("None", "True", "False"), after, before, strict=True)}


def test_a_signal_with_a_yes_or_no_gives_back_what_it_takes(qtbot: QtBot) -> None:
    bell, heard = Bell(), [0]

    def hear(yes: bool) -> None:
        heard[0] += yes

    bell.rung.connect(hear)
    drifted = drift(lambda time: bell.rung.emit(time % 2 == 0))
    assert min(drifted.values()) > -TOLERATED, drifted
    assert heard[0] == (TIMES + 20) // 2


def test_panning_a_trajectory_gives_back_what_it_takes(qtbot: QtBot) -> None:
    group = a_group()
    records = [group, a_stage(group), *(a_meeting(group, on=date(2008, month, 1)) for month in range(1, 6))]
    plot = TrajectoryPlot(trajectory(snapshot_of(date(2008, 6, 30), records), group.id))
    qtbot.addWidget(plot)
    plot.resize(600, 300)
    plot.show()
    first, last = plot.days_in_view
    width = (last - first) / 3

    def pan(time: int) -> None:
        left = first + (time % 20) * width / 10
        plot.plotItem.vb.setXRange(left, left + width, padding=0)
        plot.viewport().repaint()
        QApplication.processEvents()

    drifted = drift(pan)
    assert min(drifted.values()) > -TOLERATED, drifted
