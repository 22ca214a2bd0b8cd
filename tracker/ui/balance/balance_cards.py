"""The cards of a balance, placed by the room there is; what does not fit is reached by scrolling."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from tracker.models.figures.balance import Balance
from tracker.models.figures.balance_over_time import BalanceOverTime
from tracker.models.figures.balance_words import (
    bars_note,
    kinds_note,
    mismatch_words,
    over_time_note,
    to_tell_give_and_get,
    to_tell_resources,
)
from tracker.models.figures.timeline_words import joined
from tracker.ui.balance.accommodation_card import AccommodationCard
from tracker.ui.balance.bars import Bars
from tracker.ui.balance.give_and_get_plot import GiveAndGetPlot
from tracker.ui.balance.kinds_table import KindsTable
from tracker.ui.balance.lists import Behind, bars_list, give_and_get_list, over_time_list
from tracker.ui.balance.over_time_plot import OverTimePlot
from tracker.ui.balance.picture_card import PictureCard
from tracker.ui.cells import LinesDelegate
from tracker.ui.style import UNIT
from tracker.ui.table_view import TableView
from tracker.ui.widgets import Button, Card, EmptyState, Muted, quiet_button
from tracker.ui.words import count

_MEDIUM, _WIDE = 225 * UNIT, 350 * UNIT
# So many agencies are seen at once before their part of the page scrolls.
_ROWS_SEEN, _FEW_SEEN = 8, 4
_CONTRIBUTIONS, _READINGS = 1, 3
_NO_START = "When the group started is not known: Correct, at the top of the page, has the day."
_NOTHING_YET = "Nothing has been delivered yet with a value in NZD: once it has, its concentration stands here."
_NO_KINDS = "Nothing was delivered in these 12 months. Under Contributions, say what came and when."


class BalanceCards(QScrollArea):
    """Pictures with their lists, the kinds of resource, and what was agreed."""

    day_chosen = Signal(object)
    agency_opened = Signal(str)
    side_requested = Signal(int)

    def __init__(self, behind: Behind) -> None:
        super().__init__()
        self.bars_picture, self.give_and_get_plot, self.time_plot = Bars(), GiveAndGetPlot(), OverTimePlot()
        self._bars_area = scrolled(self.bars_picture)
        self.bars = PictureCard(
            "What each agency brings, and how much it decides",
            self.bars_picture,
            self._bars_area,
            bars_list(behind),
            self._way("Go to contributions", _CONTRIBUTIONS),
        )
        self.give_and_get = PictureCard(
            "Gives and gets",
            self.give_and_get_plot,
            self.give_and_get_plot,
            give_and_get_list(behind),
            self._way("Go to readings", _READINGS),
        )
        self.over_time = PictureCard("Concentration over time", self.time_plot, self.time_plot, over_time_list(), None)
        self.kinds_table = KindsTable(behind)
        self.kinds_view = TableView(self.kinds_table)
        self._kinds_note = Muted()
        self._no_kinds = EmptyState(_NO_KINDS, self._way("Go to contributions", _CONTRIBUTIONS))
        self.kinds = Card("Every kind of resource, in its own unit")
        self.agreed = AccommodationCard()
        self.body = QVBoxLayout()
        self._rows = [QHBoxLayout() for _ in range(4)]
        self._columns = 0
        self._lay_out()
        self._connect()

    def show_balance(self, told: Balance, course: BalanceOverTime) -> None:
        """Shows a balance, and how it came about."""
        self.bars_picture.show_balance(told)
        self._bars_area.setMinimumHeight(self.bars_picture.height_for(min(_ROWS_SEEN, len(told.rows))))
        self.bars.view.table.set_rows(told.rows)
        nothing = told.headline.concentration is None and told.influence is None
        self.bars.tell(bars_note(told), to_tell_resources(told.headline) if nothing else "")
        self._show_give_and_get(told)
        self.time_plot.show_points(course, told.on)
        self.over_time.view.table.set_rows(reversed(course.begun))
        self.over_time.tell(over_time_note(course), _no_course(course))
        self._show_kinds(told)

    def turn(self, *, listed: bool) -> None:
        """Lists in place of pictures, or pictures again."""
        for card in (self.bars, self.give_and_get, self.over_time):
            card.turn(listed=listed)

    def fit(self, width: int) -> None:
        """Places the cards for a width: one, two or three beside each other."""
        columns = 3 if width >= _WIDE else 2 if width >= _MEDIUM else 1
        if columns == self._columns:
            return
        self._columns = columns
        bars, give, time, kinds, agreed = self.bars, self.give_and_get, self.over_time, self.kinds, self.agreed
        places: dict[int, tuple[tuple[tuple[Card, int], ...], ...]] = {
            1: (((bars, 1),), ((give, 1), (time, 1)), ((agreed, 1),), ((kinds, 1),)),
            2: (((bars, 3), (give, 2)), ((time, 3), (agreed, 2)), ((kinds, 1),)),
            3: (((bars, 4), (give, 3), (agreed, 3)), ((time, 4), (kinds, 6))),
        }
        for number, (row, cards) in enumerate(zip(self._rows, (*places[columns], (), ()), strict=False)):
            # A row without cards takes no room of those with some; the tiles stand before the rows.
            self.body.setStretch(number + self.body.count() - len(self._rows), 1 if cards else 0)
            for place, (card, stretch) in enumerate(cards):
                row.insertWidget(place, card)
                row.setStretch(place, stretch)
        self._fit_kinds()

    def _show_give_and_get(self, told: Balance) -> None:
        read = told.gives_gets
        self.give_and_get_plot.show_readings(read)
        self.give_and_get.view.table.set_rows(read.rows)
        self._note_readings()

    def _note_readings(self) -> None:
        """Says again what the readings rest on, and how many names have no room now."""
        read = self.give_and_get_plot.told
        if read is None:
            return
        unnamed = self.give_and_get_plot.unnamed
        left_out = f"{count(unnamed, 'name')} without room: see the list (L)" if unnamed else ""
        self.give_and_get.tell(joined(read.words, mismatch_words(read), left_out), to_tell_give_and_get(read))

    def _show_kinds(self, told: Balance) -> None:
        self.kinds_table.show_kinds(told.rows, told.kinds)
        self.kinds_view.fit_columns()
        self._fit_kinds()
        self._kinds_note.setText(kinds_note(told))
        for part in (self.kinds_view, self._kinds_note):
            part.setVisible(bool(told.kinds))
        self._no_kinds.setVisible(not told.kinds)

    def _fit_kinds(self) -> None:
        """Beside another card as high as that one; on its own so high that most groups are seen whole."""
        rows = min(_FEW_SEEN if self._columns == 3 else _ROWS_SEEN, self.kinds_table.total)
        self.kinds_view.setMinimumHeight((13 + 9 * rows) * UNIT)

    def _way(self, words: str, side: int) -> Button:
        way = quiet_button(words, icon_name="arrow-right")
        way.clicked.connect(lambda: self.side_requested.emit(side))
        return way

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("look", "page")
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(0, 0, UNIT, 0)
        self.body.setSpacing(3 * UNIT)
        for row in self._rows:
            row.setSpacing(3 * UNIT)
            self.body.addLayout(row, 1)
        self.kinds_view.setItemDelegate(LinesDelegate(self.kinds_view))
        self.kinds_view.setSortingEnabled(False)
        self.kinds_view.setAccessibleName("Every kind of resource, in its own unit")
        for part in (self.kinds_view, self._no_kinds):
            self.kinds.body.addWidget(part, 1)
        self.kinds.body.addWidget(self._kinds_note)
        self.setProperty("look", "page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)

    def _connect(self) -> None:
        self.bars_picture.opened.connect(lambda place: self.agency_opened.emit(self.bars_picture.agency_id(place)))
        self.bars_picture.said.connect(self._bring_into_view)
        self.bars.view.opened.connect(lambda row: self.agency_opened.emit(row.id))
        plot = self.give_and_get_plot
        plot.opened.connect(lambda place: self.agency_opened.emit(plot.agency_id(place)))
        plot.placed.connect(self._note_readings)
        self.give_and_get.view.opened.connect(lambda row: self.agency_opened.emit(row.agency_id))
        self.time_plot.opened.connect(lambda place: self.day_chosen.emit(self.time_plot.day_of(place)))
        self.over_time.view.opened.connect(lambda point: self.day_chosen.emit(point.on))
        self.kinds_view.opened.connect(self._open_row)

    def _bring_into_view(self, words: str) -> None:
        if words and self.bars_picture.hasFocus():
            place = self.bars_picture.place_of(self.bars_picture.chosen).toRect()
            _into_view(self._bars_area, place)

    def _open_row(self, row: object) -> None:
        if identity := getattr(row, "agency_id", ""):
            self.agency_opened.emit(identity)


def _no_course(course: BalanceOverTime) -> str:
    if not course.points:
        return _NO_START
    return "" if course.begun else _NOTHING_YET


def scrolled(picture: QWidget) -> QScrollArea:
    """The picture with a scroll bar where it is higher than its room."""
    area = QScrollArea()
    area.setProperty("look", "page")
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    picture.setProperty("look", "page")
    area.setWidget(picture)
    return area


def _into_view(area: QScrollArea, place: QRect) -> None:
    bar, height = area.verticalScrollBar(), area.viewport().height()
    bar.setValue(max(min(bar.value(), place.top()), place.bottom() - height))
