"""The public-sector year, 1 July to 30 June, and its quarters."""

import re
from datetime import date, timedelta

from tracker.models.mistake import Mistake
from tracker.models.value import Value, value


@value
class Period(Value):
    """A financial year (`quarter` 0) or one of its quarters (1 July to September ... 4 April to June).

    `year_end` is the calendar year in which it ends on 30 June.
    """

    year_end: int
    quarter: int = 0

    @property
    def first_day(self) -> date:
        """The first day that belongs to the period."""
        if self.quarter in (3, 4):
            return date(self.year_end, {3: 1, 4: 4}[self.quarter], 1)
        return date(self.year_end - 1, {0: 7, 1: 7, 2: 10}[self.quarter], 1)

    @property
    def last_day(self) -> date:
        """The last day that belongs to the period."""
        if not self.quarter or self.quarter == 4:
            return date(self.year_end, 6, 30)
        return Period(self.year_end, self.quarter + 1).first_day - timedelta(days=1)

    @property
    def year(self) -> "Period":
        """The whole year that the period lies in."""
        return Period(self.year_end)

    @property
    def label(self) -> str:
        """As people write it: 2007/08 or 2007/08-Q4."""
        year = f"{self.year_end - 1}/{self.year_end % 100:02d}"
        return f"{year}-Q{self.quarter}" if self.quarter else year

    @property
    def file_label(self) -> str:
        """As it stands in a file's name: 2007-08-Q4."""
        return self.label.replace("/", "-")

    def __contains__(self, day: date | None) -> bool:
        return day is not None and self.first_day <= day <= self.last_day


def period_of(day: date) -> Period:
    """The quarter that a day lies in."""
    year_end = day.year + (1 if day.month >= 7 else 0)
    return Period(year_end, ((day.month - 7) % 12) // 3 + 1)


def read_period(text: str) -> Period:
    """Reads 2007/08, 2007-08 or 2007/08-Q4. Raises Mistake if it is none of these."""
    found = re.fullmatch(r"\s*(\d{4})[/-](\d{2}|\d{4})(?:[\s-]*[Qq]([1-4]))?\s*", text)
    if found:
        start, end, quarter = int(found[1]), int(found[2]), int(found[3] or 0)
        if end in ((start + 1) % 100, start + 1) and 1990 <= start < 2199:
            return Period(start + 1, quarter)
    raise Mistake(f"“{text}” is no period: give a year such as 2007/08, or a quarter such as 2007/08-Q4.")
