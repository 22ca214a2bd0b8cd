"""Spans of time of one length, one after another: the columns of a board."""

from datetime import date, timedelta

from tracker.models.choice import Choice
from tracker.models.dates import MONTHS
from tracker.models.period import Period, period_of
from tracker.models.value import Value, value


class Span(Choice):
    """How long each is; quarters and years are those of the public sector, which end with June."""

    MONTH = "month", "Months"
    QUARTER = "quarter", "Quarters"
    YEAR = "year", "Years"


@value
class Bucket(Value):
    """One span: Jun 2008, 2007/08-Q4 or 2007/08. Both days belong to it."""

    label: str
    first_day: date
    last_day: date

    def __contains__(self, day: date | None) -> bool:
        return day is not None and self.first_day <= day <= self.last_day


def buckets_until(span: Span, day: date, count: int) -> tuple[Bucket, ...]:
    """So many spans, the oldest first; the last one is that of the day."""
    found = [_bucket(span, day)]
    while len(found) < count:
        found.append(_bucket(span, found[-1].first_day - timedelta(days=1)))
    return tuple(reversed(found))


def _bucket(span: Span, day: date) -> Bucket:
    if span is Span.MONTH:
        first = day.replace(day=1)
        last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        return Bucket(f"{MONTHS[day.month - 1]} {day.year}", first, last)
    quarter = period_of(day)
    period: Period = quarter if span is Span.QUARTER else quarter.year
    return Bucket(period.label, period.first_day, period.last_day)
