"""What helps the group on from the stage it is in (§7.2), each in one step a commitment."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from tracker.models.dates import shown
from tracker.models.figures.forward import suited_stages
from tracker.models.figures.promises import Promise
from tracker.models.figures.trajectory import Trajectory
from tracker.models.guidance.tactics import Tactic, tactics_for
from tracker.models.records import Group
from tracker.ui.stage_badge import lane_word
from tracker.ui.style import UNIT
from tracker.ui.widgets import Card, Muted, label, link_button

# From this width on words and link stand side by side.
_BESIDE = 100 * UNIT
_SOURCE = "After §7.2, in our words."
_NO_STAGE = "Judge together which stage the group is in: what helps at that stage then stands here (§7.2)."
_NOT_CLEAR = "The stage is not clear. Once the group has judged it, what helps at that stage stands here (§7.2)."


class MovingForward(Card):
    """The tactics that suit the stage; of a closed group, how it ended.

    `commitment_requested` carries the key of a tactic that is to become a commitment.
    """

    commitment_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__("Moving forward")
        self._lines = QWidget()
        self._note = Muted("")
        self._column = QVBoxLayout(self._lines)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(UNIT)
        self.body.addWidget(self._lines)
        self.body.addWidget(self._note)
        self.body.addStretch(1)

    @property
    def lines(self) -> list[str]:
        """What is advised."""
        return self._lines.property("lines") or []

    def show_trajectory(
        self, group: Group, trajectory: Trajectory, under_way: Mapping[str, Promise] | None = None
    ) -> None:
        """Shows what suits the stage of the latest judgement; `under_way` are promises of tactics, by their keys."""
        now = trajectory.now
        if trajectory.closed:
            self._begin("How it ended", [group.closed_because], "")
            self._column.addWidget(_bulleted(group.closed_because))
            return
        if now is None or now.lane is None:
            self._begin("Moving forward", [], _NOT_CLEAR if now else _NO_STAGE)
            return
        where = "the crossover" if now.judgement.crossover else lane_word(now.lane)
        tactics = [tactic for stage in suited_stages(now.lane) for tactic in tactics_for(stage)]
        self._begin(f"Moving forward from {where}", [tactic.text for tactic in tactics], _SOURCE)
        for tactic in tactics:
            self._column.addWidget(self._tactic(tactic, (under_way or {}).get(tactic.key)))

    def _begin(self, title: str, lines: Sequence[str], note: str) -> None:
        self.set_title(title)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._lines.setProperty("lines", list(lines))

    def _tactic(self, tactic: Tactic, promise: Promise | None) -> QWidget:
        if promise is not None:
            due = promise.commitment.due
            return TacticLine(tactic.text, Muted(f"promised, due {shown(due)}" if due else "promised"))
        link = link_button("make it a commitment")
        link.setAccessibleName(f"Make it a commitment: {tactic.text}")
        link.clicked.connect(partial(self.commitment_requested.emit, tactic.key))
        return TacticLine(tactic.text, link)


class TacticLine(QWidget):
    """A tactic, and what has come of it or can: beside it where there is room, else below it."""

    def __init__(self, text: str, beside: QWidget) -> None:
        super().__init__()
        words = label(text)
        words.setWordWrap(True)
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addWidget(words, 1)
        self._box.addWidget(beside, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * UNIT)
        row.addWidget(label("•", "quiet"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._box, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= _BESIDE
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)


def _bulleted(text: str) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(2 * UNIT)
    words = label(text)
    words.setWordWrap(True)
    row.addWidget(label("•", "quiet"), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    return line
