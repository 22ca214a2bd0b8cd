"""The Story side of a group's Overview: its figures and facts, and everything recorded as one timeline."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.models.dates import shown
from tracker.models.figures.group_summary import GroupSummary, group_summary
from tracker.models.figures.timeline import Entry, timeline
from tracker.models.records import Group
from tracker.ui.desk import Desk
from tracker.ui.group.facts import Facts, facts_of
from tracker.ui.page import Page
from tracker.ui.parts.leading import lead_to
from tracker.ui.parts.tiles import Tiles
from tracker.ui.parts.timeline_card import TimelineCard
from tracker.ui.place import Place
from tracker.ui.stage_badge import lane_word
from tracker.ui.style import UNIT
from tracker.ui.widgets import Stat
from tracker.ui.words import count

_WHAT_COUNTS = "What was delivered in 12 months and carries a value in dollars counts (§4.2)."
_LEAST_TILE = 36 * UNIT
# How wide each tile is beside the others: a date and an agency's name need more room than a count.
_WEIGHTS = [20, 18, 18, 15, 21, 20]


class StorySide(Page):
    """Nearly every kind of record shows here, so every change touches it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._group_id = ""
        self.stage = Stat("Stage")
        self.follow_through = Stat("Follow-through")
        self.open_commitments = Stat("Open commitments")
        self.victories = Stat("Little victories")
        self.meetings = Stat("Last meeting")
        self.largest_share = Stat("Largest share")
        self.facts = Facts()
        self.timeline_card = TimelineCard()
        self._lay_out()
        self.timeline_card.opened.connect(self._open)

    @property
    def heading(self) -> str:
        return "Story"

    def show_place(self, place: Place) -> None:
        self._group_id = place.group_id or self._group_id
        self.refill()

    def refill(self) -> None:
        snapshot = self.desk.snapshot
        group = snapshot.find(Group, self._group_id)
        if group is None:
            return
        self._show_figures(group_summary(snapshot, group.id))
        self.facts.show_facts(facts_of(snapshot, group))
        self.timeline_card.show_entries(timeline(snapshot, group.id))

    def take_focus(self) -> None:
        """Gives the keyboard to the timeline."""
        self.timeline_card.list.setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * UNIT)
        tiles: list[QWidget] = [self.stage, self.follow_through, self.open_commitments]
        tiles += [self.victories, self.meetings, self.largest_share]
        for tile in tiles:
            if (inner := tile.layout()) is not None:
                inner.setContentsMargins(3 * UNIT, 3 * UNIT, 3 * UNIT, 3 * UNIT)
        column.addWidget(Tiles(tiles, _WEIGHTS, _LEAST_TILE))
        row = QHBoxLayout()
        row.setSpacing(3 * UNIT)
        row.addWidget(self.facts, 2)
        row.addWidget(self.timeline_card, 5)
        column.addLayout(row, 1)

    def _show_figures(self, summary: GroupSummary) -> None:
        line = summary.trajectory
        if line.now:
            self.stage.show_figure(lane_word(summary.lane), f"for {count(summary.months, 'month')}")
        else:
            self.stage.show_figure("—", "not judged yet")
        follow = summary.follow_through
        renegotiated = f", {follow.renegotiated} renegotiated" if follow.renegotiated else " of those fallen due"
        if follow.fallen_due:
            self.follow_through.show_figure(f"{follow.kept} of {follow.fallen_due}", f"kept{renegotiated}")
        else:
            self.follow_through.show_figure("—", follow.words)
        overdue = f"{summary.overdue} overdue" if summary.overdue else "none overdue"
        self.open_commitments.show_figure(str(summary.open_commitments), overdue, "danger" if summary.overdue else "")
        self.victories.show_figure(str(summary.victories), "in 12 months", "good" if summary.victories else "")
        coming = f"next {shown(summary.next_meeting)}" if summary.next_meeting else "no next one set"
        closed = f"closed {shown(summary.group.closed_on)}" if line.closed else ""
        self.meetings.show_figure(shown(summary.last_meeting) or "—", closed or coming)
        if largest := summary.largest:
            self.largest_share.show_figure(largest.per_cent, largest.agency)
            self.largest_share.setToolTip(f"{largest.words}. {_WHAT_COUNTS}")
        else:
            self.largest_share.show_figure("—", summary.largest_share)
            self.largest_share.setToolTip(_WHAT_COUNTS)

    def _open(self, entry: Entry) -> None:
        lead_to(self.desk, self, entry.record, self._group_id)
