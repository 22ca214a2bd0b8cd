"""The columns of a group's contributions, and the parts that the table falls into."""

from collections.abc import Callable, Sequence
from typing import Any

from tracker.models.dates import shown
from tracker.models.figures.contribution_lines import ContributionLine
from tracker.models.figures.day_words import days_words
from tracker.models.figures.timeline_words import number
from tracker.ui.group.amounts import measured
from tracker.ui.parts.headed_table import Part
from tracker.ui.parts.signs import Signs
from tracker.ui.table import RIGHT, Column
from tracker.ui.words import count

_DOLLARS = "NZD"


def contribution_columns(signs: Signs) -> tuple[Column, ...]:
    """What has not come yet stands out by a sign, a word and its age."""
    return (
        Column("What", _text, width=240, least=150, share=5, bold=True),
        Column("Agency", lambda line: line.agency, width=140, least=96, share=2),
        Column("Kind", lambda line: line.contribution.kind, width=120, least=104, share=1, drop=2),
        Column("Quantity", _quantity, _quantity_words, align=RIGHT, width=120, least=92, share=1, drop=1),
        Column("Value, NZD", _value, _value_words, align=RIGHT, width=104, least=92, tone=_value_tone),
        Column("Promised", lambda line: line.contribution.promised_on, width=112, least=108, drop=3),
        Column(
            "Delivered",
            lambda line: line.contribution.delivered_on,
            _delivered,
            width=136,
            least=132,
            tone=_tone,
            icon=lambda line: signs.drawn("calendar", "warning") if _waiting(line) else signs.drawn("check", "good"),
        ),
    )


def part_by(key: str) -> Part | None:
    """How the rows fall into parts: by state, kind or agency; None for one list."""
    return _PARTS.get(key)


def heading_words(name: str, lines: Sequence[ContributionLine]) -> str:
    """A part's name with its count; kinds are never added up, so there is no amount beside it."""
    waiting = sum(_waiting(line) for line in lines)
    counted = count(len(lines), "contribution")
    if name == _WAITING or not waiting:
        return f"{name}: {counted}"
    return f"{name}: {counted}, {waiting:,} not delivered yet"


def _waiting(line: Any) -> bool:
    return line.waits is not None


def _text(line: Any) -> str:
    given = line.contribution
    return " ".join(given.text.split()) or (f"{given.kind.label}, not described" if given.kind else "")


def _quantity(line: Any) -> Any:
    return None if _in_dollars(line) else line.contribution.quantity


def _quantity_words(line: Any) -> str:
    return "" if _in_dollars(line) else measured(line.contribution.quantity, line.contribution.unit)


def _in_dollars(line: Any) -> bool:
    """Dollars stand in the column of values, once."""
    return bool(line.contribution.unit == _DOLLARS)


def _value(line: Any) -> Any:
    given = line.contribution
    return given.quantity if given.value_nzd is None and _in_dollars(line) else given.value_nzd


def _value_words(line: Any) -> str:
    amount = _value(line)
    return "no value" if amount is None else number(amount)


def _value_tone(line: Any) -> str:
    return "muted" if _value(line) is None else ""


def _delivered(line: Any) -> str:
    if not _waiting(line):
        return shown(line.contribution.delivered_on)
    return f"not yet\nfor {days_words(line.waits)}" if line.waits else "not yet"


def _tone(line: Any) -> str:
    return "warning" if _waiting(line) else ""


_WAITING = "Promised, not delivered"
_PARTS: dict[str, Callable[[Any], tuple[Any, str]]] = {
    "state": lambda line: (0, _WAITING) if _waiting(line) else (1, "Delivered"),
    "kind": lambda line: (line.contribution.kind.rank, line.contribution.kind.label),
    "agency": lambda line: (line.agency.casefold(), line.agency),
}
