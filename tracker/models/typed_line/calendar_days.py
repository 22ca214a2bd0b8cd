"""Days of the calendar, "27 June" or "27/6", and days counted from the meeting, "in two weeks"."""

import re
from calendar import monthrange
from datetime import date, timedelta

from tracker.models.dates import MONTHS
from tracker.models.typed_line.day_words import (
    FILL,
    MONTH,
    NUMBER,
    STANDS_ALONE,
    UNIT,
    WEEKDAY,
    YEAR,
    month_of,
    number_of,
    weekday_of,
)
from tracker.models.typed_line.moment import Moment, Rule

_NTH = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_WEEKDAY = rf"(?:(?P<weekday>{WEEKDAY})\.?,? (?:the )?)?"
# A year of two digits is taken for one of this century where it is about now: 98 or 31 could be anything.
_YEARS_AHEAD = 10
_SHORT = {"wk": "week", "mth": "month", "yr": "year"}


def _in_numbers(found: re.Match[str], moment: Moment) -> date | None:
    year = _year(found["year"], moment)
    return _checked(f"{found['day']}/{found['month']}/{year}", int(found["day"]), None, moment) if year else None


def _without_year(found: re.Match[str], moment: Moment) -> date | None:
    return _checked(f"{found['day']}/{found['month']}", int(found["day"]), None, moment)


def _in_order(found: re.Match[str], moment: Moment) -> date | None:
    return _checked(found[0], int(found["day"]), None, moment)


def _with_month(found: re.Match[str], moment: Moment) -> date | None:
    words = f"{found['day']} {MONTHS[month_of(found['month']) - 1]}"
    if found["year"]:
        year = _year(found["year"].lstrip("'"), moment)
        return _checked(f"{words} {year}", int(found["day"]), found["weekday"], moment) if year else None
    return _checked(words, int(found["day"]), found["weekday"], moment)


def _of_some_month(found: re.Match[str], moment: Moment) -> date | None:
    """The 27th: of this month, or of the next where that day is past."""
    on, number = moment.on, int(found["day"])
    months = on.year * 12 + on.month - 1 + (number < on.day)
    if (said := found["which"]) is not None:
        months = on.year * 12 + on.month - 1 + ("next" in said)
    year, month = months // 12, months % 12 + 1
    if not 1 <= number <= monthrange(year, month)[1]:
        return None
    day = date(year, month, number)
    fits = found["weekday"] is None or weekday_of(found["weekday"].strip(". ")) == day.weekday()
    return day if fits and day >= on else None


def _counted(found: re.Match[str], moment: Moment) -> date | None:
    number, unit = number_of(found["count"]), found["unit"].rstrip("s")
    unit = _SHORT.get(unit, unit)
    number, unit = (number * 2, "week") if unit == "fortnight" else (number, unit)
    return moment.library.relative_day(f"in {number} {unit}s")


def _today(found: re.Match[str], moment: Moment) -> date | None:
    return moment.on


def _tomorrow(found: re.Match[str], moment: Moment) -> date | None:
    return moment.on + timedelta(days=2 if "after" in found[0] else 1)


def _checked(words: str, number: int, weekday: str | None, moment: Moment) -> date | None:
    """What the library makes of the words, where it is that day of a month, that weekday, and within a year."""
    day = moment.library.calendar_day(words)
    if day is None or day.day != number or (weekday and weekday_of(weekday.strip(". ")) != day.weekday()):
        return None
    # The next 29 February may be years away: that is no due date that anybody meant.
    has_year = bool(re.search(r"\d{4}", words))
    return day if has_year or day <= moment.on + timedelta(days=366) else None


def _year(digits: str, moment: Moment) -> int:
    """The year meant; 0 where two digits could mean two things."""
    year = int(digits)
    if len(digits) > 2:
        return year
    year += 2000
    return year if moment.on.year - 1 <= year <= moment.on.year + _YEARS_AHEAD else 0


RULES: tuple[Rule, ...] = (
    (r"(?:19|20)\d\d-\d{1,2}-(?P<day>\d{1,2})(?!\d)", _in_order),
    (r"(?<![\d/.])(?P<day>\d{1,2})([/.-])(?P<month>\d{1,2})[/.-](?P<year>(?:19|20)\d\d|\d\d)(?![\d/])", _in_numbers),
    (r"(?<![\d/.])(?P<day>\d{1,2})/(?P<month>1[0-2]|0?[1-9])(?![\d/]|\.\d| (?:of|of the)\b)", _without_year),
    (rf"{_WEEKDAY}(?:(?:the|te) )?{_NTH}(?: of| o)?[ -]?(?P<month>{MONTH})(?:,? (?P<year>{YEAR}))?", _with_month),
    (rf"{_WEEKDAY}(?P<month>{MONTH}) (?:the )?{_NTH}(?![\d:./%]|\s?(?:am|pm)\b)(?:,? (?P<year>{YEAR}))?", _with_month),
    (
        rf"{_WEEKDAY}(?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)(?P<which> of (?:the|this|next) month)?{STANDS_ALONE}",
        _of_some_month,
    ),
    (rf"(?:in|within|inside|over) (?:the next )?(?P<count>{NUMBER}) (?P<unit>{UNIT})\b(?:'?s?'? time)?", _counted),
    (
        rf"(?P<count>{NUMBER}) (?P<unit>{UNIT})'?s?'? (?:time|from (?:now|today|then)|tops|max|at (?:the )?most)\b",
        _counted,
    ),
    (r"(?:the )?day after tomorrow\b", _tomorrow),
    (rf"(?:tomorrow|apopo|tmrw|tmw){FILL}*(?!')\b", _tomorrow),
    (
        r"(?:today|tonight|this (?:morning|afternoon|arvo|evening)|i tenei ra|e\.?o\.?d\b\.?|c\.?o\.?b"
        r"|close of (?:business|play|day))(?!')\b",
        _today,
    ),
    (r"(?:the )?end of (?:the day|today|play|business)\b", _today),
)
