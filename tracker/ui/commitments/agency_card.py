"""Where there is room: what else the agency has promised, and how its promises went, quarter by quarter."""

from tracker.models.dates import shown
from tracker.models.figures.follow_through import by_quarter, follow_through
from tracker.models.figures.promises import promises
from tracker.models.records import Agency
from tracker.models.snapshot import Snapshot
from tracker.ui.commitments.kept_table import quarter_words
from tracker.ui.parts.story_lines import StoryLines
from tracker.ui.widgets import Card, Muted

_QUARTERS = 6


class AgencyCard(Card):
    """Counts over all groups, to talk about with the agency (§4.3)."""

    def __init__(self) -> None:
        super().__init__("The agency")
        self._counts = Muted()
        self._lines = StoryLines("What the agency has promised")
        self.body.addWidget(self._counts)
        self.body.addWidget(self._lines, 1)

    @property
    def words(self) -> list[str]:
        """All that is told, line by line."""
        return [self._counts.text(), *self._lines.words]

    def show_agency(self, snapshot: Snapshot, agency_id: str | None) -> None:
        """Tells of an agency; of nobody there is nothing to tell."""
        self.setVisible(bool(agency_id))
        if not agency_id:
            return
        self.set_title(f"{snapshot.called(Agency, agency_id)}, over all groups")
        self._counts.setText(follow_through(snapshot, agency_id=agency_id).words.capitalize())
        to_keep = [
            (shown(promise.commitment.due) or "no date", _line(promise.commitment.text))
            for promise in promises(snapshot, agency_id=agency_id, unsettled=True)
        ]
        due = [row for row in reversed(by_quarter(snapshot, agency_id=agency_id)) if row[1].fallen_due]
        quarters = [(quarter_words(quarter), counts.words) for quarter, counts in due[:_QUARTERS]]
        self._lines.show_parts([("Still to keep", to_keep), ("By the quarter in which they fell due", quarters)])


def _line(text: str) -> str:
    return " ".join(text.split())
