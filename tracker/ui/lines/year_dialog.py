"""A new year in one go, before it is kept: which lines go on as which, which claims move, and what is left."""

from collections.abc import Iterator

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from tracker.models.mistake import Mistake
from tracker.models.period import Period, period_of
from tracker.models.records import Line
from tracker.models.value import Value, value
from tracker.models.year_roll import RolledClaim, YearRoll, roll_year
from tracker.ui.cells import LinesDelegate
from tracker.ui.choosers import KeyedCombo
from tracker.ui.desk import Desk
from tracker.ui.moving.step_dialog import fitting
from tracker.ui.parts.headed_table import HeadedTable
from tracker.ui.parts.keyed_view import KeyedView
from tracker.ui.style import UNIT
from tracker.ui.table import Column
from tracker.ui.table_card import TableCard
from tracker.ui.widgets import Banner, EmptyState, Heading, Muted, label, primary_button, quiet_button
from tracker.ui.words import UNDO_HINT

_HEADING = "Go on into a new year"
_WIDTH, _HEIGHT = 250 * UNIT, 170 * UNIT
_ABOUT = (
    "Lines go on as the next year's by code and agency, else by name and Vote; links made by hand stay. Claims of "
    "results of the new year move to its lines, with all that was agreed; earlier ones stay where they are."
)
_NOTHING = "Nothing of this year is left to link or to carry across."


@value
class YearRow(Value):
    """One thing that happens, or that is left to people, under its heading."""

    id: str
    rank: int
    part: str
    what: str
    line: str
    goes: str
    why: str


class NewYearDialog(QDialog):
    """Nothing is kept until Go on; then all of it is, in one step."""

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.roll: YearRoll | None = None
        self.banner = Banner()
        self.year = KeyedCombo("Year", 28)
        self.table = HeadedTable(_COLUMNS, lambda row: str(row.id), lambda name, rows: f"{name}   {len(rows):,}")
        self.view = KeyedView(self.table, "", "")
        self.summary = Muted()
        self.close_it = quiet_button("&Close")
        self.keep = primary_button("&Go on")
        self._lay_out()
        self._connect()
        self.choose()
        self.year.setFocus()

    def choose(self) -> None:
        """Shows what it takes to go on in the chosen year."""
        self.banner.clear()
        self.roll = None
        try:
            self.roll = roll_year(self._desk.snapshot, int(self.year.key))
        except Mistake as mistake:
            self.banner.warn(mistake.sentence)
        self.table.set_rows(_rows(self.roll) if self.roll else ())
        self.view.choose_first()
        self.summary.setText(f"{self.roll.words}." if self.roll else "")
        self.keep.setEnabled(bool(self.roll and self.roll.records))

    def accept(self) -> None:
        if self.roll is None or not self.roll.records:
            return
        try:
            with self._desk.office.step("go on into a new year"):
                self._desk.office.save(*self.roll.records)
        except Mistake as mistake:
            self.banner.warn(mistake.sentence)
            return
        self._desk.said.emit(f"{self.roll.words}. {UNDO_HINT}")
        super().accept()

    def _lay_out(self) -> None:
        self.setWindowTitle(_HEADING)
        self.view.setItemDelegate(LinesDelegate(self.view))
        years = sorted({line.year_end for line in self._desk.snapshot.of(Line) if line.year_end})
        this = period_of(self._desk.snapshot.today).year_end
        offered = sorted({*years, this, this + 1, *([years[-1] + 1] if years else [])}, reverse=True)
        self.year.offer([(str(each), Period(each).label) for each in offered], str(years[-1] if years else this))
        self.table.set_part(lambda row: (row.rank, row.part))
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * UNIT, 4 * UNIT, 5 * UNIT, 4 * UNIT)
        column.setSpacing(3 * UNIT)
        column.addWidget(Heading(_HEADING))
        column.addWidget(Muted(_ABOUT))
        row = QHBoxLayout()
        row.setSpacing(2 * UNIT)
        caption = label("The new &year", "caption")
        caption.setBuddy(self.year)
        row.addWidget(caption)
        row.addWidget(self.year)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.banner)
        column.addWidget(TableCard("What would happen", self.view, EmptyState(_NOTHING)), 1)
        foot = QHBoxLayout()
        foot.setSpacing(2 * UNIT)
        foot.addWidget(self.summary, 1)
        foot.addWidget(self.close_it)
        foot.addWidget(self.keep)
        column.addLayout(foot)
        self.resize(fitting(self, _WIDTH, _HEIGHT))

    def _connect(self) -> None:
        self.year.currentIndexChanged.connect(self.choose)
        self.keep.setDefault(True)
        self.keep.setToolTip("Do all of it, as one step (Ctrl+Enter)")
        self.keep.clicked.connect(self.accept)
        self.close_it.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.accept)


def _rows(roll: YearRoll) -> Iterator[YearRow]:
    parts = (
        (0, "Claims without a line to go to: map them by hand", roll.without),
        (1, "Claims that move", roll.carried),
        (3, "Lines at hand for the next result of their kind", roll.again),
    )
    for rank, part, claims in parts:
        for each in claims:
            yield YearRow(f"{rank} {each.id}", rank, part, each.words, _named(each.line), _goes(each), "")
    for line in roll.ended:
        words = f"{line.administering_agency}"
        yield YearRow(
            f"2 {line.id}", 2, "Lines with claims that go on as none: link them (S)", words, _named(line), "", ""
        )
    for offer in roll.offers:
        part = "Lines that go on"
        yield YearRow(
            f"4 {offer.id}",
            4,
            part,
            offer.line.administering_agency,
            _named(offer.line),
            _named(offer.successor),
            offer.why,
        )


def _named(line: Line) -> str:
    return f"{line.code} {line.shown_name}"


def _goes(claim: RolledClaim) -> str:
    return _named(claim.successor) if claim.successor else ""


_COLUMNS = (
    Column("What", lambda row: row.what, width=240, least=150, share=2, tip=lambda row: row.what),
    Column("Line", lambda row: row.line, width=220, least=140, share=2, tip=lambda row: row.line),
    Column("Goes on as", lambda row: row.goes, width=220, least=140, share=2, tip=lambda row: row.goes),
    Column("Found by", lambda row: row.why, width=200, least=120, share=1, drop=1, tone=lambda row: "muted"),
)
