"""The columns of the accountability lines."""

from tracker.models.figures.line_board import LineRow
from tracker.ui.table import RIGHT, Column


def _amount(row: LineRow) -> str:
    return f"{row.line.amount_000:,}" if row.line.amount_000 is not None else ""


def _number(count: int) -> str:
    return f"{count:,}" if count else ""


LINE_COLUMNS = (
    Column("Code", lambda row: row.line.code, width=76, least=70),
    Column(
        "Line",
        lambda row: row.line.shown_name,
        width=270,
        least=170,
        share=3,
        bold=False,
        tip=lambda row: row.line.scope,
    ),
    Column("Vote", lambda row: row.line.vote, width=150, least=96, share=1, drop=1),
    Column(
        "Agency",
        lambda row: row.line.administering_agency,
        width=190,
        least=120,
        share=1,
        drop=3,
        tone=lambda row: "muted",
    ),
    Column("Year", lambda row: row.line.year_end, lambda row: row.year, width=76, least=70, drop=2),
    Column("$000", lambda row: row.line.amount_000, _amount, RIGHT, width=92, least=84, drop=2),
    Column("Measures", lambda row: row.measures, lambda row: _number(row.measures), RIGHT, width=82, least=80),
    Column("Claims", lambda row: row.claims, lambda row: _number(row.claims), RIGHT, width=70, least=66),
    Column("Goes on as", lambda row: row.successor, width=150, least=110, share=1, drop=4, tone=lambda row: "muted"),
)
