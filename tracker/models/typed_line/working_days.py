"""Working days, Monday to Friday: told where no holiday of the country can fall between, else asked for."""

import re
from datetime import date, timedelta

from tracker.models.typed_line.day_words import NUMBER, number_of
from tracker.models.typed_line.moment import Moment, Rule

_SATURDAY = 5
_MOST = 60
_MATARIKI_SINCE = 2022


def _within(found: re.Match[str], moment: Moment) -> date | None:
    """The last of so many working days after the meeting's."""
    day, left = moment.on, number_of(found["count"])
    if left > _MOST:
        return None
    while left:
        day += timedelta(days=1)
        if _may_be_a_holiday(day):
            return None
        left -= day.weekday() < _SATURDAY
    return day


def _may_be_a_holiday(day: date) -> bool:
    """Whether offices are or may be closed on a day of the week: those with one day, and the weeks that move."""
    if day.weekday() >= _SATURDAY:
        return False
    month_day = (day.month, day.day)
    # From before Christmas until after Waitangi Day: the break, and the anniversary days of Wellington and Auckland.
    summer = month_day >= (12, 24) or month_day <= (2, 8)
    # Easter with its Friday and its Monday, and Anzac Day or the Monday after it.
    autumn = (3, 20) <= month_day <= (4, 27) and (_near_easter(day) or month_day >= (4, 25))
    monday = day.weekday() == 0
    first_of_june = monday and day.month == 6 and day.day <= 7
    fourth_of_october = monday and day.month == 10 and 22 <= day.day <= 28
    matariki = day.year >= _MATARIKI_SINCE and day.weekday() == 4 and (6, 15) <= month_day <= (7, 20)
    return summer or autumn or first_of_june or fourth_of_october or matariki


def _near_easter(day: date) -> bool:
    return timedelta(days=-2) <= day - _easter(day.year) <= timedelta(days=2)


def _easter(year: int) -> date:
    """Easter Sunday after Gauss, in the form of Meeus, Jones and Butcher."""
    century, rest = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (year % 19 + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


RULES: tuple[Rule, ...] = (
    (
        rf"(?:(?:in|within|inside) |(?<=in )|(?<=within ))(?:the next )?(?P<count>{NUMBER}) (?:working"
        rf"|business) days?\b"
        r"(?:'? time)?",
        _within,
    ),
    (rf"(?P<count>{NUMBER}) (?:working|business) days(?:'? time| from (?:now|today)| tops| max)\b", _within),
)
