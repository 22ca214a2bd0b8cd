"""Doing something with risks and barriers: one step of the office each, said in the line on top of the page."""

from collections.abc import Sequence
from datetime import date

from tracker.models.figures.risk_board import BoardRow
from tracker.models.records import Agency, Barrier, Record, Risk
from tracker.models.risk_changes import asked_above, closed, open_question, opened_again, settled, told
from tracker.ui.desk import Desk
from tracker.ui.words import UNDO_HINT, count, in_quotes


class RiskDeeds:
    """What can be done. Each raises Mistake, with nothing changed, if it cannot be done."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def tell(self, risks: Sequence[Risk], on: date, whom: str) -> None:
        """The note was given; without words for whom, to each agency on which a risk falls."""
        snapshot = self._desk.snapshot
        given = [
            told(risk, on, whom or risk.told_whom or snapshot.called(Agency, risk.agency_id), snapshot.today)
            for risk in risks
        ]
        to = f" to {given[0].told_whom}" if len(given) == 1 else ""
        self._step("give a no-surprises note", f"Note given{to}", *given)

    def ask(self, barriers: Sequence[Barrier], whom: str) -> None:
        """The question was taken to somebody above the group."""
        self._step("ask above about a barrier", "Asked above", *(asked_above(barrier, whom) for barrier in barriers))

    def close(self, rows: Sequence[BoardRow], on: date) -> None:
        """Risks are over since that day; barriers are settled."""
        today = self._desk.snapshot.today
        saves = [
            closed(row.thing, on, today) if isinstance(row.thing, Risk) else settled(row.thing)
            for row in rows
            if row.open
        ]
        self._step(f"close {_several(saves)}", "Closed" if rows[0].is_risk else "Settled", *saves)

    def open_again(self, rows: Sequence[BoardRow]) -> None:
        """They stand again."""
        saves = [
            opened_again(row.thing) if isinstance(row.thing, Risk) else open_question(row.thing)
            for row in rows
            if not row.open
        ]
        self._step(f"open {_several(saves)} again", "Open again", *saves)

    def _step(self, name: str, done: str, *saves: Risk | Barrier) -> None:
        kept: Sequence[Record] = saves
        with self._desk.office.step(name):
            self._desk.office.save(*kept)
        self._desk.said.emit(f"{done}: {_named(saves)}. {UNDO_HINT}")


def _several(things: Sequence[Risk | Barrier]) -> str:
    if len(things) == 1:
        return f"a {things[0].noun}"
    kinds = {type(thing) for thing in things}
    return f"{len(things):,} {things[0].nouns}" if len(kinds) == 1 else f"{len(things):,} risks and barriers"


def _named(things: Sequence[Risk | Barrier]) -> str:
    return in_quotes(things[0].text) if len(things) == 1 else count(len(things), "entry", "entries")
