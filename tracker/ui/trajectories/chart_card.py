"""The card with the groups: one chart by calendar or from their beginnings, small multiples, or the table."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from tracker.models.figures.trajectories import GroupLine, Trajectories
from tracker.models.records.record import Record
from tracker.ui.cells import LinesDelegate
from tracker.ui.plots.loading import PlotLoader
from tracker.ui.plots.office_legend import OfficeLegend
from tracker.ui.plots.spread import spread
from tracker.ui.style import UNIT, Theme, current
from tracker.ui.table import Table
from tracker.ui.table_view import TableView
from tracker.ui.trajectories.columns import GROUP_COLUMNS
from tracker.ui.trajectories.multiples import Multiples
from tracker.ui.trajectories.multiples_picture import save_multiples
from tracker.ui.trajectories.view_choice import ViewChoice
from tracker.ui.widgets import Card, Elided, EmptyState, quiet_button

if TYPE_CHECKING:
    from tracker.ui.plots.office_plot import OfficePlot

_WAITING, _NOTHING = "Drawing the trajectories …", "No group fits what the page is narrowed to."
_NOT_YET = "No stage had been judged by that day."
_MULTIPLES_NOTE = "Each from its own beginning, all on one scale of {months} months. Enter or a click opens the group."
_TABLE_NOTE = "Enter or a double click opens the group."


class ChartCard(Card):
    """`group_requested` carries a group's id and a judgement's, or "" for none; `chosen` the id of the one marked."""

    group_requested = Signal(str, str)
    chosen = Signal(str)
    all_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._full: Trajectories | None = None
        self._told: Trajectories | None = None
        self._view = ViewChoice.CALENDAR
        self._listed = False
        self._chosen = ""
        self._note = ""
        self._apart: Mapping[str, float] = {}
        self._plots: dict[bool, OfficePlot] = {}
        self.multiples = Multiples()
        self.table = TableView(Table(GROUP_COLUMNS, records=_behind), "trajectories")
        self.all = quiet_button("Show all groups")
        self._empty = EmptyState(_WAITING, self.all)
        self._nothing, self._room = _roomy(self._empty), QWidget()
        self._stack = QStackedWidget()
        self._legend = OfficeLegend()
        self._words = Elided("", "muted")
        self._line = QStackedWidget()
        self._loader = PlotLoader()
        self._lay_out()
        self._connect()

    @property
    def plot(self) -> "OfficePlot | None":
        """The chart in view; None while the plotting library is not there, or something else is shown."""
        return self._plots.get(self._view is ViewChoice.START) if self._stack.currentWidget() is self._room else None

    @property
    def words(self) -> str:
        """What is chosen or under the mouse, in words; "" while the legend stands there."""
        return self._words.whole if self._line.currentWidget() is self._words else ""

    @property
    def chosen_id(self) -> str:
        """The id of the group that is marked; "" for none."""
        return self._chosen

    @property
    def empty_words(self) -> str:
        """What stands there in place of the groups; "" while they do."""
        return self._empty.sentence if self._stack.currentIndex() == 0 else ""

    def show_lines(self, full: Trajectories, told: Trajectories, view: ViewChoice, *, listed: bool) -> None:
        """Shows the groups of `told`. `full` are all of the office today: places and scales rest on them."""
        if full is not self._full:
            offsets = spread(len(full.lines))
            self._apart = {line.id: offset for line, offset in zip(full.lines, offsets, strict=True)}
        self._full, self._told, self._view, self._listed = full, told, view, listed
        self.table.table.set_rows(told.lines)
        months = max((line.months_at(line.trajectory.until) for line in full.lines), default=1.0)
        self.multiples.show_lines(told.lines, months)
        self._note = _MULTIPLES_NOTE.format(months=f"{months:.0f}")
        self._turn()

    def choose(self, group_id: str) -> None:
        """Marks a group wherever it is shown."""
        self._mark(group_id)
        self._tell(self._place, -1)

    def take_focus(self) -> None:
        """Gives the keyboard to what shows the groups."""
        if (widget := self.plot or self._stack.currentWidget()) is not None:
            widget.setFocus()

    def show_whole(self) -> None:
        """Shows the whole time of the chart again."""
        if (plot := self.plot) is not None:
            plot.show_whole()

    def save_picture(self, path: Path, title: str, words: str) -> None:
        """Saves what is in view, in the colours of the window. Raises Mistake if it cannot be saved."""
        assert self._told is not None
        theme = Theme.DARK if current().dark else Theme.LIGHT
        if self._view is ViewChoice.MULTIPLES:
            save_multiples(self._told.lines, (title, words), path, theme)
            return
        # Loaded with the first picture, as the plot itself.
        from tracker.ui.plots.office_picture import save_office_plot

        since_start = self._view is ViewChoice.START
        apart = self._offsets()
        save_office_plot(self._told, (title, words), path, theme, since_start=since_start, apart=apart)

    @property
    def _place(self) -> int:
        lines = self._told.lines if self._told else ()
        return next((place for place, line in enumerate(lines) if line.id == self._chosen), -1)

    def _lay_out(self) -> None:
        self.body.setContentsMargins(3 * UNIT, 2 * UNIT, 3 * UNIT, 2 * UNIT)
        self.body.setSpacing(UNIT)
        self._drawing = QVBoxLayout(self._room)
        self._drawing.setContentsMargins(0, 0, 0, 0)
        for part in (self._nothing, self._room, self.multiples, self.table):
            part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
            self._stack.addWidget(part)
        self.table.setItemDelegate(LinesDelegate(self.table))
        self.table.setAccessibleName("Groups, as a list")
        self.table.setFrameShape(TableView.Shape.NoFrame)
        self._line.addWidget(self._legend)
        self._line.addWidget(self._words)
        self._line.setFixedHeight(self._legend.sizeHint().height())
        self._line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self._line)
        self.setMinimumHeight(48 * UNIT)

    def _connect(self) -> None:
        self._loader.loaded.connect(self._turn)
        self.all.clicked.connect(self.all_requested)
        self.multiples.group_requested.connect(lambda place: self._ask_for(place, -1))
        self.multiples.stepped_to.connect(lambda place: self._step(place, -1))
        self.multiples.pointed_at.connect(self._point_at)
        self.table.opened.connect(lambda row: self.group_requested.emit(row.id, ""))
        self.table.chosen.connect(self._take_row)

    def _turn(self) -> None:
        """Shows the one that is wanted; the chart follows when the library is there."""
        if self._told is None:
            return
        widget = self._wanted()
        self._stack.setCurrentWidget(widget)
        if widget is self._room:
            self._draw()
        place = self._place
        self.multiples.show_chosen(place)
        if widget is self.table and place >= 0:
            self.table.choose(self._chosen)
        self._tell(place, -1)

    def _wanted(self) -> QWidget:
        assert self._told is not None
        empty = self._nothing
        self.all.setVisible(not self._told.lines)
        if not self._told.lines:
            self._empty.say(_NOTHING)
            return empty
        if self._listed:
            return self.table
        if self._view is ViewChoice.MULTIPLES:
            return self.multiples
        if not self._told.judgements:
            self._empty.say(_NOT_YET)
            return empty
        if self._loader.ready:
            return self._room
        self._empty.say(_WAITING)
        self._loader.start()
        return empty

    def _draw(self) -> None:
        from tracker.ui.plots.office_lines import life_of
        from tracker.ui.plots.office_plot import OfficePlot

        assert self._told is not None
        assert self._full is not None
        since_start = self._view is ViewChoice.START
        life = life_of(self._full, since_start=since_start)
        if since_start in self._plots:
            self._plots[since_start].show_lines(self._told, self._offsets(), life)
        else:
            plot = OfficePlot(self._told, self._offsets(), since_start=since_start, life=life)
            plot.group_requested.connect(self._ask_for)
            plot.stepped_to.connect(self._step)
            plot.pointed_at.connect(self._point_at)
            self._drawing.addWidget(plot)
            self._plots[since_start] = plot
        for each, plot in self._plots.items():
            plot.setVisible(each is since_start)
        self._plots[since_start].show_chosen(self._place)
        self._room.setFocusProxy(self._plots[since_start])

    def _offsets(self) -> tuple[float, ...]:
        assert self._told is not None
        return tuple(self._apart.get(line.id, 0.0) for line in self._told.lines)

    def _ask_for(self, place: int, point: int) -> None:
        assert self._told is not None
        line = self._told.lines[place]
        judgement = line.trajectory.points[point].judgement.id if point >= 0 else ""
        self.group_requested.emit(line.id, judgement)

    def _take_row(self, row: object) -> None:
        if isinstance(row, GroupLine) and self.table.hasFocus():
            self._mark(row.id)
            self._tell(self._place, -1)

    def _step(self, place: int, point: int) -> None:
        assert self._told is not None
        self._mark(self._told.lines[place].id if place >= 0 else "")
        self._tell(place, point)

    def _mark(self, group_id: str) -> None:
        if group_id == self._chosen:
            return
        self._chosen = group_id
        place = self._place
        for plot in self._plots.values():
            if plot.isVisible():
                plot.show_chosen(place)
        self.chosen.emit(group_id)

    def _point_at(self, words: str) -> None:
        if words:
            self._say(words)
        else:
            self._tell(self._place, -1)

    def _tell(self, place: int, point: int) -> None:
        """Says what is chosen; the legend, or what the tiles are, where nothing is."""
        assert self._told is not None
        if place < 0:
            seen = self._stack.currentWidget()
            self._say(self._note if seen is self.multiples else _TABLE_NOTE if seen is self.table else "")
            return
        line = self._told.lines[place]
        self._say(line.point_words(point) if point >= 0 else f"{line.group.called} · {line.words}")

    def _say(self, words: str) -> None:
        self._words.set_text(words)
        self._line.setCurrentWidget(self._words if words else self._legend)


def _behind(line: GroupLine) -> Iterable[Record]:
    """What a row rests on: where one of these may not leave, the row stays."""
    yield line.group
    yield from (point.judgement for point in line.trajectory.points)


def _roomy(empty: EmptyState) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(empty)
    return whole
