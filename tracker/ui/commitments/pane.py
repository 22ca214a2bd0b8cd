"""Commitments of a group or of all: the promises, the balls, and how promises are kept, one side at a time."""

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from tracker.models.dates import shown
from tracker.models.figures.ball_standing import ball_standings
from tracker.models.figures.promises import still_to_keep
from tracker.models.records import Agency, Ball, Commitment, DueChange, Group, Handover, Meeting, Membership, Person
from tracker.ui.commitments.balls_view import BallsView
from tracker.ui.commitments.follow_through_view import FollowThroughView
from tracker.ui.commitments.promises_view import PromisesView
from tracker.ui.desk import Desk
from tracker.ui.page import Page
from tracker.ui.place import Place
from tracker.ui.style import UNIT
from tracker.ui.widgets import Elided, Heading, quiet_button
from tracker.ui.words import count


class CommitmentsPane(Page):
    """Shows one of three sides; each is filled when it is seen. Over all groups it stands under its heading."""

    kinds = frozenset({Commitment, DueChange, Ball, Handover, Agency, Person, Group, Membership, Meeting})

    def __init__(self, desk: Desk, *, over_all: bool) -> None:
        super().__init__(desk)
        self._group_id = ""
        self.promises = PromisesView(desk, with_group=over_all)
        self.balls = BallsView(desk, with_group=over_all)
        self.follow_through = FollowThroughView(desk)
        self._sides = (self.promises, self.balls, self.follow_through)
        self.buttons = [quiet_button(words) for words in ("&Promises", "B&alls", "Follow-&through")]
        self._stack = QStackedWidget()
        self._summary = Elided("", "muted")
        self._lay_out(over_all=over_all)
        self.promises.meeting_requested.connect(self._go_to_meeting)
        self.balls.meeting_requested.connect(self._go_to_meeting)

    @property
    def heading(self) -> str:
        return "Commitments"

    @property
    def summary(self) -> str:
        """What is left to keep, and who holds no ball."""
        return self._summary.whole

    def show_place(self, place: Place) -> None:
        self._group_id = place.group_id
        self.refill()
        if place.record_id:
            for side in (self.promises, self.balls):
                if self._leads_to(side, place):
                    return

    def refill(self) -> None:
        self._summary.set_text(self._summed_up())
        self._sides[self._stack.currentIndex()].show_group(self._group_id)

    def show_side(self, side: QWidget) -> None:
        """Turns to one of the sides."""
        place = self._sides.index(side)
        self.buttons[place].setChecked(True)
        self._stack.setCurrentIndex(place)
        self.refill()

    def take_focus(self) -> None:
        """Gives the keyboard to the table in view, so that its keys work at once."""
        self._sides[self._stack.currentIndex()].view.setFocus()

    def _leads_to(self, side: PromisesView | BallsView, place: Place) -> bool:
        side.show_group(place.group_id)
        if not side.lead_to(place.record_id):
            return False
        self.show_side(side)
        return True

    def _lay_out(self, *, over_all: bool) -> None:
        row = QHBoxLayout()
        row.setSpacing(2 * UNIT)
        if over_all:
            row.addWidget(Heading(self.heading))
            row.addStretch(1)
        choice = QButtonGroup(self)
        for place, button in enumerate(self.buttons):
            button.setCheckable(True)
            choice.addButton(button, place)
            row.addWidget(button)
        self.buttons[0].setChecked(True)
        choice.idClicked.connect(self._turn)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * UNIT)
        column.addLayout(row)
        if over_all:
            column.addWidget(self._summary)
        else:
            row.addSpacing(2 * UNIT)
            row.addWidget(self._summary, 1)
        for side in self._sides:
            self._stack.addWidget(side)
        column.addWidget(self._stack, 1)

    def _turn(self, place: int) -> None:
        self.show_side(self._sides[place])
        self.take_focus()

    def _summed_up(self) -> str:
        snapshot, group_id = self.desk.snapshot, self._group_id or None
        unsettled, overdue = still_to_keep(snapshot, group_id)
        balls = ball_standings(snapshot, group_id)
        dropped = sum(ball.dropped for ball in balls)
        parts = (
            f"{count(unsettled, 'promise')} to keep, {overdue:,} overdue",
            f"{count(len(balls), 'ball')} in play, {dropped:,} held by nobody" if balls else "",
            # Beside the buttons of one group there is no room for the day as well.
            "" if group_id else f"as at {shown(snapshot.today)}",
        )
        return " · ".join(part for part in parts if part)

    def _go_to_meeting(self, group_id: str, meeting_id: str) -> None:
        self.desk.go(Place("group", group_id, "meetings", meeting_id))
