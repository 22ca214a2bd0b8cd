"""An outside event that the group did not choose (§7.2)."""

from datetime import date
from typing import ClassVar

from tracker.models.choice import Choice
from tracker.models.fields import choice, day, prose, refers
from tracker.models.records.record import Record, record


class EventKind(Choice):
    """What sort of event it was."""

    RESTRUCTURE = "restructure"
    POLICY = "policy", "New policy"
    MONEY = "money", "Money gained or cut"
    MANDATE = "mandate", "Change of mandate"
    OTHER = "other", "Something else"


@record
class Event(Record):
    """Something outside that touched the group."""

    table: ClassVar[str] = "events"
    noun: ClassVar[str] = "outside event"
    nouns: ClassVar[str] = "outside events"

    group_id: str | None = refers("Group", "Group", required=True)
    on: date | None = day("Date", required=True)
    kind: EventKind | None = choice("Kind", EventKind, required=True)
    text: str = prose("What happened", required=True)
