"""Doing something with a ball: one step of the office each, said in the line on top of the page."""

from datetime import date

from tracker.models.ball_changes import opened, passed_on, settled, taken_up
from tracker.models.mistake import Mistake
from tracker.models.promise_changes import refuse_day_to_come
from tracker.models.records import Agency, Ball, Record
from tracker.ui.desk import Desk
from tracker.ui.words import UNDO_HINT, in_quotes


class BallDeeds:
    """What can be done with balls. Each raises Mistake, with nothing changed, if it cannot be done."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def open(self, group_id: str, issue: str, agency_id: str | None, on: date) -> Ball:
        """A new issue, held by an agency or by nobody from that day."""
        self._refuse(on)
        ball, *handovers = opened(group_id, issue, agency_id, on, self._desk.office.mint)
        assert isinstance(ball, Ball)
        self._step("add a ball", f"Added: {in_quotes(issue)}", ball, *handovers)
        return ball

    def pass_on(self, ball: Ball, agency_id: str | None, on: date, note: str) -> None:
        """The ball goes to an agency, or to nobody."""
        self._refuse(on)
        ball = self._in_play(ball)
        to = self._desk.snapshot.called(Agency, agency_id) or "nobody"
        handover = passed_on(ball, agency_id, on, note, self._desk.office.mint)
        self._step("pass a ball on", f"Passed to {to}: {in_quotes(ball.issue)}", handover)

    def settle(self, ball: Ball, on: date) -> None:
        """The issue is settled."""
        self._refuse(on)
        ball = self._in_play(ball)
        self._step("settle a ball", f"Settled: {in_quotes(ball.issue)}", settled(ball, on))

    def take_up(self, ball: Ball) -> None:
        """A settled issue is open again."""
        self._step("open a ball again", f"Open again: {in_quotes(ball.issue)}", taken_up(ball))

    def _in_play(self, ball: Ball) -> Ball:
        """The ball as it stands now: a day may have been asked for while something else was done."""
        now = self._desk.snapshot.find(Ball, ball.id)
        if now is None or (now.closed_on and now.closed_on <= self._desk.snapshot.today):
            raise Mistake(f"{in_quotes(ball.issue)} is not in play any more: leave it, and choose again.")
        return now

    def _refuse(self, on: date) -> None:
        refuse_day_to_come(on, self._desk.snapshot.today)

    def _step(self, name: str, done: str, *saves: Record) -> None:
        with self._desk.office.step(name):
            self._desk.office.save(*saves)
        self._desk.said.emit(f"{done}. {UNDO_HINT}")
