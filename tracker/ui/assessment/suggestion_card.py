"""What a round suggests and why: it suggests, and people decide (§7.2)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from tracker.models.dates import shown
from tracker.models.figures.assessment.assessment_round import AssessmentRound
from tracker.models.figures.handout_words import to_words
from tracker.models.records import StageJudgement
from tracker.ui.assessment.told_lines import ToldLines
from tracker.ui.stage_badge import StageBadge
from tracker.ui.style import UNIT
from tracker.ui.widgets import Card, Muted, label, primary_button

_DECIDE = "It suggests; people decide (§7.2)."
_TICK = "–"
_JUDGE, _CORRECT = "Judge the stage", "Correct the judgement"


class SuggestionCard(Card):
    """The suggestion in a clause, its reasons with their figures, what they cannot tell, and what was judged on it."""

    def __init__(self) -> None:
        super().__init__("What it suggests")
        self.judge = primary_button(_JUDGE, icon_name="flag")
        self.judge.setToolTip("Opens the judgement that rests on this round (J)")
        self._badge = StageBadge()
        self._said = label("", "title")
        self._coverage = label("", "quiet")
        self._judged = label("")
        self._reasons = ToldLines()
        self._limits = Muted()
        self._lay_out()

    @property
    def words(self) -> list[str]:
        """All that is told, line by line."""
        told = [
            self._said.text(),
            self._coverage.text(),
            *self._reasons.words,
            self._limits.text(),
            self._judged.text(),
        ]
        return [line for line in told if line]

    def show_round(self, told: AssessmentRound, judgement: StageJudgement | None) -> None:
        """Shows a round of signs, and the judgement that rests on it."""
        suggested = told.suggestion
        self._badge.set_lane(suggested.lane)
        self._badge.setVisible(suggested.lane is not None)
        # The pill says the stage's word; a clause that says no more would say it twice.
        self._said.setText(suggested.words[:1].upper() + suggested.words[1:])
        self._said.setVisible(suggested.stage is None)
        self._coverage.setText(f"{told.coverage.words[:1].upper()}{told.coverage.words[1:]}.")
        reasons = [(_TICK, reason) for reason in suggested.reasons]
        self._reasons.show_parts([("Why", reasons)])
        self.judge.setEnabled(told.coverage.raters > 0)
        self._limits.setText(" ".join(told.limits))
        self._limits.setVisible(bool(told.limits) and told.coverage.raters > 0)
        self._show_judgement(judgement)

    def _show_judgement(self, judgement: StageJudgement | None) -> None:
        word = _CORRECT if judgement else _JUDGE
        self.judge.setText(f" {word}")
        self.judge.setAccessibleName(word)
        if judgement is None:
            self._judged.setText(_DECIDE)
            return
        because = f" It differs: {judgement.differs_because}" if judgement.differs_because else ""
        by = to_words(judgement.judged_by)
        self._judged.setText(f"Judged on {shown(judgement.on)} by {by}: {judgement.title}.{because}")

    def _lay_out(self) -> None:
        self.header.addWidget(self.judge)
        row = QHBoxLayout()
        row.setSpacing(2 * UNIT)
        row.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._said, 1)
        row.addStretch(0)
        for part in (self._said, self._coverage, self._judged):
            part.setWordWrap(True)
        self.body.addLayout(row)
        self.body.addWidget(self._coverage)
        self.body.addWidget(self._reasons)
        self.body.addWidget(self._limits)
        self.body.addWidget(self._judged)
        self.body.addStretch(1)
