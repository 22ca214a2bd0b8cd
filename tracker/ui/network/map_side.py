"""Map: agencies by groups, drawn from seats and attendance; the same facts as a list one key away."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from tracker.models.dates import shown
from tracker.models.figures.agency_map import AgencyMap, agency_map
from tracker.ui.cells import LinesDelegate
from tracker.ui.choosers import KeyedCombo
from tracker.ui.desk import Desk
from tracker.ui.network.group_combo import GroupCombo
from tracker.ui.network.map_paint import LEGEND, legend_width, paint_legend
from tracker.ui.network.map_view import MapView
from tracker.ui.network.side import NetworkSide
from tracker.ui.network.story_box import StoryBox
from tracker.ui.parts.story_card import StoryCard
from tracker.ui.style import SMALL, UNIT, current, font
from tracker.ui.table import RIGHT, Column, Table
from tracker.ui.table_view import TableView
from tracker.ui.widgets import Card, EmptyState, Muted, quiet_button

_NOTHING = (
    "Once an agency has a seat in a group, or comes to its meetings, the two stand here with a line between them."
)
_EVERY, _SEVERAL = "every", "several"
_COLUMNS = (
    Column("Agency", lambda tie: tie.agency, width=200, least=140, share=2, bold=True),
    Column("Group", lambda tie: tie.group, width=180, least=130, share=2),
    Column(
        "Sits there", lambda tie: tie.people if tie.seated else -1, lambda tie: tie.sits_words, width=150, least=140
    ),
    Column(
        "Came in 12 months",
        lambda tie: tie.meetings if tie.held else None,
        lambda tie: tie.meetings_words or "no attendance taken",
        RIGHT,
        width=150,
        least=140,
    ),
)


class MapSide(NetworkSide):
    """L turns from the picture to the list and back; what the keyboard is on is said below, and beside it in full."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._whole: AgencyMap | None = None
        self.map = MapView()
        self.view = TableView(Table(_COLUMNS, lambda tie: str(tie.id)), "agency-map")
        self.view.setItemDelegate(LinesDelegate(self.view))
        self.view.setAccessibleName("Agencies by groups, as a list")
        self.which = GroupCombo()
        self.agencies = KeyedCombo("Which agencies", 50)
        self.agencies.offer([(_EVERY, "Every agency"), (_SEVERAL, "In two groups or more")])
        self.as_list = quiet_button("As a l&ist")
        self.story = MapStory()
        self._said = Muted()
        self._legend = MapLegend()
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    @property
    def said(self) -> str:
        """What is said of the point that the keyboard or the mouse is on."""
        return self._said.text()

    @property
    def summary(self) -> tuple[str, str]:
        words = self._whole.words if self._whole else ""
        until = shown(self._desk.snapshot.today)
        return f"{words} · 12 months to {until} · arrow keys move, Enter opens, L: as a list", ""

    def refill(self) -> None:
        snapshot = self._desk.snapshot
        self.which.offer_groups(snapshot)
        self._whole = agency_map(snapshot)
        self._narrow()

    def take_focus(self) -> None:
        (self.view if self.as_list.isChecked() else self.map).setFocus()

    def lead_to(self, identity: str) -> bool:
        if self._whole is None or identity not in {point.id for point in self._whole.points}:
            return False
        self.map.choose(identity)
        return self.map.chosen == identity

    def _lay_out(self) -> None:
        card = Card("Agencies by groups")
        card.body.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        card.header.setContentsMargins(2 * UNIT, 0, UNIT, 0)
        self.as_list.setCheckable(True)
        self.as_list.setToolTip("The same facts as a list (L)")
        for part in (self.which, self.agencies, self.as_list):
            card.header.addWidget(part)
        for page in (self.map, self.view, EmptyState(_NOTHING)):
            self._stack.addWidget(page)
        # Two lines always: the map stands still while what is said of it changes.
        self._said.setMinimumHeight(8 * UNIT)
        self._said.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._said.setContentsMargins(2 * UNIT, 0, 2 * UNIT, 0)
        card.body.addWidget(self._stack, 1)
        card.body.addWidget(self._said)
        card.body.addWidget(self._legend)
        self._column.addWidget(StoryBox(card, self.story))

    def _connect(self) -> None:
        key = QShortcut(QKeySequence("L"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self._turn_over)
        self.as_list.toggled.connect(self._turn)
        self.which.currentIndexChanged.connect(self._turn_to_group)
        self.agencies.currentIndexChanged.connect(self._narrow)
        self.map.pointed.connect(self._tell)
        self.map.opened.connect(self._open)
        self.view.opened.connect(lambda tie: self._go_to_agency(tie.agency_id))

    def _narrow(self) -> None:
        assert self._whole is not None
        least = 2 if self.agencies.key == _SEVERAL else 1
        narrowed = self._whole.narrowed(around=self.which.group_id, least=least)
        self.map.show_map(narrowed)
        self.view.table.set_rows(narrowed.ties)
        self._turn()

    def _turn_to_group(self) -> None:
        self._narrow()
        self.map.choose(self.which.key)

    def _turn(self) -> None:
        place = 2 if not self.view.table.total else 1 if self.as_list.isChecked() else 0
        self._stack.setCurrentIndex(place)
        for part in (self._said, self._legend):
            part.setVisible(place == 0)

    def _turn_over(self) -> None:
        self.as_list.toggle()
        if self.view.chosen_row is None and self.view.table.rows:
            self.view.choose(self.view.table.rows[0].id)
        self.take_focus()

    def _tell(self, point_id: str) -> None:
        words = f"{self._whole.words_of(point_id)}." if self._whole and point_id else ""
        self._said.setText(words)
        # Qt tells those who listen to the screen of a new description.
        self.map.setAccessibleDescription(words)
        self.story.show_point(self._whole, point_id)

    def _open(self, point_id: str) -> None:
        assert self._whole is not None
        if any(point.id == point_id for point in self._whole.groups):
            self._go_to_group(point_id)
        else:
            self._go_to_agency(point_id)


class MapStory(StoryCard):
    """Where there is room beside the map: each line of the point that it is about, in words."""

    def __init__(self) -> None:
        super().__init__("Nothing is chosen", 1)

    def lay(self, flat: bool, low: bool = False) -> None:
        super().lay(flat=False)
        self.setVisible(not flat)

    def show_point(self, whole: AgencyMap | None, point_id: str) -> None:
        """Tells of one point of the whole map."""
        if whole is None or not point_id:
            self.tell("Nothing is chosen", [("", "")], [])
            return
        point = next(point for point in whole.points if point.id == point_id)
        what = (
            "Its agencies, with the meetings that each" if point.is_group else "Its groups, with the meetings that it"
        )
        lines = [
            (tie.meetings_words or "–", f"{tie.agency if point.is_group else tie.group}: {tie.sits_words}")
            for tie in whole.ties_of(point_id)
        ]
        self.tell(point.name, [(f"{what} came to in 12 months", "")], lines)


class MapLegend(QWidget):
    """What the marks mean, on as many lines as it takes."""

    def __init__(self) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.setAccessibleName("Marks: " + ", ".join(words for _, words in LEGEND))

    def sizeHint(self) -> QSize:
        return QSize(100 * UNIT, 10 * UNIT)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(font(SMALL))
            left, top = 0.0, 0.0
            for kind, words in LEGEND:
                width = legend_width(painter, words)
                if left and left + width > self.width():
                    left, top = 0.0, top + 5 * UNIT
                paint_legend(painter, QPointF(left, top), kind, words, current())
                left += width
