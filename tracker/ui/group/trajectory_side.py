"""The Trajectory side of a group's life cycle: its line, the history of its stages, and what helps it on (§7.2)."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from tracker.models.dates import shown
from tracker.models.figures.forward import under_way
from tracker.models.figures.self_profile import SelfProfile, latest_profile
from tracker.models.figures.trajectory import trajectory
from tracker.models.records import (
    Agency,
    Assessment,
    Commitment,
    Event,
    Group,
    Meeting,
    Membership,
    Person,
    Rating,
    Record,
    Result,
    Review,
    StageJudgement,
)
from tracker.ui.desk import Desk
from tracker.ui.group.corrections import corrections
from tracker.ui.group.moving_forward import MovingForward
from tracker.ui.group.profile_bars import ProfileBars
from tracker.ui.group.stage_history import StageHistory
from tracker.ui.page import Page
from tracker.ui.parts.leading import lead_to
from tracker.ui.place import Place
from tracker.ui.plots.trajectory_card import TrajectoryCard
from tracker.ui.record_dialog import add_record
from tracker.ui.style import UNIT
from tracker.ui.widgets import Card, Muted, link_button

_WIDE = 230 * UNIT


class TrajectorySide(Page):
    """The table and the words stand at once; the plot follows as soon as it can be drawn."""

    kinds = frozenset(
        {
            Group,
            StageJudgement,
            Assessment,
            Rating,
            Result,
            Review,
            Event,
            Meeting,
            Membership,
            Agency,
            Person,
            Commitment,
        }
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._group_id = ""
        self.trajectory_card = TrajectoryCard()
        self.history = StageHistory()
        self.moving_forward = MovingForward()
        self.profile_card = Card("Self-assessment")
        self._bars = ProfileBars()
        self._coverage = Muted("")
        self._whole_round = link_button("Open")
        self._lay_out()
        self._connect()

    @property
    def heading(self) -> str:
        return "Trajectory"

    def show_place(self, place: Place) -> None:
        self._group_id = place.group_id or self._group_id
        self.refill()
        if place.record_id:
            self.history.view.choose(place.record_id)

    def refill(self) -> None:
        snapshot = self.desk.snapshot
        group = snapshot.find(Group, self._group_id)
        if group is None:
            return
        line = trajectory(snapshot, group.id)
        self.history.show_trajectory(line, lambda judgement: corrections(self.desk.office, judgement))
        self.moving_forward.show_trajectory(group, line, under_way(snapshot, group.id))
        self._show_profile(latest_profile(snapshot, group.id))
        self.trajectory_card.show_trajectory(line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_right_side()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("look", "page")
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(3 * UNIT)
        self.profile_card.header.addWidget(self._whole_round)
        self.profile_card.body.addWidget(self._coverage)
        self.profile_card.body.addWidget(self._bars)
        self.profile_card.body.addStretch(1)
        self.history.setMinimumHeight(64 * UNIT)
        self._grid.addWidget(self.trajectory_card, 0, 0, 1, 3)
        self._grid.addWidget(self.history, 1, 0, 2, 1)
        # What is left over goes to the picture.
        self._grid.setRowStretch(0, 1)
        self._place_right_side()
        area = QScrollArea()
        area.setProperty("look", "page")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        # What is in it takes the keyboard, and brings itself into view.
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _place_right_side(self) -> None:
        """In a wide window the self-assessment stands beside what helps, in a narrow one under it."""
        wide = self.width() >= _WIDE
        beside = self.profile_card.isVisibleTo(self) and wide
        row, column = (1, 2) if wide else (2, 1)
        self._grid.addWidget(self.moving_forward, 1, 1, 2 if beside or wide else 1, 1 if beside else 2)
        self._grid.addWidget(self.profile_card, row, column, 2 if wide else 1, 1 if wide else 2)
        for place, share in enumerate((49, 28, 23) if beside else (3, 1, 1)):
            self._grid.setColumnStretch(place, share)

    def _connect(self) -> None:
        self.trajectory_card.record_requested.connect(self._lead_to)
        self.trajectory_card.mistaken.connect(self.desk.mistaken)
        self.trajectory_card.said.connect(self.desk.said)
        self.trajectory_card.first.clicked.connect(lambda: self._add(StageJudgement))
        self.history.opened.connect(self._lead_to)
        self.moving_forward.commitment_requested.connect(self._make_commitment)
        self._whole_round.clicked.connect(self._show_round)
        self.history.add_requested.connect(self._add)

    def _show_profile(self, profile: SelfProfile | None) -> None:
        self.profile_card.setVisible(profile is not None)
        if profile is not None:
            self.profile_card.set_title(f"Self-assessment, {shown(profile.assessment.on)}")
            self._coverage.setText(
                f"{profile.coverage}. A dot is one agency, unnamed; the bar is the mean over agencies."
            )
            self._bars.show_profile(profile)
        self._place_right_side()

    def _show_round(self) -> None:
        """Leads to the whole of the self-assessment."""
        profile = latest_profile(self.desk.snapshot, self._group_id)
        if profile is not None:
            self.desk.go(Place("group", self._group_id, "life-cycle/assessment", profile.assessment.id))

    def _make_commitment(self, key: str) -> None:
        """Leads to the tactic, where it is asked who does it and by when."""
        self.desk.go(Place("group", self._group_id, "life-cycle/forward", key))

    def _lead_to(self, record: Record) -> None:
        if isinstance(record, StageJudgement):
            self.history.choose(record)
        lead_to(self.desk, self, record, self._group_id)

    def _add(self, kind: type[Record]) -> None:
        if kind is StageJudgement:
            from tracker.ui.assessment.judging import judge_anew

            if (made := judge_anew(self.desk, self, self._group_id)) is not None:
                self.history.choose(made)
            return
        fields: dict[str, Any] = {"group_id": self._group_id, "on": self.desk.office.today}
        add_record(self.desk, self, kind, **fields)
