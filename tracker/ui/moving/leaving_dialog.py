"""What if somebody leaves: all that would go with them, before it happens. Nothing is noted by looking."""

from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from tracker.models.leaving import Leaving, handover_parts, what_if_leaves
from tracker.models.mistake import Mistake
from tracker.models.records import Group, Person
from tracker.models.transfer_rows import groups_of
from tracker.models.value import Value, value
from tracker.ui.cells import LinesDelegate
from tracker.ui.choosers import DayEdit, KeyedCombo
from tracker.ui.desk import Desk
from tracker.ui.moving.step_dialog import captioned, fitting, given_day, opened
from tracker.ui.parts.headed_table import HeadedTable
from tracker.ui.parts.keyed_view import KeyedView
from tracker.ui.parts.tiles import Tiles
from tracker.ui.style import UNIT
from tracker.ui.table import Column
from tracker.ui.table_card import TableCard
from tracker.ui.widgets import Banner, EmptyState, Heading, Stat, label, primary_button, quiet_button
from tracker.ui.words import count

_WIDTH, _HEIGHT = 220 * UNIT, 190 * UNIT
_ALL = "all"
_PAUSE_MS = 150
_ROW = 11 * UNIT


@value
class LostLine(Value):
    """One line of what goes: of which group, which stands in that place, what sort of thing, and which."""

    id: str
    place: int
    group: str
    sort: str
    what: str


class LeavingDialog(QDialog):
    """Another day or another group shows at once. The buttons lead on: to the page, and to the handing over."""

    def __init__(self, desk: Desk, parent: QWidget | None, person_id: str, group_id: str = "") -> None:
        """`group_id` "" looks at all groups."""
        super().__init__(parent)
        self.desk = desk
        self._person = desk.snapshot.one(Person, person_id)
        self._group_id = group_id
        self.banner = Banner()
        self.last_day = DayEdit("Last day", desk.snapshot, desk.snapshot.today)
        self.where = KeyedCombo("From which groups")
        self.summary = label("", "title")
        self.promises, self.roles = Stat("Open promises"), Stat("Roles left empty")
        self.rungs, self.sole = Stat("Rungs lost"), Stat("Agencies with nobody")
        self.view = KeyedView(HeadedTable(_COLUMNS, lambda row: str(row.id), lambda name, rows: name), "", "", _ROW)
        self.page = quiet_button("Handover &page…", icon_name="file-text")
        self.transfer = primary_button("&Hand over a seat…")
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE_MS)
        self.setWindowTitle(f"What if {self._person.name} leaves")
        self._offer_groups()
        self._lay_out()
        self._connect()
        self.refresh()

    @property
    def leaving(self) -> Leaving:
        """What would go. Raises Mistake for a day that cannot be read."""
        return what_if_leaves(self.desk.snapshot, self._person.id, given_day(self.last_day), self._chosen_group or None)

    def refresh(self) -> None:
        """Shows what goes with the day and the groups that are given."""
        self._soon.stop()
        try:
            leaving = self.leaving
        except Mistake as mistake:
            self.banner.warn(mistake.sentence)
            return
        self.banner.clear_warning()
        self.summary.setText(leaving.words)
        self._show_figures(leaving)
        self._show_lines(leaving)
        self.page.setEnabled(bool(leaving.groups))
        self.transfer.setEnabled(any(loss.seats or loss.roles for loss in leaving.groups))

    def open_page(self) -> None:
        """Shows the handover page for the day and the groups."""
        from tracker.ui.printing.handover_dialog import HandoverDialog

        if (on := self._day()) is not None:
            opened(HandoverDialog(self.desk, self, self._person.id, on, self._chosen_group))

    def open_transfer(self) -> None:
        """Hands the seat over on that day; afterwards there is nothing left to ask here."""
        from tracker.ui.moving.transfer_dialog import TransferDialog

        if (on := self._day()) is not None:
            dialog = TransferDialog(self.desk, self, self._chosen_group, self._person.id)
            dialog.last_day.set_day(on)
            dialog.refresh()
            if opened(dialog):
                self.accept()

    @property
    def _chosen_group(self) -> str:
        return "" if self.where.key == _ALL else self.where.key

    def _day(self) -> date | None:
        """The day; None, with a sentence, if it cannot be read."""
        try:
            return given_day(self.last_day)
        except Mistake as mistake:
            self.banner.warn(mistake.sentence)
            return None

    def _offer_groups(self) -> None:
        snapshot = self.desk.snapshot
        options = [(group.id, group.called) for group in groups_of(snapshot, self._person.id)]
        if self._group_id and self._group_id not in dict(options):
            options.insert(0, (self._group_id, snapshot.called(Group, self._group_id)))
        self.where.offer([(_ALL, "All groups"), *options], self._group_id or _ALL)

    def _show_figures(self, leaving: Leaving) -> None:
        for tile, number, note in (
            (self.promises, leaving.promises, f"{leaving.overdue} overdue"),
            (self.roles, leaving.empty_roles, f"of {leaving.roles} held"),
            (self.rungs, leaving.rungs, "nobody else at that level" if leaving.rungs else "of the ladders (§6.1)"),
            (self.sole, leaving.sole_seats, f"of {count(leaving.seats, 'seat')}"),
        ):
            tile.show_figure(str(number), note, "warning" if number else "")

    def _show_lines(self, leaving: Leaving) -> None:
        order = {loss.group: place for place, loss in enumerate(leaving.groups)}
        lines = [
            LostLine(f"{place} {number}", order[part.group], part.group, part.heading, text)
            for place, part in enumerate(handover_parts(self.desk.snapshot, leaving))
            for number, text in enumerate(part.lines)
        ]
        self.view.table.set_rows(lines)
        self.view.choose_first()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * UNIT, 4 * UNIT, 5 * UNIT, 4 * UNIT)
        column.setSpacing(3 * UNIT)
        column.addWidget(Heading(f"What if {self._person.name} leaves"))
        column.addWidget(self.banner)
        row = QHBoxLayout()
        row.setSpacing(4 * UNIT)
        row.addWidget(captioned("La&st day", self.last_day), 1)
        row.addWidget(captioned("&From", self.where), 2)
        column.addLayout(row)
        self.summary.setWordWrap(True)
        column.addWidget(self.summary)
        tiles: list[QWidget] = [self.promises, self.roles, self.rungs, self.sole]
        column.addWidget(Tiles(tiles, [1, 1, 1, 1], 44 * UNIT))
        self.view.setItemDelegate(LinesDelegate(self.view))
        self.view.setSortingEnabled(False)
        self.view.headed.set_part(lambda row: (row.place, row.group))
        nothing = EmptyState("Nothing goes with them: no seat, no role and no open promise on that day.")
        column.addWidget(TableCard("What goes with them", self.view, nothing), 1)
        column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2 * UNIT)
        row.addWidget(label("Nothing is noted by looking.", "muted"))
        row.addStretch(1)
        close = quiet_button("Close")
        close.clicked.connect(self.reject)
        self.page.setToolTip("See the handover page, to print it or save it as PDF (Ctrl+P)")
        self.transfer.setToolTip("Hand the seat over, with roles and promises (Ctrl+Enter)")
        for button in (close, self.page, self.transfer):
            row.addWidget(button)
        return row

    def _connect(self) -> None:
        self._soon.timeout.connect(self.refresh)
        self.last_day.textChanged.connect(self._soon.start)
        self.where.currentIndexChanged.connect(self.refresh)
        self.page.clicked.connect(self.open_page)
        self.transfer.clicked.connect(self.open_transfer)
        QShortcut(QKeySequence("Ctrl+P"), self, self.page.click)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.transfer.click)
        self.resize(fitting(self, _WIDTH, _HEIGHT))


def _lines(row: LostLine) -> str:
    first, *rest = row.what.split(" · ", 1)
    return "\n".join([first, *rest])


_COLUMNS: tuple[Column, ...] = (
    Column("What it is", lambda row: row.sort, width=210, least=140, share=1, tone=lambda row: "muted"),
    Column("Which", lambda row: row.what, _lines, width=420, least=220, share=4),
)
