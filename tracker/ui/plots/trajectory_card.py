"""The card around a trajectory: the plot, its legend, and the line that says which mark the keyboard is on."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QStackedWidget

from tracker.models.figures.trajectory import Trajectory
from tracker.models.mistake import Mistake
from tracker.ui.plots.legend import Legend
from tracker.ui.plots.loading import PlotLoader
from tracker.ui.style import UNIT, Theme, current
from tracker.ui.widgets import Card, Elided, EmptyState, quiet_button

if TYPE_CHECKING:
    from tracker.ui.plots.trajectory import TrajectoryPlot

_HINT = (
    "Point at a mark, or step through them with the arrow keys, to see what it is; a click or Enter opens it. "
    "The wheel zooms, dragging moves in time."
)
# Beside the stretch that every card's header has.
_ALL_THE_ROOM = 100
_KINDS = {"PNG picture (*.png)": ".png", "SVG drawing (*.svg)": ".svg", "PDF page (*.pdf)": ".pdf"}


class TrajectoryCard(Card):
    """Shows a trajectory as soon as the plotting library is there; until then it says so.

    `record_requested` carries the record behind a mark, `mistaken` and `said` a sentence about a saved picture.
    """

    record_requested = Signal(object)
    mistaken = Signal(str)
    said = Signal(str)

    def __init__(self) -> None:
        super().__init__("Trajectory")
        self._trajectory: Trajectory | None = None
        self._plot: TrajectoryPlot | None = None
        self._whole = quiet_button("&Whole life")
        self._whole.setToolTip("Shows the whole life of the group again (0, or a double click)")
        self._save = quiet_button("&Save picture…", icon_name="image")
        self._waiting = EmptyState("Drawing the trajectory …")
        self.first = quiet_button("Judge the stage", icon_name="plus")
        self._nothing = EmptyState(
            "No stage has been judged yet: the trajectory begins with the first judgement.", self.first
        )
        self._legend = Legend()
        self._legend.setToolTip(_HINT)
        self._words = Elided("", "muted")
        self._line = QStackedWidget()
        self._lay_out()
        self._loader = PlotLoader()
        self._loader.loaded.connect(self._draw)

    @property
    def plot(self) -> "TrajectoryPlot | None":
        """The plot; None while the plotting library is not there, or there is nothing to draw."""
        return self._plot

    @property
    def words(self) -> str:
        """What the keyboard is on, in words; "" while the legend stands there."""
        return self._words.whole

    def show_trajectory(self, trajectory: Trajectory) -> None:
        """Shows another trajectory, or the same one after a change."""
        if trajectory == self._trajectory:
            return
        self._trajectory = trajectory
        self._nothing.setVisible(not trajectory.points)
        self._waiting.setVisible(bool(trajectory.points) and self._plot is None)
        self._whole.setVisible(bool(trajectory.points))
        self._save.setVisible(bool(trajectory.points))
        self._line.setVisible(bool(trajectory.points))
        self._loader.start()

    def save_picture(self, path: Path) -> None:
        """Saves the whole trajectory in the colours of the window, as the path's ending says."""
        from tracker.ui.plots.trajectory import save_trajectory

        if self._trajectory is None:
            return
        try:
            save_trajectory(self._trajectory, path, Theme.DARK if current().dark else Theme.LIGHT)
        except Mistake as mistake:
            self.mistaken.emit(mistake.sentence)
        else:
            self.said.emit(f"The trajectory is saved as {path}.")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_line()

    def _lay_out(self) -> None:
        self.header.addWidget(self._whole)
        self.header.addWidget(self._save)
        self._whole.clicked.connect(self._show_whole)
        self._save.clicked.connect(self._ask_where)
        for widget in (self._waiting, self._nothing):
            widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
            widget.setVisible(False)
            self.body.addWidget(widget, 1)
        self._line.addWidget(self._legend)
        self._line.addWidget(self._words)
        self._line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._line.setFixedHeight(self._legend.sizeHint().height())
        self.header.insertWidget(1, self._line, _ALL_THE_ROOM)
        self.setMinimumHeight(78 * UNIT)

    def _place_line(self) -> None:
        """The legend stands beside the title where it has room, else under the plot."""
        words = self.fontMetrics().horizontalAdvance("Trajectory") + 16 * UNIT
        taken = words + self._whole.sizeHint().width() + self._save.sizeHint().width()
        beside = self.width() - taken >= self._legend.sizeHint().width()
        if beside == (self.header.indexOf(self._line) >= 0):
            return
        if beside:
            self.body.removeWidget(self._line)
            self.header.insertWidget(1, self._line, _ALL_THE_ROOM)
        else:
            self.header.removeWidget(self._line)
            self.body.addWidget(self._line)

    def _draw(self) -> None:
        if self._plot is not None:
            self.body.removeWidget(self._plot)
            self._plot.hide()
            self._plot.deleteLater()
            self._plot = None
        if self._trajectory is None or not self._trajectory.points:
            return
        from tracker.ui.plots.trajectory import TrajectoryPlot

        self._waiting.hide()
        self._plot = TrajectoryPlot(self._trajectory)
        self._plot.setMinimumHeight(56 * UNIT)
        self._plot.record_requested.connect(self.record_requested)
        self._plot.stepped_to.connect(self._say)
        self.body.insertWidget(1, self._plot, 1)

    def _say(self, words: str) -> None:
        """The words take the legend's place, so that the plot does not move."""
        self._words.set_text(words)
        self._line.setCurrentWidget(self._words if words else self._legend)

    def _show_whole(self) -> None:
        if self._plot is not None:
            self._plot.show_whole_life()

    def _ask_where(self) -> None:
        assert self._trajectory is not None
        kinds = ";;".join(_KINDS)
        proposed = f"Trajectory of {self._trajectory.name}.png".replace("/", "-")
        chosen, kind = QFileDialog.getSaveFileName(self, "Save the trajectory as a picture", proposed, kinds)
        if chosen:
            path = Path(chosen)
            self.save_picture(path if path.suffix else path.with_suffix(_KINDS[kind]))
