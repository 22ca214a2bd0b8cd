"""Doing something with lessons: one step of the office each, said in the line on top of the page."""

from collections.abc import Sequence
from datetime import date

from tracker.models.figures.learning_board import LessonStanding
from tracker.models.lesson_changes import answered, carried_home
from tracker.models.mistake import Mistake
from tracker.models.records import Agency, Carrying
from tracker.models.records.review import TakenUp
from tracker.ui.desk import Desk
from tracker.ui.words import UNDO_HINT, count


class LessonDeeds:
    """What can be done. Each raises Mistake, with nothing changed, if it cannot be done."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def carry(self, rows: Sequence[LessonStanding], agency_id: str, to_whom: str, how: str, on: date) -> None:
        """They were carried to a home agency on that day."""
        office, snapshot = self._desk.office, self._desk.snapshot
        saves = [carried_home(snapshot, row.lesson, agency_id, to_whom, how, on, office.mint) for row in rows]
        name = "carry a lesson home" if len(saves) == 1 else f"carry {count(len(saves), 'lesson')} home"
        self._step(name, f"Carried to {snapshot.called(Agency, agency_id)}", saves)

    def answer(self, rows: Sequence[LessonStanding], answer: TakenUp, on: date) -> None:
        """What the home agencies did with them, wherever nothing was said of it yet."""
        waiting = [each for row in rows for each in row.unanswered]
        if not waiting:
            raise Mistake("Nothing waits for an answer here: carry it home with H first, or correct what was noted.")
        saves = [answered(each, answer, on, self._desk.snapshot.today) for each in waiting]
        what = "a lesson" if len(rows) == 1 else count(len(rows), "lesson")
        self._step(f"note {what} as {answer.label.lower()}", f"{answer.label} by {self._homes(saves)}", saves)

    def _step(self, name: str, done: str, saves: Sequence[Carrying]) -> None:
        with self._desk.office.step(name):
            self._desk.office.save(*saves)
        self._desk.said.emit(f"{done}. {UNDO_HINT}")

    def _homes(self, saves: Sequence[Carrying]) -> str:
        names = dict.fromkeys(self._desk.snapshot.called(Agency, each.agency_id) for each in saves)
        return ", ".join(names)
