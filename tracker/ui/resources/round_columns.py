"""The columns of a group's rounds of readings."""

from collections.abc import Iterable
from typing import Any

from tracker.models.figures.reading_rounds import RoundListed
from tracker.models.records import Record
from tracker.ui.table import RIGHT, Column


def behind(row: RoundListed) -> Iterable[Record]:
    """What stands behind a row, for the gate: a figure over several agencies tells nothing of a single rating."""
    return row.readings if row.few else ()


def _tone(row: Any) -> str:
    return "warning" if row.few else ""


COLUMNS = (
    Column("Day", lambda row: row.on, width=112, least=110),
    Column("Question", lambda row: row.question, width=140, least=110, share=1, bold=True),
    Column("Raters", lambda row: row.raters, align=RIGHT, width=72, least=64),
    Column("Agencies that rated", lambda row: row.coverage, width=160, least=130, share=1, tone=_tone),
    Column("Largest, of 100", lambda row: row.largest, width=190, least=150, share=2),
    Column(
        "Left out",
        lambda row: row.left_out,
        lambda row: f"{row.left_out:,}" if row.left_out else "–",
        align=RIGHT,
        width=80,
        least=72,
        drop=1,
    ),
)
