"""From the process's start until a group's trajectory is drawn, opened where the person was last: on that group."""

import sys

from benchmarks.ground import BARE, Ground
from benchmarks.timing import Row, in_pairs, until_marked
from tracker.models.records import Group
from tracker.store.office import Office
from tracker.ui.place import Place
from tracker.ui.preferences import Preferences

RUNS = 11
_SHORT_NAME = "ICM"


def measure(ground: Ground) -> Row:
    """The life cycle of the largest group; each start opens a fresh copy."""
    path = ground.copy_of_sample("trajectory")
    office = Office.read(path, ground.setting)
    group = office.find(Group, _SHORT_NAME)
    office.close()
    ground.data_folder.mkdir(exist_ok=True)
    Preferences.keep_in(ground.data_folder).keep_place(path, Place("group", group.id, "life-cycle"))
    environment = {**ground.environment, "BENCHMARK_MARK": str(ground.mark)}
    del environment["TRACKER_EXIT_AFTER_PAINT"], environment["TRACKER_MARK_PAINT"]

    def program() -> float:
        ground.copy_of_sample("trajectory")
        command = [sys.executable, "-m", "benchmarks.until_drawn", str(path)]
        return until_marked(command, environment, ground.mark)

    def bare() -> float:
        return until_marked([sys.executable, str(BARE / "window_with_plot.py")], ground.environment, ground.mark)

    return Row(
        "… until a group's trajectory is drawn",
        "a window with pyqtgraph and one plot, all at once",
        in_pairs(program, bare, RUNS),
        at_most=1.3,
    )
