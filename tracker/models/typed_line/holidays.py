"""Holidays whose day the law or the calendar fixes. Easter as such, Matariki and school holidays are asked for."""

import re
from datetime import date, timedelta

from tracker.models.typed_line.day_words import STANDS_ALONE
from tracker.models.typed_line.moment import Moment, Rule

_FIXED = {
    r"christmas eve": (12, 24),
    r"(?:christmas|xmas)(?: day)?": (12, 25),
    r"boxing day": (12, 26),
    r"new year'?s'? eve": (12, 31),
    r"new year'?s'? day": (1, 1),
    r"waitangi(?: day)?": (2, 6),
    r"anzac(?: day)?": (4, 25),
}


def _fixed(words: str) -> Rule:
    month, number = _FIXED[words]

    def reading(found: re.Match[str], moment: Moment) -> date:
        day = date(moment.on.year, month, number)
        return day if day >= moment.on else day.replace(year=day.year + 1)

    return rf"{words}{STANDS_ALONE}", reading


def _monday(year: int, month: int, nth: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=-first.weekday() % 7 + 7 * (nth - 1))


def _first_monday_of_june(found: re.Match[str], moment: Moment) -> date:
    return _next(moment, 6, 1)


def _fourth_monday_of_october(found: re.Match[str], moment: Moment) -> date:
    return _next(moment, 10, 4)


def _next(moment: Moment, month: int, nth: int) -> date:
    day = _monday(moment.on.year, month, nth)
    return day if day >= moment.on else _monday(moment.on.year + 1, month, nth)


RULES: tuple[Rule, ...] = (
    *map(_fixed, _FIXED),
    (rf"(?:the )?(?:queen|king)'?s'? birthday{STANDS_ALONE}", _first_monday_of_june),
    (rf"labour day{STANDS_ALONE}", _fourth_monday_of_october),
)
