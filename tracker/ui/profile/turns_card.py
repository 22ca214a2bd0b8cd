"""What became of an agency: the names it had before, and what it took over or what took over from it."""

from collections.abc import Sequence

from tracker.models.agency_change import AgencyTurn
from tracker.models.records import Record
from tracker.ui.cells import LinesDelegate
from tracker.ui.style import UNIT
from tracker.ui.table import Column, Table
from tracker.ui.table_card import TableCard
from tracker.ui.table_view import TableView
from tracker.ui.widgets import EmptyState


class TurnsCard(TableCard):
    """The latest first. The card is there only for an agency that has changed."""

    def __init__(self) -> None:
        columns = (
            Column("What happened", lambda turn: turn.words, _words, width=220, least=150, share=4, bold=True),
            Column("From", lambda turn: turn.on, width=112, least=108),
        )
        table = Table(columns, lambda turn: str(turn.change.id), _behind)
        view = TableView(table, "agency-turns", 15 * UNIT)
        view.setItemDelegate(LinesDelegate(view))
        super().__init__("Names and successions", view, EmptyState("It has always had this name."))

    def show_turns(self, turns: Sequence[AgencyTurn]) -> None:
        """Shows what became of it; without anything the card goes."""
        self.view.table.set_rows(turns)
        self.setVisible(bool(turns))


def _words(turn: AgencyTurn) -> str:
    return f"{turn.words}\n{' '.join(turn.why.split())}" if turn.why else turn.words


def _behind(turn: AgencyTurn) -> tuple[Record, ...]:
    return (turn.change,)
