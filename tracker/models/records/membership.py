"""A seat at the table: an agency in a group, and who sits in it."""

from datetime import date
from decimal import Decimal
from typing import ClassVar

from tracker.models.choice import Choice
from tracker.models.fields import choice, day, decimal, prose, refers
from tracker.models.records.group import Joining
from tracker.models.records.record import Record, record


class RoleName(Choice):
    """The roles of a group (Summary, §3.2, §6.1); the first three are the trio."""

    PUBLIC_ENTREPRENEUR = "public_entrepreneur", "Public entrepreneur"
    GUARDIAN_ANGEL = "guardian_angel", "Guardian angel"
    FELLOW_TRAVELLER = "fellow_traveller", "Fellow-traveller"
    ACTIVE_CLIENT = "active_client", "Active client"
    CRITICAL_FRIEND = "critical_friend", "Critical friend"
    HOME_MANAGER = "home_manager", "Home manager"
    CHAIR = "chair", "Chair"
    KEY_CONTACT = "key_contact", "Key contact"


class Authority(Choice):
    """What somebody may promise for the agency (§3.4)."""

    ASKS_FIRST = "asks_first", "Asks at home first"
    OWN_TIME = "own_time", "Own time and information"
    MONEY = "money", "Money up to a limit"
    FULL = "full", "Anything the agency can do"


@record
class Membership(Record):
    """An agency's seat in a group from a day on; without a person it is the agency's seat as such."""

    table: ClassVar[str] = "members"
    noun: ClassVar[str] = "membership"
    nouns: ClassVar[str] = "memberships"
    title_field: ClassVar[str] = "note"

    group_id: str | None = refers("Group", "Group", required=True)
    agency_id: str | None = refers("Agency", "Agency", required=True)
    person_id: str | None = refers("Person", "Person")
    from_on: date | None = day("From", required=True)
    to_on: date | None = day("To")
    joining: Joining | None = choice("How they joined", Joining)
    may_commit: str = prose("May promise for the agency (§3.4)")
    note: str = prose("Note")
    authority: Authority | None = choice("How far that goes", Authority)
    authority_nzd: Decimal | None = decimal("Limit", unit="NZD", low=0, help="With money up to a limit.")
    confirmed_on: date | None = day("Confirmed", help="The day on which somebody last said that it still holds.")

    def active_on(self, today: date) -> bool:
        """Whether the seat is taken on that day; the last day counts."""
        return self.from_on is not None and self.from_on <= today and (self.to_on is None or self.to_on >= today)

    def further_problems(self) -> list[str]:
        if self.to_on and self.from_on and self.to_on < self.from_on:
            return ["The membership ends before it begins: put one of the two dates right."]
        if self.authority is Authority.MONEY and self.authority_nzd is None:
            return ["Give the limit up to which money may be promised."]
        return []


@record
class Role(Record):
    """A role that a person holds in a group, with its dates: people move, and that is when groups stall (§1.1)."""

    table: ClassVar[str] = "roles"
    noun: ClassVar[str] = "role"
    nouns: ClassVar[str] = "roles"
    title_field: ClassVar[str] = "name"

    group_id: str | None = refers("Group", "Group", required=True)
    person_id: str | None = refers("Person", "Person", required=True)
    name: RoleName | None = choice("Role", RoleName, required=True)
    from_on: date | None = day("From", required=True)
    to_on: date | None = day("To")
    note: str = prose("Note")
    confirmed_on: date | None = day("Confirmed", help="The day on which somebody last said that it still holds.")

    def active_on(self, today: date) -> bool:
        """Whether the role is held on that day; the last day counts."""
        return self.from_on is not None and self.from_on <= today and (self.to_on is None or self.to_on >= today)

    def further_problems(self) -> list[str]:
        if self.to_on and self.from_on and self.to_on < self.from_on:
            return ["The role ends before it begins: put one of the two dates right."]
        return []
