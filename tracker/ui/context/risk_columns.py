"""The columns of a group's risks and barriers; a surprise in waiting stands out by sign and word."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtGui import QIcon

from tracker.models.figures.risk_board import BoardRow
from tracker.ui.parts.signs import Signs
from tracker.ui.table import Column
from tracker.ui.words import count

_NOBODY_TOLD = "nobody told yet"


def risk_columns(signs: Signs) -> tuple[Column, ...]:
    """What it is, how high or of what kind, on whom it falls, and who knows."""
    sign = _sign_in(signs)
    return (
        Column("Risk or barrier", lambda row: row.text, _text, width=300, least=160, share=5, tone=_tone),
        Column("Level or kind", lambda row: -row.rank, _kind, width=118, least=112, tone=_level_tone, icon=sign),
        Column("On whom", lambda row: row.whom, whom_words, width=130, least=90, share=1, tone=_tone),
        Column("Told or asked", lambda row: row.told, told_words, width=160, least=110, share=2, tone=_told_tone),
        Column("Since", lambda row: row.since, width=132, least=132, drop=2, tone=_tone),
    )


def part_of(row: Any) -> tuple[Any, str]:
    """Risks, barriers, and what is closed: in this order."""
    if not row.open:
        return 2, "Closed or settled"
    return (0, "Risks") if row.is_risk else (1, "Barriers: decided above the group")


def heading_words(name: str, rows: Sequence[BoardRow]) -> str:
    """A part's name with its count."""
    return f"{name}: {count(len(rows), 'entry', 'entries')}" if name.startswith("Closed") else f"{name}: {len(rows):,}"


def whom_words(row: BoardRow) -> str:
    """On whom a risk falls, or who was asked about a barrier."""
    if row.whom:
        return row.whom
    return "nobody named" if row.is_risk else "nobody asked yet"


def told_words(row: BoardRow) -> str:
    """Who knows of a risk and since when, or whether a barrier has been taken above."""
    if row.is_risk and not row.told:
        return _NOBODY_TOLD if row.open else "nobody was told"
    if row.is_risk:
        return row.told.replace(" · ", "\n", 1)
    return row.told.lower() if row.whom or not row.open else "not asked yet"


def _sign_in(signs: Signs) -> Callable[[BoardRow], QIcon]:
    """The sign before the level: of a surprise in waiting, of a high risk, of all else."""

    def sign(row: BoardRow) -> QIcon:
        if not row.open:
            return signs.drawn("circle-check", "good")
        if row.surprise:
            return signs.drawn("circle-alert", "danger")
        if row.rank > 2:
            return signs.drawn("triangle-alert", "warning")
        return signs.drawn("flag" if row.is_risk else "diamond", "muted")

    return sign


def _text(row: BoardRow) -> str:
    text = " ".join(row.text.split())
    response = " ".join(row.response.split())
    return f"{text}\n{response}" if response else text


def _kind(row: BoardRow) -> str:
    return row.kind


def _tone(row: BoardRow) -> str:
    return "" if row.open else "muted"


def _level_tone(row: BoardRow) -> str:
    return "danger" if row.surprise else _tone(row)


def _told_tone(row: BoardRow) -> str:
    if not row.open:
        return "muted"
    waits = not (row.told if row.is_risk else row.whom)
    return "danger" if row.surprise else "warning" if waits else ""
