"""Plain values of a file's cells as days, numbers and words. What could mean two things is never guessed."""

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import TypeVar

from tracker.models.dates import read_date, shown
from tracker.models.fields import too_fine
from tracker.models.folding import folded
from tracker.models.mistake import Mistake

T = TypeVar("T")
Value = str | int | Decimal | bool | date | datetime | None

_TWO_DIGITS = re.compile(r"(\d{1,2})[/.\-\s](\d{1,2}|[A-Za-z]{3,9})[/.\-\s](\d{2})")
_HYPHENS = re.compile(r"(\d{1,2})-(\d{1,2}|[A-Za-z]{3,9})-(\d{4})")
_WEEKDAY = re.compile(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+", re.IGNORECASE)
_NUMBER = re.compile(r"[+-]?(?:\d{1,3}(?:[, \u00a0]\d{3})+|\d+)(?:\.\d+)?", re.ASCII)
# What a spreadsheet counts days from, and the span in which a bare number could be such a count.
_FIRST_DAY, _SERIALS = date(1899, 12, 30), range(18_264, 73_051)


class Unread(Exception):
    """A cell that cannot be taken: `why` it cannot, after its value, and what to do about it."""

    def __init__(self, why: str, advice: str) -> None:
        super().__init__(why)
        self.why = why
        self.advice = advice


def words_of(value: Value) -> str:
    """A value as words: what was typed, without space around it; a day as we write it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return shown(value.date())
    if isinstance(value, date):
        return shown(value)
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return str(value).replace("\u00a0", " ").replace("\u200b", "").strip()


def day_of(value: Value) -> date | None:
    """A day; None for an empty cell. Raises Unread for a bare number, a year of two digits and what is no date."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    words = words_of(value)
    if not words:
        return None
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        raise _bare_number(value)
    text = _WEEKDAY.sub("", words, count=1) if _WEEKDAY.match(words) else words
    if found := _TWO_DIGITS.fullmatch(text):
        raise _two_digits(*found.groups())
    if found := _HYPHENS.fullmatch(text):
        text = "/".join(found.groups()) if found[2].isdigit() else " ".join(found.groups())
    try:
        return read_date(text)
    except Mistake as mistake:
        raise Unread("is no day that can be read", mistake.sentence) from mistake


def number_of(value: Value) -> Decimal | None:
    """A number; None for an empty cell, which is never 0. Raises Unread for anything else."""
    if isinstance(value, (bool, date, datetime)):
        raise Unread("is no number", "Type the number in figures, such as 12.")
    if isinstance(value, (int, Decimal)):
        number = Decimal(value)
    else:
        words = words_of(value)
        if not words:
            return None
        if not _NUMBER.fullmatch(words):
            advice = "Type the number in figures alone, such as 12 or 3.5; its unit has a column of its own."
            raise Unread("is no number", advice)
        try:
            number = Decimal(re.sub(r"[, \u00a0]", "", words))
        except InvalidOperation as error:
            raise Unread("is no number", "Type the number in figures, such as 12.") from error
    if not number.is_finite() or abs(number) >= Decimal(10) ** 15 or too_fine(number):
        raise Unread("is larger or finer than can be kept", "Round it, or give it in a larger unit.")
    return number


def choice_of(value: Value, words: Mapping[str, T]) -> T | None:
    """What a word of a list stands for; None for an empty cell. Raises Unread for a word that is not in the list."""
    said = folded(words_of(value))
    if not said:
        return None
    for word, meant in words.items():
        if folded(word) == said:
            return meant
    raise Unread("is not one of the words of this column", f"Choose one of: {', '.join(words)}.")


def codes_of(value: Value) -> tuple[str, ...]:
    """The parts of a text between semicolons, without empty ones and each once."""
    parts = (" ".join(part.split()) for part in re.split(r"[;\n]", words_of(value)))
    return tuple(dict.fromkeys(part for part in parts if part))


def _bare_number(value: int | Decimal) -> Unread:
    if int(value) in _SERIALS:
        day = shown(_FIRST_DAY + timedelta(days=int(value)))
        return Unread(
            "is a number and not a date", f"If it is {day}, type that; the cell was not kept as a date by the program."
        )
    return Unread("is a number and not a date", "Type the date, such as 12 Jun 2008.")


def _two_digits(day: str, month: str, year: str) -> Unread:
    meant = f"{day} {month} 20{year}" if month.isalpha() else _said(day, month, year)
    return Unread("has a year of two digits", f"Type the year in full, {meant}.")


def _said(day: str, month: str, year: str) -> str:
    readings = []
    for first, second in ((day, month), (month, day)):
        try:
            readings.append(shown(date(2000 + int(year), int(second), int(first))))
        except ValueError:
            continue
    return " or ".join(["such as " + readings[0], *readings[1:]]) if readings else "such as 12 Jun 2008"
