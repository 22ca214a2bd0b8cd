"""The round that is chosen: what it suggests, its profile, and what was said to each question."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from tracker.models.assessment_taking import ratings_of
from tracker.models.figures.assessment.assessment_round import assessment_round
from tracker.models.figures.assessment.comparison import compared_with_before
from tracker.models.figures.assessment.health import health_round
from tracker.models.figures.assessment.rounds import RoundListed
from tracker.models.records.stage import Asked
from tracker.models.snapshot import Snapshot
from tracker.ui.assessment.profile_card import ProfileCard
from tracker.ui.assessment.questions_card import QuestionsCard
from tracker.ui.assessment.suggestion_card import SuggestionCard
from tracker.ui.style import UNIT

# From this width on the suggestion and the profile stand side by side.
_WIDE = 175 * UNIT
_QUESTIONS_HEIGHT = 84 * UNIT


class RoundView(QScrollArea):
    """What has no room is reached by scrolling. `key_typed` carries the letters typed in the table of questions."""

    key_typed = Signal(str, bool)

    def __init__(self, letters: str) -> None:
        super().__init__()
        self.suggestion = SuggestionCard()
        self.profile = ProfileCard()
        self.questions = QuestionsCard(letters)
        self._grid = QGridLayout()
        self._lay_out()
        self.questions.key_typed.connect(self.key_typed)

    def show_round(self, snapshot: Snapshot, listed: RoundListed) -> None:
        """Shows a round of signs, or of the health check."""
        assessment = listed.assessment
        ratings = ratings_of(snapshot, assessment.id)
        before = compared_with_before(snapshot, assessment)
        signs = assessment.asked is Asked.SIGNS
        self.suggestion.setVisible(signs)
        if signs:
            told = assessment_round(snapshot, assessment)
            self.suggestion.show_round(told, listed.judgement)
            self.profile.show_signs(told, before)
            self.questions.show_signs(told.splits_first, ratings, before)
        else:
            health = health_round(snapshot, assessment)
            self.profile.show_health(health, before)
            self.questions.show_health(health, ratings, before)
        # Before anybody has answered there is nothing to draw: the table says what begins it.
        self.profile.setVisible(listed.coverage.raters > 0)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """Side by side where there is room for both, else one under the other."""
        both = not self.suggestion.isHidden() and not self.profile.isHidden()
        wide = self.width() >= _WIDE and both
        self._grid.addWidget(self.suggestion, 0, 0, 1, 1 if wide else 2)
        if wide:
            self._grid.addWidget(self.profile, 0, 1)
        else:
            self._grid.addWidget(self.profile, 1, 0, 1, 2)
        self._grid.addWidget(self.questions, 2, 0, 1, 2)

    def _lay_out(self) -> None:
        self.setProperty("look", "page")
        self.setAccessibleName("The round that is chosen")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # What is in it takes the keyboard, and brings itself into view.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setProperty("look", "page")
        inside.setLayout(self._grid)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(3 * UNIT)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._grid.setRowStretch(2, 1)
        self.questions.setMinimumHeight(_QUESTIONS_HEIGHT)
        self.setWidget(inside)
        self._place()
