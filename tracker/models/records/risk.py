"""A risk, and the note that spares somebody a surprise (§4.3, §8)."""

from datetime import date
from typing import ClassVar

from tracker.models.choice import Choice
from tracker.models.fields import choice, day, line, prose, refers
from tracker.models.records.record import Record, record


class RiskLevel(Choice):
    """How much would be at stake."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


@record
class Risk(Record):
    """What could go wrong, on whom it would fall, and whether they have been told."""

    table: ClassVar[str] = "risks"
    noun: ClassVar[str] = "risk"
    nouns: ClassVar[str] = "risks"

    group_id: str | None = refers("Group", "Group", required=True)
    meeting_id: str | None = refers("At the meeting", "Meeting")
    on: date | None = day("Date", required=True)
    text: str = prose("Risk", required=True)
    level: RiskLevel | None = choice("How high", RiskLevel, default=RiskLevel.MEDIUM, required=True)
    agency_id: str | None = refers("Falls on", "Agency")
    response: str = prose("What is done about it")
    told_on: date | None = day("No-surprises note given")
    told_whom: str = line("Given to")
    closed_on: date | None = day("Closed")

    def further_problems(self) -> list[str]:
        if self.closed_on and self.on and self.closed_on < self.on:
            return ["The risk was closed before it was seen: put one of the two dates right."]
        return []


class BarrierKind(Choice):
    """What stands in the way (§8.2)."""

    BOUNDARY = "boundary"
    BUDGET = "budget"
    PRIVACY = "privacy"
    RULES = "rules"
    REWARD = "reward"
    MANDATE = "mandate"


class BarrierState(Choice):
    """Where the question stands."""

    OPEN = "open", "Open"
    ASKED = "asked", "Asked above"
    SETTLED = "settled", "Settled"


@record
class Barrier(Record):
    """Something that needs a decision above the group (§8.2)."""

    table: ClassVar[str] = "barriers"
    noun: ClassVar[str] = "barrier"
    nouns: ClassVar[str] = "barriers"

    group_id: str | None = refers("Group", "Group", required=True)
    text: str = prose("What stands in the way", required=True)
    kind: BarrierKind | None = choice("Kind", BarrierKind, required=True)
    asked_of: str = line("Asked of")
    since: date | None = day("Since", required=True)
    state: BarrierState | None = choice("State", BarrierState, default=BarrierState.OPEN, required=True)


@record
class SetAside(Record):
    """A signal that the manager set aside for a group until a day, and why."""

    table: ClassVar[str] = "set_asides"
    noun: ClassVar[str] = "signal set aside"
    nouns: ClassVar[str] = "signals set aside"
    title_field: ClassVar[str] = "signal"

    group_id: str | None = refers("Group", "Group", required=True)
    signal: str = line("Signal", required=True, searched=False)
    until: date | None = day("Until", required=True)
    why: str = prose("Why", required=True)
    on: date | None = day("Set aside on")
