"""The card of the connection ladder: how many are complete, the drawing, and what is missing in words (§6.1)."""

from PySide6.QtCore import Signal

from tracker.models.figures.ladder import Ladders
from tracker.ui.people.ladder_view import LadderView
from tracker.ui.style import UNIT
from tracker.ui.widgets import Card, Elided, label, set_tone

_QUESTION = "Connected at every level?"
_NOTHING = "At which levels each agency is connected stands here once somebody has a seat (§6.1)."


class LadderCard(Card):
    """L asks for the same facts as a list; what a rung holds is said below while the keyboard is on the drawing."""

    list_requested = Signal()
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__(_QUESTION)
        self.view = LadderView()
        self._nothing = label(_NOTHING, "quiet")
        self._nothing.setWordWrap(True)
        self._first, self._second = Elided("", "muted"), Elided("", "muted")
        self._remarks: tuple[str, ...] = ()
        self._lost = False
        self._lay_out()
        self.view.said.connect(self._say)
        self.view.left.connect(self._say_remarks)
        self.view.opened.connect(self.opened)
        self.view.list_requested.connect(self.list_requested)

    @property
    def title(self) -> str:
        """What stands on top: how many ladders are complete."""
        return self._title.text()

    @property
    def words(self) -> list[str]:
        """What is said below the drawing."""
        return [part.whole for part in (self._first, self._second) if part.whole]

    def show_ladders(self, ladders: Ladders) -> None:
        """Shows the ladders of a day."""
        self._remarks = ladders.brief_remarks
        # A chief executive lost from a complete ladder is in no remark: then none is coloured for it.
        self._lost = any(ladder.lost and not ladder.complete for ladder in ladders.ladders)
        self.set_title(ladders.words[:1].upper() + ladders.words[1:] if ladders.ladders else _QUESTION)
        self.view.setVisible(bool(ladders.ladders))
        self._nothing.setVisible(not ladders.ladders)
        self.view.show_ladders(ladders.ladders)
        if not self.view.hasFocus():
            self._say_remarks()

    def _lay_out(self) -> None:
        self.body.setContentsMargins(4 * UNIT, 2 * UNIT, 4 * UNIT, 2 * UNIT)
        self.body.setSpacing(UNIT)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self._nothing, 1)
        self.body.addWidget(self._first)
        self.body.addWidget(self._second)

    def _say(self, words: str) -> None:
        self._first.set_text(words)
        set_tone(self._first, "")
        self._second.set_text("Enter opens the agency · L lists all rungs")

    def _say_remarks(self) -> None:
        first, *others = self._remarks or ("",)
        self._first.set_text(first)
        set_tone(self._first, "danger" if self._lost else "")
        self._second.set_text(others[0] if len(others) == 1 else _more(len(others)))


def _more(number: int) -> str:
    return f"and {number:,} more remarks: L lists all rungs" if number else ""
