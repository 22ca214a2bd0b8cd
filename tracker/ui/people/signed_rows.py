"""Facts under each other, each with a sign, what it is about, who, and since when: no colour stands alone."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from tracker.models.value import Value, value
from tracker.ui.parts.signs import Signs
from tracker.ui.style import NORMAL, SMALL, UNIT, font
from tracker.ui.widgets import Elided, label, set_tone

_ICON = 14
# The height of a row in pixels, as the room allows; from the middle one on the words are larger.
_LEAST, _ROOMY, _HIGHEST = 17, 24, 28
_TONE_SIGNS = {"danger": "circle-alert", "warning": "history", "good": "circle-check", "": "circle-check"}


@value
class Signed(Value):
    """One row. `tone` is "good", "warning", "danger" or "muted"; `note` stands right and is never cut."""

    about: str
    words: str
    note: str = ""
    tone: str = "good"
    tip: str = ""
    strong: bool = False


class SignedRows(QWidget):
    """As many rows as there is something to say, up to the number of places."""

    def __init__(self, places: int) -> None:
        super().__init__()
        self._signs = Signs()
        self._rows = [(QLabel(), Elided(), Elided(), label("")) for _ in range(places)]
        self._shown: tuple[Signed, ...] = ()
        self._grid = QGridLayout(self)
        self._line = 0
        self._lay_out()
        self._set_line(_LEAST)

    @property
    def rows(self) -> tuple[Signed, ...]:
        """What is shown."""
        return self._shown

    def show_rows(self, rows: Sequence[Signed], about_width: int = 0) -> None:
        """Shows other rows; those without a place are left out."""
        self._shown = tuple(rows)[: len(self._rows)]
        self._grid.setColumnMinimumWidth(1, about_width)
        for place, parts in enumerate(self._rows):
            row = self._shown[place] if place < len(self._shown) else None
            for part in parts:
                part.setVisible(row is not None)
            if row is not None:
                self._show(parts, row)
        self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_line(max(_LEAST, min(_HIGHEST, event.size().height() // len(self._rows))))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), _LEAST * len(self._rows))

    def _set_line(self, line: int) -> None:
        if line == self._line:
            return
        self._line = line
        for place, parts in enumerate(self._rows):
            self._grid.setRowMinimumHeight(place, line)
            for part in parts:
                part.setMaximumHeight(line)
        self._dress()

    def _dress(self) -> None:
        size = NORMAL if self._line >= _ROOMY else SMALL
        for row, (_, about, words, note) in zip(self._shown, self._rows, strict=False):
            about.setFont(font(size, QFont.Weight.DemiBold if row.strong else QFont.Weight.Normal))
            words.setFont(font(size))
            note.setFont(font(size))
            about.set_text(row.about)
            words.set_text(row.words)

    def _show(self, parts: tuple[QLabel, Elided, Elided, QLabel], row: Signed) -> None:
        sign, about, words, note = parts
        drawn = self._signs.drawn(_TONE_SIGNS.get(row.tone, "diamond"), row.tone)
        sign.setPixmap(drawn.pixmap(QSize(_ICON, _ICON)))
        note.setText(row.note)
        note.setVisible(bool(row.note))
        for part in (words, note):
            set_tone(part, row.tone if row.tone in ("danger", "warning") else "")
        for part in (about, words, note):
            part.setToolTip(row.tip or f"{row.about}: {row.words} {row.note}".rstrip())

    def _lay_out(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * UNIT)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(2, 1)
        for place, (sign, about, words, note) in enumerate(self._rows):
            end = QHBoxLayout()
            end.setSpacing(2 * UNIT)
            end.addWidget(words, 1)
            end.addWidget(note)
            self._grid.addWidget(sign, place, 0)
            self._grid.addWidget(about, place, 1)
            self._grid.addLayout(end, place, 2)
        self._grid.setRowStretch(len(self._rows), 1)
