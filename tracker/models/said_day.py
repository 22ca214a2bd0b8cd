"""A day where a day is asked for: written as a date, or said as in a line of a meeting."""

from datetime import date, timedelta

from tracker.models.dates import read_date
from tracker.models.mistake import Mistake
from tracker.models.snapshot import Snapshot
from tracker.models.typed_line.days import DayReader
from tracker.models.typed_line.flat import composed, flat
from tracker.models.typed_line.library import DayLibrary
from tracker.models.typed_line.moment import Moment

# What is to be done by the day: only where these words are left over was the day read whole.
_DONE = "do"
# So far back that what counts in days or weeks is another day of the year, and that of the calendar the same.
_LONG_BEFORE = timedelta(days=400)


def said_day(text: str, snapshot: Snapshot, *, on: date | None = None, group_id: str = "", past: bool = False) -> date:
    """The day meant by "12 Jun 2008", "27/6", "27 June", "next Friday" or "tomorrow", said on `on` (else today).

    A day of the calendar without a year is the next such day, with `past` the last one; "Friday" and "in two weeks" lie
    ahead either way. Raises Mistake for what tells no day.
    """
    try:
        return read_date(text)
    except Mistake:
        moment = Moment(on or snapshot.today, group_id, snapshot, DayLibrary(on or snapshot.today))
        day = _day(composed(text).strip(), moment, past=past)
        if day is None:
            raise
        return day


def _day(words: str, moment: Moment, *, past: bool) -> date | None:
    if flat(words) == "yesterday":
        return moment.on - timedelta(days=1)
    day = _next(words, moment)
    if not past or day is None or day <= moment.on:
        return day
    # A day of the calendar is the same day when it is said long before; "Friday" and "in two weeks" are not.
    before = moment.on - _LONG_BEFORE
    earlier = _next(words, Moment(before, moment.group_id, moment.snapshot, DayLibrary(before)))
    same = earlier is not None and earlier != day and (earlier.month, earlier.day) == (day.month, day.day)
    return day.replace(year=day.year - 1) if same else day


def _next(words: str, moment: Moment) -> date | None:
    for line in (f"{_DONE} by {words}", f"{_DONE} {words}"):
        due = DayReader(moment).due(line)
        if due.day and due.text == _DONE:
            return due.day
    return None
