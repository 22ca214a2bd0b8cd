"""The Trajectories page with 200 groups and 20 judgements each, painted and panned; and 1,000 groups panned.

Each is set beside what is aimed for, and beside a plot of pyqtgraph with nothing in it, measured in the same run.
"""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pyqtgraph as pg
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.ground import Ground
from benchmarks.life_course import TODAY
from benchmarks.life_office import make_life_office
from benchmarks.timing import Pairs, Row, in_pairs, timed
from tracker.store.office import Office
from tracker.store.setting import Setting
from tracker.ui import style
from tracker.ui.desk import Desk
from tracker.ui.disposal import take_down
from tracker.ui.pages.trajectories import TrajectoriesPage
from tracker.ui.place import Place
from tracker.ui.plots.office_plot import OfficePlot

# In seconds: the page painted, and one picture of thirty a second; of 1,000 groups that it can be followed at all.
PAINTED, FRAME, LARGE_FRAME = 0.400, 1 / 30, 0.100
GROUPS, MANY_GROUPS, JUDGEMENTS = 200, 1000, 20
_OPENINGS, _PANS = 9, 60
# What a window of 1280 by 820 leaves beside the navigation.
_SIZE = 1064, 780
_AIMED_FOR, _BARE = "what is aimed for", "a plot of pyqtgraph with nothing in it"


def measure(ground: Ground) -> tuple[Row, ...]:
    """Two rows for the painting, two for the panning, and one for 1,000 groups."""
    app = QApplication.instance() or style.application(["benchmarks"])
    assert isinstance(app, QApplication)
    style.apply(app, style.Theme.LIGHT)
    # In a running program a thread has loaded the plots; the row of the first trajectory counts that.
    import_module("tracker.ui.plots.trajectory")
    made = ground.setting
    setting = Setting(clock=made.clock, who=made.who, data_folder=made.data_folder, today=TODAY)
    path = _office(ground.folder / "trajectories.tracker", setting, GROUPS)
    many = _office(ground.folder / "many-trajectories.tracker", setting, MANY_GROUPS)
    painted = in_pairs(lambda: _until_painted(path, setting), _until_bare_is_painted, _OPENINGS)
    panned, bare = _pans(path, setting), _bare_pans()
    called = f"Trajectories, {GROUPS} groups × {JUDGEMENTS} judgements"
    return (
        Row(f"{called}: painted", _AIMED_FOR, Pairs(painted.program, (PAINTED,) * _OPENINGS), at_most=1.0),
        Row("… beside the bare minimum", _BARE, painted, at_most=15.0),
        Row(f"{called}: one picture while panning", _AIMED_FOR, Pairs(panned, (FRAME,) * _PANS), at_most=1.0),
        Row("… beside the bare minimum", _BARE, Pairs(panned, bare), at_most=4.0),
        Row(
            f"Trajectories, {MANY_GROUPS:,} groups: one picture while panning",
            "ten a second",
            Pairs(_pans(many, setting), (LARGE_FRAME,) * _PANS),
            at_most=1.0,
        ),
    )


def _office(path: Path, setting: Setting, groups: int) -> Path:
    make_life_office(path, setting, groups=groups, judgements=JUDGEMENTS, full=False)
    return path


def _until_painted(path: Path, setting: Setting) -> float:
    """The page in a running program, on an office of which nothing has been read yet, with its chart and its tables."""
    office = Office.read(path, setting)
    shown: list[TrajectoriesPage] = []
    taken = timed(lambda: shown.append(_page(office)))
    take_down(shown[0])
    office.close()
    return taken


def _page(office: Office) -> TrajectoriesPage:
    page = TrajectoriesPage(Desk(office))
    page.resize(*_SIZE)
    page.show_place(Place("trajectories"))
    page.show()
    _paint(page)
    assert page.chart.plot is not None
    return page


def _until_bare_is_painted() -> float:
    shown: list[pg.PlotWidget] = []

    def make() -> None:
        plot = pg.PlotWidget()
        shown.append(plot)
        plot.resize(*_SIZE)
        plot.show()
        _paint(plot)

    taken = timed(make)
    take_down(shown[0])
    return taken


def _pans(path: Path, setting: Setting) -> tuple[float, ...]:
    office = Office.read(path, setting)
    page = _page(office)
    plot = page.chart.plot
    assert isinstance(plot, OfficePlot)
    first, last = plot.in_view
    # A part of the time is in view, as of somebody who has zoomed.
    plot.plotItem.vb.setXRange(first, first + (last - first) / 2, padding=0)
    taken = _panned(plot, (last - first) / 2 / _PANS)
    take_down(page)
    office.close()
    return taken


def _bare_pans() -> tuple[float, ...]:
    plot = pg.PlotWidget()
    plot.resize(*_SIZE)
    plot.plotItem.vb.setRange(xRange=(0, 100), yRange=(0, 6), padding=0)
    plot.show()
    _paint(plot)
    taken = _panned(plot, 1.0)
    take_down(plot)
    return taken


def _panned(plot: pg.PlotWidget, step: float) -> tuple[float, ...]:
    def pan() -> None:
        low, high = plot.plotItem.vb.viewRange()[0]
        plot.plotItem.vb.setXRange(low + step, high + step, padding=0)
        _paint(plot)

    pan()
    return tuple(timed(pan) for _ in range(_PANS))


def _paint(widget: QWidget) -> None:
    """Everything that waits is done, and the widget painted, as Qt would with the next picture."""
    app = QApplication.instance()
    assert app is not None
    app.processEvents()
    paint: Callable[[], object] = widget.grab
    paint()
