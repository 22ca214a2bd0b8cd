"""Making a tactic a commitment, and saying whether it helped: one step of the office each."""

from collections.abc import Sequence
from datetime import date

from tracker.models.dates import shown
from tracker.models.figures.forward import TacticPromise
from tracker.models.forward_changes import made_promise, said_whether_helped
from tracker.models.guidance.tactics import Tactic
from tracker.models.records.commitment import Commitment, Helped
from tracker.ui.desk import Desk
from tracker.ui.words import UNDO_HINT, count, in_quotes


class ForwardDeeds:
    """What can be done with tactics and their promises. Raises Mistake, with nothing changed, if it cannot be."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def promise(self, group_id: str, tactic: Tactic, text: str, owner: str, due: date) -> Commitment:
        """Makes it a commitment; `owner` is an agency and a person with a slash between, either may be empty."""
        office = self._desk.office
        agency_id, _, person_id = owner.partition("/")
        made = made_promise(self._desk.snapshot, group_id, tactic, text, (agency_id, person_id), due, office.mint)
        with office.step("make a tactic a commitment"):
            office.save(made)
        self._desk.said.emit(f"A commitment, due {shown(due)}: {in_quotes(made.text)}. {UNDO_HINT}")
        return made

    def say_helped(self, rows: Sequence[TacticPromise], helped: Helped | None, on: date, note: str = "") -> None:
        """Says of promises whether they helped; with None takes that back."""
        snapshot = self._desk.snapshot
        found = (snapshot.find(Commitment, row.id) for row in rows)
        saves = [said_whether_helped(promise, helped, on, note) for promise in found if promise]
        with self._desk.office.step("say whether it helped"):
            self._desk.office.save(*saves)
        word = helped.label if helped else "Not said any more whether it helped"
        self._desk.said.emit(f"{word}: {named(rows)}. {UNDO_HINT}")


def named(rows: Sequence[TacticPromise]) -> str:
    """One promise by its words, several by their count."""
    return in_quotes(rows[0].promise.commitment.text) if len(rows) == 1 else count(len(rows), "promise")
