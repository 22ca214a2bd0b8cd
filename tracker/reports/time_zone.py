"""The time of New Zealand as a calendar file tells it, so that no calendar need know it beforehand."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

TIME_ZONE = "Pacific/Auckland"

_STANDARD, _DAYLIGHT = timedelta(hours=12), timedelta(hours=13)
# Clocks change on Sundays at 2 o'clock standard time; since September 2007 the summer is three weeks longer
# (Daylight Time Order 2007). Each with its first day and its rule.
_Change = tuple[type[TimezoneStandard | TimezoneDaylight], date, dict[str, Any]]
_CHANGES: tuple[_Change, ...] = (
    (
        TimezoneStandard,
        date(1990, 3, 18),
        {"FREQ": "YEARLY", "BYMONTH": 3, "BYDAY": "3SU", "UNTIL": datetime(2008, 1, 1, tzinfo=UTC)},
    ),
    (
        TimezoneDaylight,
        date(1990, 10, 7),
        {"FREQ": "YEARLY", "BYMONTH": 10, "BYDAY": "1SU", "UNTIL": datetime(2007, 1, 1, tzinfo=UTC)},
    ),
    (TimezoneDaylight, date(2007, 9, 30), {"FREQ": "YEARLY", "BYMONTH": 9, "BYDAY": "-1SU"}),
    (TimezoneStandard, date(2008, 4, 6), {"FREQ": "YEARLY", "BYMONTH": 4, "BYDAY": "1SU"}),
)


def time_zone_of_new_zealand() -> Timezone:
    """The changes of the clock by their rules, from 1990 on and with no end."""
    zone = Timezone()
    zone.add("tzid", TIME_ZONE)
    for kind, first, rule in _CHANGES:
        summer = kind is TimezoneDaylight
        change = kind()
        # By the clock that is left.
        change.add("dtstart", datetime.combine(first, time(2 if summer else 3)))
        change.add("rrule", rule)
        change.add("tzoffsetfrom", _STANDARD if summer else _DAYLIGHT)
        change.add("tzoffsetto", _DAYLIGHT if summer else _STANDARD)
        change.add("tzname", "NZDT" if summer else "NZST")
        zone.add_component(change)
    return zone
