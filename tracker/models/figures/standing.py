"""The standing of a commitment on a day, worked out from its dates (§4.1)."""

from datetime import date

from tracker.models.choice import Choice
from tracker.models.records.commitment import Commitment


class Standing(Choice):
    """How a promise stands."""

    OPEN = "open"
    OVERDUE = "overdue"
    KEPT = "kept"
    KEPT_LATE = "kept_late"
    RELEASED = "released"
    MISSED = "missed"


def standing(commitment: Commitment, today: date) -> Standing:
    """How the promise stood on that day; what was recorded for a later day is left out."""
    if _happened(commitment.kept_on, today):
        late = commitment.due is not None and commitment.kept_on is not None and commitment.kept_on > commitment.due
        return Standing.KEPT_LATE if late else Standing.KEPT
    if _happened(commitment.released_on, today):
        return Standing.RELEASED
    if _happened(commitment.missed_on, today):
        return Standing.MISSED
    return Standing.OVERDUE if commitment.due and commitment.due < today else Standing.OPEN


def fallen_due(commitment: Commitment, today: date) -> bool:
    """Whether the promise was due by that day and the group had not released it."""
    return _happened(commitment.due, today) and not _happened(commitment.released_on, today)


def closed_on(commitment: Commitment) -> date | None:
    """The day it was kept, released or given up as missed; None while it is open."""
    return commitment.kept_on or commitment.released_on or commitment.missed_on


def _happened(day: date | None, today: date) -> bool:
    return day is not None and day <= today
