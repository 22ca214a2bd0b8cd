"""Times of day as people here write and read them."""

import re
from datetime import time

from tracker.models.mistake import Mistake

_TIME = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm|a\.m\.|p\.m\.)?", re.IGNORECASE)


def read_time(text: str) -> time:
    """Reads 14:00, 14.00, 2 pm, 2.30pm and 9 am. Raises Mistake for anything else."""
    found = _TIME.fullmatch(text.strip())
    half = found[3].lower()[0] if found and found[3] else ""
    if found is None or (not found[2] and not half):
        raise Mistake(f"“{text.strip()}” is no time: write it like 14:00 or 2 pm.")
    hour, minute = int(found[1]), int(found[2] or 0)
    if half and not 1 <= hour <= 12:
        raise Mistake(f"There is no {text.strip()}: write it like 14:00 or 2 pm.")
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23 or minute > 59:
        raise Mistake(f"There is no {text.strip()}: the day has 24 hours of 60 minutes.")
    return time(hour, minute)


def shown_time(at: time | None) -> str:
    """14:00, or "" without a time."""
    return f"{at:%H:%M}" if at else ""
