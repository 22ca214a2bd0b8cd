"""Doing something with contributions: one step of the office each, said in the line on top of the page."""

from collections.abc import Sequence
from datetime import date

from tracker.models.dates import shown
from tracker.models.figures.contribution_lines import ContributionLine
from tracker.models.mistake import Mistake
from tracker.models.records import Contribution
from tracker.models.resource_changes import delivered
from tracker.ui.desk import Desk
from tracker.ui.words import UNDO_HINT, count, in_quotes


class ContributionDeeds:
    """What can be done with contributions. Raises Mistake, with nothing changed, if it cannot be done."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def deliver(self, lines: Sequence[ContributionLine], on: date) -> None:
        """They came on that day."""
        snapshot = self._desk.snapshot
        # As they stand now: a day may have been asked for while something else was done.
        now = [found for line in lines if (found := snapshot.find(Contribution, line.id))]
        if not now:
            raise Mistake(f"{named(lines)} is not there any more: leave it, and choose again.")
        saves = [delivered(contribution, on, snapshot.today) for contribution in now]
        name = "deliver a contribution" if len(saves) == 1 else f"deliver {count(len(saves), 'contribution')}"
        with self._desk.office.step(name):
            self._desk.office.save(*saves)
        when = "today" if on == snapshot.today else f"on {shown(on)}"
        self._desk.said.emit(f"Delivered {when}: {named(lines)}. {UNDO_HINT}")


def named(lines: Sequence[ContributionLine]) -> str:
    """One contribution by its words, several by their count."""
    return in_quotes(lines[0].contribution.title) if len(lines) == 1 else count(len(lines), "contribution")
