"""The register of what left the office: what, when, to whom, what for."""

from datetime import UTC, datetime

from tracker.models.dates import shown
from tracker.models.records import Departure
from tracker.models.snapshot import Snapshot
from tracker.ui.cells import LinesDelegate
from tracker.ui.style import UNIT
from tracker.ui.table import RIGHT, Column, Table
from tracker.ui.table_card import TableCard
from tracker.ui.table_view import TableView
from tracker.ui.widgets import EmptyState

_NOTHING = "Nothing has left this office yet. Whatever is saved as a return, a brief or minutes is noted here."


class DeparturesCard(TableCard):
    """Newest first. An entry is written when something leaves, and cannot be changed."""

    def __init__(self) -> None:
        self.table = Table(_COLUMNS)
        view = TableView(self.table, "departures", 11 * UNIT)
        view.setItemDelegate(LinesDelegate(view))
        super().__init__("What left the office", view, EmptyState(_NOTHING))

    def show_departures(self, snapshot: Snapshot) -> None:
        """Shows the whole register."""
        never = datetime.min.replace(tzinfo=UTC)
        newest_first = sorted(snapshot.of(Departure), key=lambda left: (left.at or never, left.id), reverse=True)
        self.table.set_rows(newest_first)


def _when(left: Departure) -> datetime | None:
    return left.at.astimezone() if left.at else None


def _when_words(left: Departure) -> str:
    at = _when(left)
    return f"{shown(at.date())}, {at:%H:%M}" if at else ""


_COLUMNS = (
    Column("When", _when, _when_words, width=168, least=104),
    Column("What", lambda left: left.what, width=280, least=150, share=4, bold=True),
    Column("To whom", lambda left: left.to_whom, width=150, least=110, share=2),
    Column("What for", lambda left: left.purpose, width=130, least=110, share=1, drop=1),
    Column("Rows", lambda left: left.rows, align=RIGHT, width=64, least=56, drop=2),
    Column("File", lambda left: left.file_name, width=220, least=160, share=2, drop=3),
)
