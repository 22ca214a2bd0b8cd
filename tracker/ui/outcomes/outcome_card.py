"""The chosen outcome told in full: how it stands, the story behind the curve, and the results that served it."""

from PySide6.QtWidgets import QSizePolicy

from tracker.models.dates import shown
from tracker.models.figures.outcome_board import OutcomeStanding
from tracker.models.figures.timeline_words import joined
from tracker.ui.parts.story_lines import StoryLines
from tracker.ui.style import UNIT
from tracker.ui.widgets import Card

_NO_STORY = "Nobody has said yet what moved it, or what holds it where it is: S does."


class OutcomeCard(Card):
    """Results are told and counted; their numbers stand under Victories."""

    def __init__(self) -> None:
        super().__init__("Story behind the curve")
        self._title.setWordWrap(True)
        self._title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.header.setStretch(0, 1)
        self.header.setStretch(1, 0)
        self._lines = StoryLines("The outcome, and the results that served it")
        self.body.setSpacing(UNIT)
        self.body.addWidget(self._lines, 1)

    @property
    def words(self) -> list[str]:
        """All that is told, line by line."""
        return [self._title.text(), *self._lines.words]

    def show_outcome(self, standing: OutcomeStanding) -> None:
        """Tells of an outcome."""
        outcome = standing.outcome
        story = " ".join(outcome.story.split())
        self.set_title(f"Story behind the curve: {standing.status_words.lower()}")
        told = (
            ("Story", story or _NO_STORY),
            ("For whom", joined(outcome.population, outcome.place)),
            ("Agencies", standing.agency_words),
        )
        # A result is some people's, an outcome a whole population's.
        served = f"{standing.results_words}{', not added up' if len(standing.results) > 1 else ''}"
        results = [(shown(each.on), " ".join(each.name.split())) for each in standing.results]
        lines = [(caption, words) for caption, words in told if words]
        if not results:
            lines.append(("Results", f"{standing.results_words} yet."))
        self._lines.show_parts([("", lines), (served, results)])
