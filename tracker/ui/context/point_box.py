"""One question of a group's context: a sign and a word for where it stands, what is noted, and why it is asked."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from tracker.models.figures.context_gaps import ContextPoint, ContextState
from tracker.models.guidance.context_help import ContextHelp
from tracker.ui.icons import icon
from tracker.ui.style import UNIT, current
from tracker.ui.widgets import Muted, label, link_button, set_tone

# The tone and the drawn sign of each state; a question that has waited too long is said in the tone of danger.
_LOOKS = {
    ContextState.NOTED: ("good", "circle-check"),
    ContextState.IN_PART: ("warning", "circle-help"),
    ContextState.MISSING: ("warning", "circle-alert"),
    ContextState.NOTHING_DUE: ("good", "circle-check"),
}
_SIGN, _INDENT = 4 * UNIT, 6 * UNIT


class PointBox(QFrame):
    """`chosen` carries the question's key when its button is pressed."""

    chosen = Signal(str)

    def __init__(self, help: ContextHelp) -> None:
        super().__init__()
        self.setProperty("look", "page")
        self._help = help
        self._look = ("", "")
        self._sign = QLabel()
        self._title = label(f"{help.title} (§{help.section})", "title")
        self._said = label("")
        self._note = label("", "quiet")
        self._why = Muted(help.text)
        self._next = Muted(help.next_step)
        self.button = link_button("Note")
        self._lay_out()

    @property
    def words(self) -> list[str]:
        """All that is shown, line by line."""
        shown = (self._title, self._said, self._note, self._why, self._next)
        return [part.text() for part in shown if not part.isHidden()]

    def show_point(self, point: ContextPoint) -> None:
        """Shows where the question stands."""
        tone, sign = _LOOKS[point.state]
        self._look = ("danger" if point.pressing else tone, sign)
        self._draw_sign()
        # What is open says so itself; what is not has the word beside the sign.
        word = "" if point.open or point.said.startswith(point.state.label) else f"{point.state.label}: "
        self._said.setText(f"{word}{point.said[:1].lower()}{point.said[1:]}" if word else point.said)
        set_tone(self._said, self._look[0] if point.open else "")
        self._note.setText(point.note)
        self._note.setVisible(bool(point.note))
        self._next.setVisible(point.open)
        self._name_button(point)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_sign()

    def _name_button(self, point: ContextPoint) -> None:
        word = "See the risk" if not point.field else "Note" if point.state is ContextState.MISSING else "Correct"
        self.button.setText(word)
        self.button.setAccessibleName(f"{word}: {self._help.title}")
        self.button.setVisible(bool(point.field or point.leads))

    def _draw_sign(self) -> None:
        tone, sign = self._look
        if sign:
            self._sign.setPixmap(icon(sign, getattr(current(), tone)).pixmap(_SIGN, _SIGN))

    def _lay_out(self) -> None:
        self.button.clicked.connect(lambda: self.chosen.emit(self._help.key))
        for part in (self._title, self._said, self._note):
            part.setWordWrap(True)
        top = QHBoxLayout()
        top.setSpacing(2 * UNIT)
        top.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._title, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addLayout(top)
        for part in (self._said, self._note, self._why, self._next):
            part.setContentsMargins(_INDENT, 0, 0, 0)
            column.addWidget(part)
        foot = QHBoxLayout()
        # The words of the button stand under the words above it.
        foot.setContentsMargins(_INDENT - UNIT, 0, 0, 0)
        foot.addWidget(self.button)
        foot.addStretch(1)
        column.addLayout(foot)
