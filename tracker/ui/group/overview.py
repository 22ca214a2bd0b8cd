"""A group's Overview tab: its story with the figures and facts, and its context."""

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from tracker.models.dates import shown
from tracker.models.figures.context_gaps import context
from tracker.models.figures.group_summary import GroupSummary, group_summary
from tracker.models.figures.timeline import Entry, timeline
from tracker.models.records import Group
from tracker.ui.desk import Desk
from tracker.ui.group.context import ContextSide
from tracker.ui.group.facts import Facts, facts_of
from tracker.ui.page import Page
from tracker.ui.parts.leading import lead_to
from tracker.ui.parts.tiles import Tiles
from tracker.ui.parts.timeline_card import TimelineCard
from tracker.ui.place import Place
from tracker.ui.stage_badge import lane_word
from tracker.ui.style import UNIT
from tracker.ui.widgets import Elided, Stat, quiet_button
from tracker.ui.words import count

_WHAT_COUNTS = "What was delivered in 12 months and carries a value in dollars counts (§4.2)."
_LEAST_TILE = 36 * UNIT
# How wide each tile is beside the others: a date and an agency's name need more room than a count.
_WEIGHTS = [20, 18, 18, 15, 21, 20]


class OverviewTab(Page):
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
        self.context = ContextSide(desk)
        self.buttons = [quiet_button(words) for words in ("&Story", "Conte&xt")]
        self._stack = QStackedWidget()
        self._summary = Elided("", "muted")
        self._lay_out()
        self.timeline_card.opened.connect(self._open)

    @property
    def heading(self) -> str:
        return "Overview"

    def show_place(self, place: Place) -> None:
        if place.group_id and place.group_id != self._group_id:
            self._group_id = place.group_id
            self._turn(0)
        self.refill()
        if place.record_id and self.context.leads_to(place.record_id):
            self._turn(1)
            self.context.lead_to(place.record_id)

    def refill(self) -> None:
        group = self.desk.snapshot.find(Group, self._group_id)
        if group is None:
            return
        if self._stack.currentIndex():
            self.context.show_group(group.id)
            self._summary.set_text(self.context.words)
        else:
            self._show_story(group)

    def show_context(self) -> None:
        """Turns to the context and gives it the keyboard."""
        self._turn(1)
        self.context.take_focus()

    def _show_story(self, group: Group) -> None:
        snapshot = self.desk.snapshot
        self._show_figures(group_summary(snapshot, group.id))
        self.facts.show_facts(facts_of(snapshot, group))
        self.timeline_card.show_entries(timeline(snapshot, group.id))
        self._summary.set_text(f"Context: {context(snapshot, group.id).words}")

    def _turn(self, side: int) -> None:
        self.buttons[side].setChecked(True)
        self._stack.setCurrentIndex(side)
        self.refill()

    def _choose(self, side: int) -> None:
        if side:
            self.show_context()
        else:
            self._turn(0)
            self.timeline_card.list.setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * UNIT)
        sides = QHBoxLayout()
        sides.setSpacing(2 * UNIT)
        choice = QButtonGroup(self)
        for place, button in enumerate(self.buttons):
            button.setCheckable(True)
            choice.addButton(button, place)
            sides.addWidget(button)
        self.buttons[0].setChecked(True)
        choice.idClicked.connect(self._choose)
        sides.addSpacing(2 * UNIT)
        sides.addWidget(self._summary, 1)
        column.addLayout(sides)
        self._stack.addWidget(self._story())
        self._stack.addWidget(self.context)
        column.addWidget(self._stack, 1)

    def _story(self) -> QWidget:
        """The figures over the facts and the timeline."""
        whole = QWidget()
        column = QVBoxLayout(whole)
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
        return whole

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
