"""Making sense of the issue (§3.2): where each member places it, how far apart they are, and who has moved."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from tracker.models.figures.sense_spread import SenseView, sense_spread
from tracker.models.records.outlook import SenseMaking
from tracker.ui.beginnings.sense_boxes import SenseBoxes
from tracker.ui.beginnings.snug_view import SnugView
from tracker.ui.desk import Desk
from tracker.ui.parts.foot_row import FootRow
from tracker.ui.parts.headed_table import HeadedTable
from tracker.ui.record_dialog import add_record, ask_for, correct_record
from tracker.ui.style import UNIT
from tracker.ui.table import Column
from tracker.ui.widgets import Card, Muted, label, primary_button, quiet_button

_ADD, _NEW, _CORRECT = "A", "M", "Enter"
_OFFERS = (
    (_ADD, "Add a view", "Where a member places the issue"),
    (_NEW, "Sees it otherwise now", "A newer view of the chosen member; the one before stays"),
    (_CORRECT, "Correct", "Opens the chosen view to put it right"),
)
_NOTHING = (
    "Ask each member alone where the issue lies, and why: how far apart the answers are is what is worth talking about."
)
_FIELDS = ("agency_id", "domain", "why", "on")
_WIDE = 210 * UNIT


class SenseCard(Card):
    """The boxes, and the same as a list with the reasons: beside them where there is room, else below."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("How members see the issue (§3.2)")
        self._desk = desk
        self._group_id = ""
        self._spread = label("", "title")
        self._silent = Muted()
        self.boxes = SenseBoxes()
        self.table = HeadedTable(_columns(), lambda row: str(row.id), lambda name, rows: name)
        self.view = SnugView(self.table, _ADD + _NEW, 15 * UNIT, most=8)
        self.foot = FootRow(_OFFERS)
        self.add_button = quiet_button("Add a view", icon_name="plus")
        self.first = primary_button("Add the first view", icon_name="plus")
        self._lay_out()
        self._connect()

    @property
    def words(self) -> list[str]:
        """The spread, and who has not been asked."""
        return [part.text() for part in (self._spread, self._silent) if part.text()]

    def show_group(self, group_id: str) -> None:
        """Shows the members' views."""
        self._group_id = group_id
        spread = sense_spread(self._desk.snapshot, group_id)
        self._spread.setText(spread.words)
        self._silent.setText(spread.asked_words)
        self._silent.setVisible(bool(self._silent.text()) and bool(spread.views))
        self.boxes.show_spread(spread)
        self.table.set_rows(spread.views)
        self.view.choose_first()
        self._beside.setVisible(bool(spread.views))
        self._nothing.setVisible(not spread.views)
        self.add_button.setVisible(bool(spread.views))
        self._spread.setVisible(bool(spread.views))
        self.foot.allow({_ADD, *((_NEW, _CORRECT) if spread.views else ())})

    def lead_to(self, identity: str) -> None:
        """Chooses a view, or that which came after it."""
        self.view.choose(identity)
        self.view.setFocus()

    def press(self, key: str, other_day: bool = False) -> None:
        """Does what a key stands for."""
        chosen: SenseView | None = self.view.chosen_row
        if key == _ADD:
            self.add()
        elif chosen and key == _NEW:
            view = SenseMaking(
                id=self._desk.office.mint(),
                group_id=self._group_id,
                agency_id=chosen.view.agency_id,
                on=self._desk.snapshot.today,
            )
            made = ask_for(self._desk, self, view, "add a view of the issue", _FIELDS)
            if made is not None:
                self.lead_to(made.id)
        elif chosen:
            correct_record(self._desk, self, chosen.view)

    def add(self) -> None:
        """Asks where a member places the issue."""
        made = add_record(self._desk, self, SenseMaking, group_id=self._group_id, on=self._desk.snapshot.today)
        if made is not None:
            self.lead_to(made.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= _WIDE
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def _lay_out(self) -> None:
        self.view.setAccessibleName("Views of the issue, member by member")
        self._spread.setWordWrap(True)
        self.add_button.setProperty("small", True)
        self.header.addWidget(self.add_button)
        self._nothing = _empty(self.first)
        self._beside = QWidget()
        column = QVBoxLayout(self._beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addWidget(self.view)
        column.addWidget(self.foot)
        column.addStretch(1)
        both = QWidget()
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, both)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(3 * UNIT)
        self._box.addWidget(self.boxes, 1)
        self._box.addWidget(self._beside, 1)
        for part in (self._spread, self._silent, self._nothing):
            self.body.addWidget(part)
        self.body.addWidget(both, 1)

    def _connect(self) -> None:
        for button in (self.add_button, self.first):
            button.clicked.connect(self.add)
        self.foot.chosen.connect(self.press)
        self.view.key_typed.connect(self.press)
        self.view.opened.connect(lambda: self.press(_CORRECT))


def _columns() -> tuple[Column, ...]:
    return (
        Column("Member", lambda row: row.agency, _member, width=150, least=110, share=1),
        Column("Sees it as", lambda row: row.domain, _domain, width=120, least=96),
        Column("Why", lambda row: row.view.why, _why, width=170, least=100, share=3),
    )


def _member(row: SenseView) -> str:
    return row.agency or "No agency"


def _domain(row: SenseView) -> str:
    return row.domain.label


def _why(row: SenseView) -> str:
    return "\n".join(part for part in (" ".join(row.view.why.split()), row.moved_words) if part)


def _empty(button: QWidget) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2 * UNIT)
    words = label(_NOTHING, "quiet")
    words.setWordWrap(True)
    column.addWidget(words)
    row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
    row.addWidget(button)
    row.addStretch(1)
    column.addLayout(row)
    return whole
