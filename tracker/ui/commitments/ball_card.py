"""The ball that is chosen: its chain of handovers, oldest first."""

from PySide6.QtCore import Signal

from tracker.models.dates import shown
from tracker.models.figures.ball_standing import BallStanding
from tracker.models.records import Agency, Group, Handover
from tracker.models.snapshot import Snapshot
from tracker.ui.parts.story_card import StoryCard
from tracker.ui.widgets import link_button
from tracker.ui.words import count


class BallCard(StoryCard):
    """`meeting_requested` carries the meeting of the last handover, `handover_requested` asks to put it right."""

    meeting_requested = Signal(str)
    handover_requested = Signal()

    def __init__(self) -> None:
        super().__init__("The ball", facts=2)
        self._meeting_id = ""
        self.correct = link_button("Correct the last handover", "pencil")
        self.correct.clicked.connect(self.handover_requested)
        self.meeting = link_button("Open the meeting", "calendar")
        self.meeting.clicked.connect(self._ask_for_meeting)
        for button in (self.correct, self.meeting):
            self.add_link(button)

    def show_ball(self, snapshot: Snapshot, ball: BallStanding | None) -> None:
        """Tells of a ball; while none is chosen the card is away."""
        self.setVisible(ball is not None)
        if ball is None:
            return
        last = ball.passed[-1] if ball.passed else None
        self._meeting_id = (last.meeting_id or "") if last else ""
        self.meeting.setVisible(bool(self._meeting_id))
        self.correct.setVisible(last is not None)
        held, tone = _held(ball)
        self.tell(
            ball.ball.issue,
            ((held, tone), (f"One agency at a time holds the ball (§4.2) · {_group(snapshot, ball)}", "")),
            [
                (shown(ball.ball.opened_on), "Opened"),
                *((shown(one.on), _words(snapshot, one)) for one in ball.passed),
                *(((shown(ball.ball.closed_on), "Settled"),) if not ball.open else ()),
            ],
        )

    def _ask_for_meeting(self) -> None:
        self.meeting_requested.emit(self._meeting_id)


def _held(ball: BallStanding) -> tuple[str, str]:
    days = count(ball.days, "day")
    if not ball.open:
        return f"Settled on {shown(ball.ball.closed_on)}", "good"
    if ball.dropped:
        return f"Nobody holds it since {shown(ball.since)}, {days}: pass it to somebody", "danger"
    return f"{ball.holder} holds it since {shown(ball.since)}, {days}", ""


def _group(snapshot: Snapshot, ball: BallStanding) -> str:
    return snapshot.called(Group, ball.ball.group_id)


def _words(snapshot: Snapshot, handover: Handover) -> str:
    holder = snapshot.called(Agency, handover.agency_id)
    passed = f"To {holder}" if holder else "Put down: nobody took it"
    return f"{passed}. {handover.note}" if handover.note else passed
