"""Setting a signal aside for a group until a day, and taking it back."""

from dataclasses import replace
from datetime import date, timedelta

from tracker.models.dates import shown
from tracker.models.mistake import Mistake
from tracker.models.records.risk import SetAside

# For how long a signal is set aside where nobody says otherwise, in days.
USUAL_DAYS = 30


def usual_day(today: date) -> date:
    """The day that is offered."""
    return today + timedelta(days=USUAL_DAYS)


def holds(aside: SetAside, today: date) -> bool:
    """Whether it is set aside today; on its day it is back."""
    begun = aside.on is None or aside.on <= today
    return begun and aside.until is not None and aside.until > today


def put_aside(aside: SetAside, until: date, why: str, today: date) -> SetAside:
    """Set aside from today until a day, on which it is back. Raises Mistake for a day not after today, or no reason."""
    if until <= today:
        raise Mistake(f"{shown(until)} is not after today, so nothing would be set aside: give a later day.")
    if not why.strip():
        raise Mistake("Say why it can wait: whoever looks next will want to know.")
    return replace(aside, until=until, why=why.strip(), on=today)


def brought_back(aside: SetAside, today: date) -> SetAside:
    """As from today it stands among the others again; that it was set aside stays on record."""
    return replace(aside, until=today)
