"""What an agency puts in (§4.1, §4.2, story 7), and what its home supports (§6.2)."""

from datetime import date
from decimal import Decimal
from typing import ClassVar

from tracker.models.choice import Choice
from tracker.models.fields import choice, day, decimal, line, prose, refers
from tracker.models.records.record import Record, record


class Resource(Choice):
    """Kinds of resource; they are never added up."""

    MONEY = "money", "Money"
    STAFF_TIME = "staff_time", "Staff time"
    PLACE_OR_GOODS = "place_or_goods", "Place or goods"
    INFORMATION = "information", "Information"
    KNOWLEDGE = "knowledge", "Knowledge"
    MANDATE = "mandate", "Mandate"


@record
class Contribution(Record):
    """One thing an agency promised or put in; delivered on a day, or not yet."""

    table: ClassVar[str] = "contributions"
    noun: ClassVar[str] = "contribution"
    nouns: ClassVar[str] = "contributions"

    group_id: str | None = refers("Group", "Group", required=True)
    agency_id: str | None = refers("Agency", "Agency", required=True)
    kind: Resource | None = choice("Kind", Resource, required=True)
    text: str = prose("What")
    quantity: Decimal | None = decimal("Quantity", low=0)
    unit: str = line("Unit", help="Such as hours, NZD or rooms.", searched=False)
    value_nzd: Decimal | None = decimal("Value", unit="NZD", low=0)
    promised_on: date | None = day("Promised")
    delivered_on: date | None = day("Delivered")
    support_id: str | None = refers("From this support", "Support")

    def further_problems(self) -> list[str]:
        if not self.promised_on and not self.delivered_on:
            return ["Say when it was promised or delivered."]
        if self.quantity is not None and not self.unit:
            return ["Say what the quantity counts: hours, NZD, rooms."]
        return []


class SupportKind(Choice):
    """What a home agency can give its member (§6.2, §6.3)."""

    TIME = "time", "Time"
    MONEY = "money", "Money"
    ADMINISTRATION = "administration", "Administration"
    PERMISSION = "permission", "Permission to act differently"
    COACHING = "coaching", "Coaching"


@record
class Support(Record):
    """Support from a home agency: asked for, promised, secured."""

    table: ClassVar[str] = "supports"
    noun: ClassVar[str] = "support"
    nouns: ClassVar[str] = "supports"

    group_id: str | None = refers("Group", "Group", required=True)
    agency_id: str | None = refers("Home agency", "Agency", required=True)
    kind: SupportKind | None = choice("Kind", SupportKind, required=True)
    text: str = prose("What")
    amount_nzd: Decimal | None = decimal("Amount", unit="NZD", low=0)
    asked_on: date | None = day("Asked for")
    promised_on: date | None = day("Promised")
    secured_on: date | None = day("Secured")
