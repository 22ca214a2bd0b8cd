"""From the process's start to the painted first page of the sample office."""

import sys

from benchmarks.ground import BARE, Ground
from benchmarks.timing import Row, in_pairs, tracker_command, until_marked

RUNS = 15


def measure(ground: Ground) -> Row:
    """Each start opens a fresh copy, as after an end in good order."""

    def program() -> float:
        path = ground.copy_of_sample("start")
        return until_marked([*tracker_command(), str(path)], ground.environment, ground.mark)

    def bare() -> float:
        return until_marked([sys.executable, str(BARE / "empty_window.py")], ground.environment, ground.mark)

    return Row(
        "start to the painted first page, sample office",
        "an empty PySide6 QMainWindow",
        in_pairs(program, bare, RUNS),
        at_most=2.0,
        aim=1.7,
    )
