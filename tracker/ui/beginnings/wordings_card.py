"""What the group is for, in its wordings: the present one first, each with why it was put so (§3.2)."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.models.dates import shown
from tracker.models.figures.purposes import Wording, purposes
from tracker.models.purpose_changes import corrected, reworded
from tracker.models.records.outlook import Purpose
from tracker.models.records.record import Record
from tracker.ui.desk import Desk
from tracker.ui.record_dialog import asked
from tracker.ui.style import UNIT
from tracker.ui.widgets import Card, Muted, label, link_button, quiet_button
from tracker.ui.words import UNDO_HINT

_NOTHING = "What the group is there to change, in a sentence that every agency can call its own (§3.2)."


class WordingsCard(Card):
    """R rewords; nothing of what stood before is lost."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("What it is for (§3.2)")
        self._desk = desk
        self._group_id = ""
        self._wordings: tuple[Wording, ...] = ()
        self.reword_button = quiet_button("Reword   R")
        self._lines = QWidget()
        self._column = QVBoxLayout(self._lines)
        self._lay_out()

    @property
    def words(self) -> list[str]:
        """All that is shown, line by line."""
        return list(self._lines.property("words") or [])

    def show_group(self, group_id: str) -> None:
        """Shows a group's wordings."""
        self._group_id = group_id
        self._wordings = purposes(self._desk.snapshot, group_id)
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for place, wording in enumerate(self._wordings):
            self._column.addWidget(self._box(wording, latest=not place))
        if not self._wordings:
            self._column.addWidget(Muted(_NOTHING))
        self.reword_button.setText("Reword   R" if self._wordings else "Put into words   R")
        self._lines.setProperty("words", [part for each in self._wordings for part in _told(each)] or [_NOTHING])

    def reword(self) -> None:
        """Asks for other words, and why."""
        snapshot, office = self._desk.snapshot, self._desk.office
        now = self._wordings[0].text if self._wordings else ""
        blank = Purpose(id=office.mint(), group_id=self._group_id, on=snapshot.today, text=now)

        def made(typed: Purpose) -> tuple[Record, ...]:
            on = typed.on or snapshot.today
            return reworded(self._desk.snapshot, self._group_id, typed.text, typed.why, on, office.mint)

        if self._asked(blank, "reword the purpose" if now else "put the purpose into words", made):
            self._desk.said.emit(f"The purpose is put into words; those before are kept. {UNDO_HINT}")

    def lead_to(self) -> None:
        """Gives the keyboard to the card."""
        self.reword_button.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_R and not event.modifiers():
            self.reword()
        else:
            super().keyPressEvent(event)

    def _correct(self, purpose: Purpose) -> None:
        """Puts a wording right; the group's own words go with the latest of them."""
        self._asked(purpose, "correct a wording of the purpose", lambda typed: corrected(self._desk.snapshot, typed))

    def _asked(self, purpose: Purpose, step: str, made: Callable[[Purpose], tuple[Record, ...]]) -> bool:
        """Asks for a wording and keeps what is made of it in one step; False if the person gave up."""
        # Forms are imported when the first one is opened.
        from tracker.ui.form import RecordForm
        from tracker.ui.form_dialog import FormDialog

        def keep(typed: Record) -> None:
            assert isinstance(typed, Purpose)
            with self._desk.office.step(step):
                self._desk.office.save(*made(typed))

        dialog = FormDialog(step.capitalize(), RecordForm(Purpose, self._desk.snapshot, purpose), keep, self)
        kept = asked(dialog)
        self.reword_button.setFocus()
        return kept is not None

    def _box(self, wording: Wording, *, latest: bool) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, UNIT)
        column.setSpacing(0)
        text = label(" ".join(wording.text.split()), "title" if latest else "")
        text.setWordWrap(True)
        column.addWidget(text)
        row = QHBoxLayout()
        row.setSpacing(2 * UNIT)
        row.addWidget(Muted(_since(wording)), 1)
        if (purpose := wording.purpose) is not None:
            correct = link_button("Correct")
            correct.setAccessibleName(f"Correct the wording since {shown(wording.on)}")
            correct.clicked.connect(lambda: self._correct(purpose))
            row.addWidget(correct, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        return whole

    def _lay_out(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(UNIT)
        self.reword_button.setProperty("small", True)
        self.reword_button.setToolTip("Other words for the purpose, and why (R)")
        self.reword_button.clicked.connect(self.reword)
        self.header.addWidget(self.reword_button)
        self.body.addWidget(self._lines)
        self.body.addStretch(1)


def _since(wording: Wording) -> str:
    day = f"Since {shown(wording.on)}: " if wording.on else ""
    return f"{day}{wording.said_why}"


def _told(wording: Wording) -> tuple[str, str]:
    return wording.text, _since(wording)
