"""The lists behind the pictures of a balance: the same facts, row by row; no list can be sorted into a ranking."""

from collections.abc import Callable, Iterable
from fractions import Fraction

from tracker.models.figures.balance import AgencyBalance
from tracker.models.figures.share_words import per_cent, points
from tracker.models.figures.shares import NOT_ENOUGH
from tracker.models.figures.timeline_words import dollars
from tracker.models.records.record import Record
from tracker.ui.table import RIGHT, Column, Table

# What stands behind a row: what is restricted keeps it in the office.
Behind = Callable[[object], Iterable[Record]]


def bars_list(behind: Behind) -> Table:
    """Of each agency its share of resources, its worth, and its influence."""
    return Table(
        (
            Column("Agency", lambda row: row.called, width=190, least=150, share=2, bold=True),
            Column("Resources", _resources, align=RIGHT, width=100, least=84, tone=_resource_tone),
            Column("Worth (NZD)", lambda row: row.worth, _worth, RIGHT, width=110, least=96, drop=1),
            Column("Influence", lambda row: _share(row.influence), align=RIGHT, width=90, least=78),
            Column("Views from–to", _spread, align=RIGHT, width=110, least=104, drop=2),
        ),
        records=behind,
    )


def give_and_get_list(behind: Behind) -> Table:
    """Of each agency what it gives and gets, now and in the reading before."""
    return Table(
        (
            Column("Agency", lambda row: row.agency, width=150, least=110, share=2, bold=True),
            Column("Gives", lambda row: row.gives, lambda row: points(row.gives), RIGHT, width=64, least=56),
            Column("Gets", lambda row: row.gets, lambda row: points(row.gets), RIGHT, width=64, least=56),
            Column("Difference", lambda row: row.gap, lambda row: row.gap_words, RIGHT, width=90, least=84),
            Column("Before", lambda row: row.gap_before, lambda row: row.gap_before_words, RIGHT, 72, 64, drop=1),
        ),
        lambda row: str(row.agency_id),
        records=behind,
    )


def over_time_list() -> Table:
    """Of each day the largest share, the effective partners, and what they rest on."""
    return Table(
        (
            Column("Day", lambda point: point.on, width=124, least=116, bold=True),
            Column("Largest share", _largest, width=170, least=130, share=2),
            Column("Effective partners", _partners, width=130, least=110),
            Column("With a value", _with_value, align=RIGHT, width=100, least=88, drop=1),
            Column("Entries", lambda point: point.entries, align=RIGHT, width=72, least=64, drop=2),
        ),
        lambda point: point.on.isoformat(),
    )


def _resources(row: AgencyBalance) -> str:
    return NOT_ENOUGH if row.resources is None else per_cent(row.resources)


def _resource_tone(row: AgencyBalance) -> str:
    return "muted" if row.resources is None else ""


def _worth(row: AgencyBalance) -> str:
    return dollars(row.worth).removeprefix("$") if row.worth else "–"


def _share(read: object) -> str:
    share: Fraction | None = getattr(read, "share", None)
    return per_cent(share) or "–"


def _spread(row: AgencyBalance) -> str:
    read = row.influence
    return f"{points(read.lowest)}–{points(read.highest)}" if read and len(read.views) > 1 else "–"


def _largest(point: object) -> str:
    share: Fraction | None = getattr(point, "largest", None)
    return NOT_ENOUGH if share is None else f"{getattr(point, 'agency', '')} {per_cent(share)}"


def _partners(point: object) -> str:
    partners: float | None = getattr(point, "effective_partners", None)
    return "–" if partners is None else f"{partners:.1f} of {getattr(point, 'n', 0)}"


def _with_value(point: object) -> str:
    return f"{getattr(point, 'with_value', 0)} of {getattr(point, 'members', 0)}"
