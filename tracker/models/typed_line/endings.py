"""Ends of weeks, months and years. A week's end is its Friday; a financial year ends on 30 June."""

import re
from calendar import monthrange
from datetime import date, timedelta

from tracker.models.typed_line.day_words import MONTH, month_of
from tracker.models.typed_line.moment import Moment, Rule

_FRIDAY = 4
_THE = r"(?:the )?"


def _of_week(found: re.Match[str], moment: Moment) -> date | None:
    weeks = 1 if "next" in found[0] else 0
    friday = moment.on + timedelta(days=_FRIDAY - moment.on.weekday() + 7 * weeks)
    return friday if friday >= moment.on else None


def _of_this_month(found: re.Match[str], moment: Moment) -> date:
    months = moment.on.year * 12 + moment.on.month - 1 + ("next" in found[0])
    return _last_day(months // 12, months % 12 + 1)


def _of_month(found: re.Match[str], moment: Moment) -> date:
    month = month_of(found["month"])
    if found["year"]:
        return _last_day(int(found["year"]), month)
    return _last_day(moment.on.year + (month < moment.on.month), month)


def _of_quarter(found: re.Match[str], moment: Moment) -> date:
    quarters = moment.on.year * 4 + (moment.on.month - 1) // 3 + ("next" in found[0])
    return _last_day(quarters // 4, quarters % 4 * 3 + 3)


def _of_year(found: re.Match[str], moment: Moment) -> date:
    return date(moment.on.year + ("next" in found[0]), 12, 31)


def _of_financial_year(found: re.Match[str], moment: Moment) -> date:
    return date(moment.on.year + (moment.on.month > 6) + ("next" in found[0]), 6, 30)


def _start_of_month(found: re.Match[str], moment: Moment) -> date:
    month = month_of(found["month"])
    year = moment.on.year + (month <= moment.on.month and (month, 1) != (moment.on.month, moment.on.day))
    return date(year, month, 1)


def _last_day(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


RULES: tuple[Rule, ...] = (
    (rf"{_THE}end of (?:the |this |next |the next )?(?:working |school )?week\b|eow\b", _of_week),
    (rf"{_THE}(?:end|last day) of (?:the |this |next )?month\b|month[ -]end\b|eom\b", _of_this_month),
    (rf"{_THE}(?:end|last day)(?: of|-)? ?(?P<month>{MONTH})(?: (?P<year>(?:19|20)\d\d))?", _of_month),
    (rf"{_THE}end of (?:the |this |next )?quarter\b|quarter[ -]end\b", _of_quarter),
    (rf"{_THE}end of (?:the |this |next )?(?:financial year|fy)\b|financial year[ -]end\b", _of_financial_year),
    (rf"{_THE}end of (?:the |this |next )?(?:calendar )?year\b", _of_year),
    (rf"{_THE}(?:start|beginning|first day) of (?P<month>{MONTH})", _start_of_month),
)
