"""The columns of a sheet from the columns of a table: dates as dates, numbers as numbers, and no word of it lost."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from tracker.models.dates import shown
from tracker.reports.plain_table import PlainColumn
from tracker.reports.sheet import Cell, Column, Look

Told = tuple[Column, tuple[Cell, ...]]

_NARROWEST, _WIDEST = 8.0, 48.0
_WIDTHS = {Look.DAY: 13.0, Look.MOMENT: 20.0}
# A number as the screen writes it, and what stands after it.
_BEGINS = re.compile(r"(-?)\$?(\d[\d,]*(?:\.\d+)?)(?=$|[\s%])\s*(.*)", re.DOTALL)
_WEEKDAY = re.compile(r"^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b")
_DIGIT = re.compile(r"\d")


def sheet_columns(column: PlainColumn) -> Iterator[Told]:
    """One column of a sheet, and where the screen says more than a date or a number, a second one with the words."""
    yield from _days(column) or _numbers(column) or [_words(column.heading, column.texts, right=column.right)]


def _days(column: PlainColumn) -> list[Told]:
    """The dates, and what stands beside them; nothing if the column shows no dates."""
    days = [_day(value) for value in column.values]
    pairs = [(day, text) for day, text in zip(days, column.texts, strict=True) if day is not None]
    if not pairs or any(shown(day) not in text for day, text in pairs):
        return []
    timed = any(isinstance(day, datetime) and f"{day:%H:%M}" in text for day, text in pairs)
    cells = tuple(
        _cut(day, timed=timed) if day else _flat(text) or None for day, text in zip(days, column.texts, strict=True)
    )
    notes = tuple(_beside(day, text) if day else "" for day, text in zip(days, column.texts, strict=True))
    told: list[Told] = [_column(column.heading, cells, Look.MOMENT if timed else Look.DAY)]
    return [*told, _words(f"{column.heading}: note", notes)] if any(notes) else told


def _day(value: object) -> date | None:
    """The day of a value, or of what it is sorted by first; a moment as the clock on the wall shows it."""
    if isinstance(value, tuple) and value:
        value = value[0]
    if isinstance(value, datetime):
        return (value.astimezone() if value.tzinfo else value).replace(second=0, microsecond=0, tzinfo=None)
    return value if isinstance(value, date) else None


def _cut(day: date, *, timed: bool) -> date:
    return day.date() if isinstance(day, datetime) and not timed else day


def _beside(day: date, text: str) -> str:
    """What a cell says besides its date."""
    rest = text.replace(shown(day), "", 1)
    if isinstance(day, datetime):
        rest = rest.replace(f"{day:%H:%M}", "", 1)
    return _flat(_WEEKDAY.sub("", rest)).strip(" ,·")


def _numbers(column: PlainColumn) -> list[Told]:
    """The numbers, with their words where these say more; nothing if the column shows something else."""
    read = [_number(value, text, right=column.right) for value, text in zip(column.values, column.texts, strict=True)]
    found = [pair for pair in read if pair is not None]
    units = {unit.removesuffix("s"): unit for _, unit in found if unit is not None}
    if len(found) < len(read) or not units:
        return []
    cells = tuple(cell for cell, _ in found)
    if len(units) > 1 or any(map(_lost_sign, cells, column.texts)):
        words = _words(f"{column.heading}: in words", tuple(map(_flat, column.texts)))
        return [_column(column.heading, cells, Look.NUMBER), words]
    (unit,) = units.values()
    return [_column(f"{column.heading} ({unit})" if unit else column.heading, cells, Look.NUMBER)]


def _number(value: object, text: str, *, right: bool) -> tuple[Cell, str | None] | None:
    """A cell, and what it counts, which is None where the text begins with no number; None if it is no such cell."""
    begins = _BEGINS.match(text)
    if not text:
        return None, None
    if isinstance(value, str) and value:
        # Figures stand right: that is how a number that comes as text is told from a code or a name.
        if not right:
            return None
        if begins is None or begins[3].startswith("of "):
            return _flat(text), None
        return _exact(begins[1] + begins[2]), _flat(begins[3])
    number = _plain(value)
    if number is None:
        return (_flat(text), None) if value in (None, "") and begins is None else None
    if begins and _exact(begins[2]) == abs(number):
        return number, _flat(begins[3])
    # "Never" and "today" are ways to write nought; else what is sorted by a number does not show it.
    return (number, None) if not number and not _DIGIT.search(text) else None


def _lost_sign(cell: Cell, text: str) -> bool:
    """Whether a number below nought is written without its sign: 3 late."""
    return isinstance(cell, (int, Decimal)) and cell < 0 and not text.startswith("-")


def _plain(value: object) -> int | Decimal | None:
    if isinstance(value, bool) or not isinstance(value, (int, float, Decimal)):
        return None
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    if not number.is_finite():
        return None
    return int(number) if number == number.to_integral_value() else number


def _exact(digits: str) -> int | Decimal | None:
    return _plain(Decimal(digits.replace(",", "")))


def _words(heading: str, texts: Sequence[str], *, right: bool = False) -> Told:
    return _column(heading, tuple(texts), Look.NUMBER if right else Look.TEXT)


def _column(heading: str, cells: tuple[Cell, ...], look: Look) -> Told:
    longest = max((len(line) for cell in cells for line in _lines(cell)), default=0)
    widest = max(longest, len(heading) if len(heading) < _WIDTHS[Look.MOMENT] else 0) + 3.0
    return Column(heading, min(_WIDEST, max(_NARROWEST, _WIDTHS.get(look, widest))), look), cells


def _lines(cell: Cell) -> list[str]:
    if isinstance(cell, str):
        return cell.split("\n")
    return [f"{cell:,}"] if isinstance(cell, (int, Decimal)) else []


def _flat(text: str) -> str:
    return ", ".join(" ".join(line.split()) for line in text.split("\n") if line.strip())
