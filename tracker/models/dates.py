"""Dates as people here write and read them: day first, always."""

import re
from datetime import date

from tracker.models.mistake import Mistake

_MONTH_NAMES = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
# Before and after these years lies a slip of the finger.
_FIRST_YEAR, _LAST_YEAR = 1800, 2200
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def shown(day: date | None) -> str:
    """12 Jun 2008, or "" without a date."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else ""


def read_date(text: str) -> date:
    """Reads 12 Jun 2008, 12 June 2008, 12/6/2008, 12.6.2008 and 2008-06-12.

    Raises Mistake for anything else, for a year of two digits, which could mean two things, and for years outside 1800
    to 2200.
    """
    numbers = _numbers(text.strip())
    if numbers is None:
        raise Mistake(f"“{text.strip()}” is no date: write it like 12 Jun 2008.")
    if not _FIRST_YEAR <= numbers[0] <= _LAST_YEAR:
        raise Mistake(f"{text.strip()} is in the year {numbers[0]}: look at the year and put it right.")
    try:
        return date(*numbers)
    except ValueError as error:
        raise Mistake(f"There is no {text.strip()}: look at the calendar and put it right.") from error


def _numbers(text: str) -> tuple[int, int, int] | None:
    if found := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := re.fullmatch(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", text):
        return int(found[3]), int(found[2]), int(found[1])
    if found := re.fullmatch(r"(\d{1,2})\.?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})", text):
        month = _month(found[2])
        return (int(found[3]), month, int(found[1])) if month else None
    return None


def _month(word: str) -> int:
    fits = [place for place, name in enumerate(_MONTH_NAMES, start=1) if name.startswith(word.lower())]
    return fits[0] if len(fits) == 1 else 0
