"""Every kind of resource in its own unit, agency by agency: a column a kind, and never a total over kinds."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import Any

from tracker.models.figures.balance import AgencyBalance
from tracker.models.figures.resource_shares import ResourceShare
from tracker.models.figures.share_words import per_cent
from tracker.models.figures.timeline_words import number
from tracker.models.records.record import Record
from tracker.models.value import Value, value
from tracker.ui.table import RIGHT, Column, Table
from tracker.ui.words import count

_AGENCY_WIDTH = 190


@value
class KindsRow(Value):
    """One agency, or all of them where `agency_id` is "", with every kind that was delivered."""

    agency_id: str
    called: str
    kinds: tuple[ResourceShare, ...]


class KindsTable(Table):
    """Its columns are the kinds and units that were delivered in the period."""

    def __init__(self, behind: Callable[[Any], Iterable[Record]]) -> None:
        super().__init__((Column("Agency", lambda row: row.called),), lambda row: str(row.agency_id), behind)

    def show_kinds(self, rows: Sequence[AgencyBalance], kinds: tuple[ResourceShare, ...]) -> None:
        """Shows other amounts; a row for all stands below the agencies."""
        told = [KindsRow(row.id, row.called, kinds) for row in rows]
        self.beginResetModel()
        self.columns = (
            Column("Agency", lambda row: row.called, width=_AGENCY_WIDTH, least=150, share=2, bold=True),
            *(_column(place, kind) for place, kind in enumerate(kinds)),
        )
        self._all = [*told, KindsRow("", "All of them", kinds)] if told and kinds else []
        self._arrange()
        self.endResetModel()


def kind_words(row: KindsRow, kind: ResourceShare) -> str:
    """Customs: 270,000 NZD, 100% · 1 entry; of all, what stands behind the column."""
    if not row.agency_id:
        return f"{kind.heading}: {kind.words}"
    entries = count(kind.entries.get(row.agency_id, 0), "entry", "entries")
    share = per_cent(kind.share(row.agency_id))
    amount = f"{_amount(row, kind)} {kind.unit}, {share} · " if kind.unit and share else ""
    return f"{row.called}, {kind.heading}: {amount}{entries}"


def _column(place: int, kind: ResourceShare) -> Column:
    heading = f"{kind.kind.label}\n{kind.unit or 'entries'}"
    widest = max(len(part) for part in heading.split("\n"))
    width = max(80, 20 + 7 * widest)
    return Column(
        heading,
        lambda row: _value(row, row.kinds[place]),
        lambda row: _amount(row, row.kinds[place]),
        RIGHT,
        width=width,
        least=width,
        share=1,
        tone=lambda row: "" if row.kinds[place].entries.get(row.agency_id, 1) else "muted",
        tip=lambda row: kind_words(row, row.kinds[place]),
    )


def _value(row: KindsRow, kind: ResourceShare) -> Decimal:
    if not kind.unit:
        return Decimal(kind.entries.get(row.agency_id, 0) if row.agency_id else kind.count)
    return kind.amounts.get(row.agency_id, Decimal(0)) if row.agency_id else kind.total


def _amount(row: KindsRow, kind: ResourceShare) -> str:
    """With the number of agencies under the total."""
    told = _value(row, kind)
    words = number(told) if told else "–"
    return words if row.agency_id else f"{words}\n{kind.giving} of {kind.n}"
