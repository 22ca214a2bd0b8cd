"""The risk or barrier that is chosen, told in full."""

from tracker.models.dates import shown
from tracker.models.figures.risk_board import BoardRow
from tracker.models.figures.timeline_words import joined
from tracker.models.records import Meeting, Risk
from tracker.models.snapshot import Snapshot
from tracker.ui.context.risk_columns import told_words, whom_words
from tracker.ui.parts.story_card import StoryCard


class RiskCard(StoryCard):
    """Lies under the table where there is room for both."""

    def __init__(self) -> None:
        super().__init__("The risk", facts=3)
        self.lay(flat=True)

    def show_row(self, snapshot: Snapshot, row: BoardRow) -> None:
        """Tells of a row."""
        thing = row.thing
        told = told_words(row).replace("\n", " · ")
        over = f"closed {shown(thing.closed_on)}" if isinstance(thing, Risk) and thing.closed_on else ""
        sort = f"{row.kind} risk" if row.is_risk else f"Barrier: {row.kind.lower()}"
        on_whom = f"Falls on {whom_words(row)}" if row.is_risk else f"Asked of: {whom_words(row)}"
        meeting = snapshot.find(Meeting, thing.meeting_id) if isinstance(thing, Risk) else None
        facts = (
            (joined(sort, f"since {shown(row.since)}", over), ""),
            (on_whom, ""),
            (f"No-surprises note: {told}" if row.is_risk else told.capitalize(), "danger" if row.surprise else ""),
        )
        lines = [("What is done", row.response), ("Said at", f"the meeting of {shown(meeting.on)}" if meeting else "")]
        self.tell(" ".join(row.text.split()), facts, [(caption, words) for caption, words in lines if words])
