"""What is still open in a group when it meets: promises to be kept, and who holds which ball."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from tracker.models.figures.ball_standing import BallStanding, ball_standings
from tracker.models.figures.promises import Promise, promises
from tracker.models.item_words import due_words
from tracker.models.snapshot import Snapshot
from tracker.ui.style import UNIT
from tracker.ui.widgets import Card, label
from tracker.ui.words import count

_NOTHING = "Nothing is open from before."
_MOST = 40


class StillOpen(Card):
    """Beside the lines where the window is wide: it is read, and takes no keyboard."""

    def __init__(self) -> None:
        super().__init__("Still open from before")
        self._shown: tuple[Snapshot, str] | None = None
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setProperty("look", "page")
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName("Still open from before")
        self.body.addWidget(self._scroll, 1)

    def show_group(self, snapshot: Snapshot, group_id: str) -> None:
        """Shows what is open in one group as the records stand."""
        if self._shown is not None and self._shown[0] is snapshot and self._shown[1] == group_id:
            return
        self._shown = (snapshot, group_id)
        sheet = QWidget()
        sheet.setProperty("look", "page")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 2 * UNIT, 0)
        column.setSpacing(0)
        found = _promise_labels(promises(snapshot, group_id=group_id, unsettled=True))
        found += _ball_labels(ball_standings(snapshot, group_id))
        for widget in found or [_words(_NOTHING, "muted")]:
            column.addWidget(widget)
        column.addStretch(1)
        self._scroll.setWidget(sheet)


def _promise_labels(open_promises: Sequence[Promise]) -> list[QLabel]:
    if not open_promises:
        return []
    made = [label(count(len(open_promises), "promise"), "caption")]
    for promise in open_promises[:_MOST]:
        late = promise.days is not None and promise.days < 0
        due = promise.commitment.due
        by = f"by {due_words(due)}" if due else "no due date"
        who = promise.agency or promise.person or "nobody named"
        made += _pair(
            promise.commitment.text, f"{who} · {by}" + (" · overdue" if late else ""), "danger" if late else ""
        )
    return made


def _ball_labels(balls: Sequence[BallStanding]) -> list[QLabel]:
    if not balls:
        return []
    made = [label(count(len(balls), "ball"), "caption")]
    for ball in balls[:_MOST]:
        words = f"held by {ball.holder} for {count(ball.days, 'day')}" if ball.holder else "held by nobody"
        made += _pair(ball.ball.issue, words, "" if ball.holder else "warning")
    return made


def _pair(text: str, beside: str, tone: str) -> list[QLabel]:
    """A thing in its own words, and under it whose it is."""
    under = _words(beside, "muted", tone)
    under.setContentsMargins(0, 0, 0, 2 * UNIT)
    return [_words(text), under]


def _words(text: str, look: str = "", tone: str = "") -> QLabel:
    made = label(text, look, tone)
    made.setWordWrap(True)
    return made
