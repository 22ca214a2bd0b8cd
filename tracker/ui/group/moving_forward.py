"""What helps the group on from the stage it is in (§7.2)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.models.figures.trajectory import Trajectory
from tracker.models.guidance.tactics import tactics_for
from tracker.models.records import Group
from tracker.ui.stage_badge import lane_word
from tracker.ui.style import UNIT
from tracker.ui.widgets import Card, Muted, label

_SOURCE = "After §7.2, in our words."
_NO_STAGE = "Judge together which stage the group is in: what helps at that stage then stands here (§7.2)."
_NOT_CLEAR = "The stage is not clear. Once the group has judged it, what helps at that stage stands here (§7.2)."


class MovingForward(Card):
    """The tactics that suit the stage; of a closed group, how it ended."""

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

    def show_trajectory(self, group: Group, trajectory: Trajectory) -> None:
        """Shows what suits the stage of the latest judgement."""
        now = trajectory.now
        stage = now.judgement.stage if now else None
        if trajectory.closed:
            self._fill("How it ended", [group.closed_because], "")
        elif stage is None or now is None:
            self._fill("Moving forward", [], _NOT_CLEAR if now else _NO_STAGE)
        else:
            where = "the crossover" if now.judgement.crossover else lane_word(now.lane)
            self._fill(f"Moving forward from {where}", [tactic.text for tactic in tactics_for(stage)], _SOURCE)

    def _fill(self, title: str, lines: list[str], note: str) -> None:
        self.set_title(title)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for line in lines:
            self._column.addWidget(_bulleted(line))
        self._lines.setProperty("lines", lines)


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
