"""Two people, or two agencies, that were typed twice become one; in one step that undo takes back whole."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLineEdit, QPushButton, QWidget

from tracker.models.likely_twins import Twin, about_words, likely_twins
from tracker.models.merging import Merging, merging
from tracker.models.mistake import Mistake
from tracker.models.records import Agency, Person
from tracker.ui.cells import LinesDelegate
from tracker.ui.desk import Desk
from tracker.ui.moving.step_dialog import StepDialog
from tracker.ui.place import Place
from tracker.ui.style import UNIT
from tracker.ui.table import Column, Table
from tracker.ui.table_view import TableView
from tracker.ui.widgets import Card, Elided, label, quiet_button

_ROW = 11 * UNIT
_LEAST_HEIGHT = 9 * UNIT + 4 * _ROW


class MergeDialog(StepDialog):
    """The likeliest come first; words narrow the list. `kept` is chosen with two keys, and the words say what goes."""

    def __init__(self, desk: Desk, parent: QWidget | None, kind: type[Agency | Person], identity: str) -> None:
        self._record: Agency | Person = desk.snapshot.one(kind, identity)
        super().__init__(desk, parent, f"Same as another: {self._record.name}", "&Make one of two")
        self.search = _Search()
        self.view = TableView(Table(_COLUMNS), row_height=_ROW)
        self.keep_this, self.keep_other = quiet_button("Keep &1"), quiet_button("Keep &2")
        self._this, self._other = Elided(), Elided()
        self._about = label("", "muted")
        self._lay_out_inputs()
        self.view.table.set_rows(likely_twins(desk.snapshot, self._record))
        likely = [twin for twin in self.view.table.rows if twin.likely]
        self._hint(len(likely))
        if likely:
            self.view.choose(likely[0].id)
        self._connect()
        self.refresh()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def merging(self) -> Merging:
        """What would happen. Raises Mistake if nobody is chosen, or if the two cannot be one."""
        twin = self.view.chosen_row
        if not isinstance(twin, Twin):
            raise Mistake(f"Choose the other {self._record.noun} that was typed for the same one.")
        kept, gone = self._record, twin.record
        if self.keep_other.isChecked():
            kept, gone = gone, kept
        return merging(self.desk.snapshot, kept, gone)

    def words(self) -> tuple[str, ...]:
        self._name_both()
        return self.merging.words

    def keep(self) -> str:
        found = self.merging
        noun = self._record.nouns if isinstance(self._record, Agency) else "people"
        self.do(f"make one of two {noun}", found.saves, found.removes)
        if found.gone.id == self._record.id:
            # Whose page this is goes: it leads on to the one that stays.
            self.desk.go(Place(self._record.noun, record_id=found.kept.id))
        return f"“{found.gone.name}” is now “{found.kept.name}”."

    def _lay_out_inputs(self) -> None:
        self.search.setPlaceholderText("Type a part of the name, the post or the agency")
        self.search.setClearButtonEnabled(True)
        self.ask("The &other one", self.search, wide=True)
        self.view.setItemDelegate(LinesDelegate(self.view))
        self.view.setSortingEnabled(False)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setMinimumHeight(_LEAST_HEIGHT)
        self.view.setAccessibleName("Those that may be the same, the likeliest first")
        self.search.going_to = self.view
        card = Card()
        card.body.addWidget(self._about)
        card.body.addWidget(self.view)
        self.body.addWidget(card, 1)
        keeps = Card("Which of the two is kept")
        group = QButtonGroup(self)
        for button, words in ((self.keep_this, self._this), (self.keep_other, self._other)):
            button.setCheckable(True)
            group.addButton(button)
            row = QHBoxLayout()
            row.setSpacing(2 * UNIT)
            row.addWidget(button)
            row.addWidget(words, 1)
            keeps.body.addLayout(row)
        self.keep_this.setChecked(True)
        self.body.addWidget(keeps)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._narrow)
        self.view.chosen.connect(self.refresh)
        self.keep_other.toggled.connect(self.refresh)

    def _hint(self, likely: int) -> None:
        nouns = "agencies" if isinstance(self._record, Agency) else "people"
        alike = "1 of them reads alike, and stands" if likely == 1 else f"{likely:,} of them read alike, and stand"
        found = f"{alike} first." if likely else "None of them reads alike."
        self._about.setText(f"{len(self.view.table.rows):,} other {nouns}. {found}")

    def _narrow(self, text: str) -> None:
        self.view.table.set_filter(text)
        if self.view.chosen_row is None and self.view.table.rows and text.strip():
            self.view.choose(self.view.table.key_at(self.view.table.index(0, 0)))
        self.refresh()

    def _name_both(self) -> None:
        """The two with what tells them apart, beside the two buttons, and which of them stays."""
        twin, other = self.view.chosen_row, self.keep_other.isChecked()
        own = about_words(self.desk.snapshot, self._record)
        self._tell(self.keep_this, self._this, f"{self._record.name} ({own})", kept=not other)
        found = isinstance(twin, Twin)
        words = f"{twin.record.name} ({twin.about})" if isinstance(twin, Twin) else "the other one"
        self._tell(self.keep_other, self._other, words, kept=other)
        self.keep_other.setEnabled(found)

    def _tell(self, button: QPushButton, line: Elided, words: str, *, kept: bool) -> None:
        line.set_text(f"{'Stays' if kept else 'Goes'}: {words}")
        button.setAccessibleName(f"Keep {words}")


class _Search(QLineEdit):
    """Up and Down walk through the list while the words are typed."""

    going_to: TableView | None = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Up, Qt.Key.Key_Down) or self.going_to is None:
            super().keyPressEvent(event)
            return
        view = self.going_to
        rows = len(view.table.rows)
        here = view.currentIndex().row() if view.chosen_row is not None else -1
        there = here + (1 if event.key() == Qt.Key.Key_Down else -1)
        if rows:
            view.choose(view.table.key_at(view.table.index(min(max(there, 0), rows - 1), 0)))


def _name_lines(twin: Twin) -> str:
    return f"{twin.record.name}\n{twin.about}"


_COLUMNS = (
    Column("Name", lambda twin: twin.record.name, _name_lines, width=300, least=180, share=3, bold=True),
    Column("Why it may be the same", lambda twin: twin.why, width=150, least=140, share=1),
)
