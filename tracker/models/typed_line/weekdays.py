"""Days of the week as they are said here: weeks begin on Monday, and "next Friday" is the Friday of the next week."""

import re
from datetime import date, timedelta

from tracker.models.typed_line.day_words import (
    MONTH,
    NUMBER,
    ORDINAL,
    WEEKDAY,
    WEEKDAYS,
    month_of,
    number_of,
    ordinal_of,
    weekday_of,
)
from tracker.models.typed_line.moment import Moment, Rule

_W = rf"(?P<day>{WEEKDAY})"
_AHEAD = rf"(?:(?P<count>{NUMBER}) weeks?|a fortnight) "


def _coming(found: re.Match[str], moment: Moment) -> date:
    """The first such day after the meeting's: nobody says "by Thursday" on a Thursday for the same day."""
    ahead = (weekday_of(found["day"]) - moment.on.weekday() - 1) % 7 + 1
    return moment.on + timedelta(days=ahead)


def _this(found: re.Match[str], moment: Moment) -> date | None:
    return None if weekday_of(found["day"]) == moment.on.weekday() else _coming(found, moment)


def _next(found: re.Match[str], moment: Moment) -> date:
    return moment.on + timedelta(days=7 - moment.on.weekday() + weekday_of(found["day"]))


def _week_after(found: re.Match[str], moment: Moment) -> date:
    return _coming(found, moment) + timedelta(days=7)


def _fortnight_after(found: re.Match[str], moment: Moment) -> date:
    return _coming(found, moment) + timedelta(days=14)


def _weeks_after(found: re.Match[str], moment: Moment) -> date:
    weeks = number_of(found["count"]) if found["count"] else 2
    return _coming(found, moment) + timedelta(weeks=weeks)


def _weeks_after_today(found: re.Match[str], moment: Moment) -> date:
    weeks = number_of(found["count"]) if found["count"] else 2
    return moment.on + timedelta(weeks=weeks, days=int(found["from"] == "tomorrow"))


def _week_from_today(found: re.Match[str], moment: Moment) -> date:
    return moment.on + timedelta(days=7)


def _nth(found: re.Match[str], moment: Moment) -> date | None:
    on = moment.on
    year, month = on.year, on.month
    if found["month"]:
        month = month_of(found["month"])
        year = int(found["year"][-4:]) if found["year"] else year + (month < on.month)
    elif found["next"]:
        year, month = year + month // 12, month % 12 + 1
    nth, first = ordinal_of(found["nth"]), date(year, month, 1)
    days = [day for step in range(31) if (day := first + timedelta(days=step)).month == month]
    fitting = [day for day in days if day.weekday() == weekday_of(found["day"])]
    day = fitting[-1] if nth < 0 else fitting[nth - 1]
    return day if day >= on else None


RULES: tuple[Rule, ...] = (
    (
        rf"(?:the )?(?P<nth>{ORDINAL}) {_W} (?:of|in) (?:(?P<month>{MONTH})(?: (?P<year>(?:19|20)\d\d))?"
        r"|(?P<next>next month)|(?:the|this) month)",
        _nth,
    ),
    (rf"{_AHEAD}(?:on|from) {_W}", _weeks_after),
    (rf"{_AHEAD}(?:from )?(?P<from>today|tomorrow)", _weeks_after_today),
    (r"(?:this|same|the same) time next week|today week|a week (?:from )?today", _week_from_today),
    (rf"next week(?:,|'s)? (?:on )?{_W}", _next),
    (rf"{_W}(?: of|,)? next week", _next),
    (rf"{_W} week\b", _week_after),
    (rf"{_W} fortnight\b", _fortnight_after),
    (rf"next {_W}", _next),
    (rf"this {_W}", _this),
    (rf"{_W} (?:of )?this week", _this),
    (rf"(?:(?:this|the) )?(?:coming|upcoming) {_W}", _coming),
    (rf"(?P<day>{'|'.join(WEEKDAYS)})'s (?:meeting|hui)\b", _coming),
    (_W, _coming),
)
