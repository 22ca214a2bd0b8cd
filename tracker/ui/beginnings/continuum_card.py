"""How closely the group works (§1.2): its place now, where it means to be, and how it came there."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from tracker.models.figures.continuum import ContinuumStep, continuum
from tracker.models.guidance.closeness import CLOSENESS
from tracker.models.mistake import Mistake
from tracker.models.records.outlook import Closeness, ContinuumPlace
from tracker.ui.beginnings.continuum_picture import ContinuumPicture
from tracker.ui.beginnings.snug_view import SnugView
from tracker.ui.choosers import DayEdit
from tracker.ui.desk import Desk
from tracker.ui.parts.asking import Asking
from tracker.ui.parts.foot_row import FootRow
from tracker.ui.parts.headed_table import HeadedTable
from tracker.ui.record_dialog import correct_record
from tracker.ui.style import UNIT
from tracker.ui.table import Column
from tracker.ui.widgets import Card, Muted, label
from tracker.ui.words import UNDO_HINT

_HERE, _MEANT, _CORRECT = "P", "T", "Enter"
_OFFERS = (
    (_HERE, "The group is here", "At the place that the arrow keys are on: asks since when, and why"),
    (_MEANT, "Means to be here", "Where the group means to be: the place that the arrow keys are on"),
)
_NOTHING = "Choose a place with the arrow keys; P says that the group is there, T that it means to be."
_KEYS = {Qt.Key.Key_P: _HERE, Qt.Key.Key_T: _MEANT}


class ContinuumCard(Card):
    """The picture, the gap in words, and the history as a list, in which Enter corrects."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("How closely it works (§1.2)")
        self._desk = desk
        self._group_id = ""
        self.picture = ContinuumPicture()
        self._gap = label("", "title")
        self._place = Muted()
        self._places = Muted("\n".join(f"{each.closeness.label}: {each.text}" for each in CLOSENESS))
        self.table = HeadedTable(_columns(), lambda row: str(row.id), lambda name, rows: name)
        self.view = SnugView(self.table, _HERE + _MEANT, 11 * UNIT, most=6)
        self.foot = FootRow(_OFFERS)
        self.asking = Asking()
        self._lay_out()
        self._connect()

    @property
    def words(self) -> str:
        """The gap between where the group is and where it means to be."""
        return self._gap.text()

    def show_group(self, group_id: str) -> None:
        """Shows a group's places on the continuum."""
        if group_id != self._group_id:
            self.asking.leave()
        self._group_id = group_id
        found = continuum(self._desk.snapshot, group_id)
        self.picture.show_continuum(found)
        self._gap.setText(found.words or _NOTHING)
        self.table.set_rows(found.steps)
        self.view.choose_first()
        self.view.setVisible(bool(found.steps))
        # While nothing is noted, all places are told below.
        self._place.setVisible(bool(found.steps))
        self._places.setVisible(not found.steps)
        self._tell(self.picture.words)

    def lead_to(self, identity: str) -> None:
        """Chooses a place in the history."""
        self.view.choose(identity)
        self.view.setFocus()

    def press(self, key: str, other_day: bool = False) -> None:
        """Says, of the place that the arrow keys are on, that the group is there or means to be."""
        closeness, target = self.picture.closeness, key == _MEANT
        snapshot = self._desk.snapshot
        day = DayEdit("The day", snapshot, snapshot.today, past=True)
        self.asking.ask(
            f"{'Means to be' if target else 'Is at'}: {closeness.label}",
            "Means to be here" if target else "The group is here",
            [("on", "Since", day), ("why", "What shows it" if not target else "Why", QLineEdit())],
            lambda given: self._keep(closeness, target, given["on"], given["why"]),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = _KEYS.get(Qt.Key(event.key()))
        if key and self.picture.hasFocus() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self.press(key)
        else:
            super().keyPressEvent(event)

    def _keep(self, closeness: Closeness, target: bool, on: date, why: str) -> None:
        if on > self._desk.snapshot.today:
            raise Mistake("That day is still to come: give the day since which it is so.")
        place = ContinuumPlace(
            id=self._desk.office.mint(), group_id=self._group_id, on=on, closeness=closeness, target=target, why=why
        )
        with self._desk.office.step("note how closely the group works"):
            self._desk.office.save(place)
        where = "Means to be at" if target else "Noted as"
        self._desk.said.emit(f"{where} {closeness.label.lower()}. {UNDO_HINT}")

    def _correct(self) -> None:
        step: ContinuumStep | None = self.view.chosen_row
        if step:
            correct_record(self._desk, self, step.place)

    def _tell(self, words: str) -> None:
        self._place.setText(words or self.picture.words)

    def _lay_out(self) -> None:
        self.view.setAccessibleName("Places on the continuum, newest first")
        self._gap.setWordWrap(True)
        for part in (self._gap, self.picture, self._place, self.foot, self.asking, self.view, self._places):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.picture.said.connect(self._tell)
        self.picture.opened.connect(lambda place: self.press(_HERE))
        self.foot.chosen.connect(self.press)
        self.view.key_typed.connect(self.press)
        self.view.opened.connect(self._correct)
        self.asking.closed.connect(self.picture.setFocus)


def _columns() -> tuple[Column, ...]:
    return (
        Column("Since", lambda row: row.on, width=112, least=108),
        Column("Place", lambda row: row.closeness, _place_words, width=150, least=130, share=1),
        Column("Why", lambda row: row.why, width=170, least=90, share=3),
    )


def _place_words(row: ContinuumStep) -> str:
    return f"{row.closeness.label}\nwhere it means to be" if row.target else row.closeness.label
