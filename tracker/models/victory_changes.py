"""What is done with a little victory: celebrated, and told to the home agencies (§7.2)."""

from dataclasses import replace
from datetime import date

from tracker.models.dates import shown
from tracker.models.mistake import Mistake
from tracker.models.records.result import Result


def celebrated(result: Result, on: date, today: date) -> Result:
    """Celebrated on that day. Raises Mistake if the day lies ahead, or before the victory."""
    _refuse(result, on, today, "celebrated")
    return replace(result, celebrated_on=on)


def told_home(result: Result, on: date, today: date) -> Result:
    """Told to the home agencies on that day. Raises Mistake if the day lies ahead, or before the victory."""
    _refuse(result, on, today, "told at home")
    return replace(result, told_home_on=on)


def _refuse(result: Result, on: date, today: date, done: str) -> None:
    if on > today:
        raise Mistake(f"{shown(on)} is still to come: give the day on which it was {done}, up to {shown(today)}.")
    if result.on and on < result.on:
        raise Mistake(f"The victory came on {shown(result.on)}: it cannot have been {done} on {shown(on)}.")
