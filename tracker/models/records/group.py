"""A group of agencies that work on something together."""

from datetime import date
from typing import ClassVar

from tracker.models.choice import Choice
from tracker.models.fields import choice, day, line, prose, several, yes_no
from tracker.models.records.record import Record, Sensitivity, record


class Trigger(Choice):
    """Why a group forms (§2.2)."""

    NO_SENSE = "no_sense", "The usual picture makes no sense here"
    NOT_ALONE = "not_alone", "No one agency can do it alone"
    CRISIS = "crisis", "A crisis, or high public profile"
    NOT_STANDARD = "not_standard", "Standard procedure does not fit"
    EARLIER_FAILED = "earlier_failed", "Earlier attempts failed"
    OPPORTUNITY = "opportunity", "An opportunity turned up"


class Openness(Choice):
    """Who may join (§3.2)."""

    OPEN = "open", "Open"
    CLOSED = "closed", "Closed"


class Joining(Choice):
    """How members came to be there (§3.2)."""

    MANDATED = "mandated", "Mandated"
    SELF_SELECTED = "self_selected", "Self-selected"
    MIXED = "mixed", "Some of each"


class SharingBasis(Choice):
    """On what basis information is shared (§8.2, Privacy Act 2020)."""

    CONSENT = "consent", "Consent"
    LAW = "law", "A law allows it"
    NONE_NEEDED = "none_needed", "None needed: nothing about people"


class Participation(Choice):
    """How iwi and Māori take part (§8.3)."""

    PARTNERSHIP = "partnership", "Partnership"
    CONSULTATION = "consultation", "Consultation"
    ADVICE = "advice", "Advice is taken"
    NOT_TAKEN_UP = "not_taken_up", "Offered, not taken up"


@record
class Group(Record):
    """An interagency group, partnership or collaboration."""

    table: ClassVar[str] = "groups"
    noun: ClassVar[str] = "group"
    nouns: ClassVar[str] = "groups"
    title_field: ClassVar[str] = "name"

    sensitivity: Sensitivity = choice("Who may see it", Sensitivity, default=Sensitivity.OPEN, required=True)
    name: str = line("Name", required=True)
    short_name: str = line("Short name", help="As it stands in the list of groups.")
    code: str = line("Short code", required=True, help="Stands in the names of returns, such as ICM.")
    purpose: str = prose("Shared purpose", help="What the group is there to change, in a sentence.")
    theme: str = line("Theme")
    place: str = line("Place")
    started_on: date | None = day("Started", required=True)
    closed_on: date | None = day("Closed")
    closed_because: str = prose("Why it closed")
    triggers: tuple[Trigger, ...] = several("Why it formed (§2.2)", Trigger)
    catalyst: str = line("Who was the catalyst (§2.2)")
    openness: Openness | None = choice("Membership", Openness)
    joining: Joining | None = choice("How members joined", Joining)
    ratings_named: bool = yes_no("Ratings are shown with the agency's name", help="Only if the group agreed to it.")
    sharing_basis: SharingBasis | None = choice("Basis for sharing information (§8.2)", SharingBasis)
    sharing_note: str = prose("How that basis works here")
    participation: Participation | None = choice("How iwi and Māori take part (§8.3)", Participation)
    participation_note: str = prose("Who advises, and how")
    sign_out: str = prose("Who signs an agency's advice when its member sits here (§8.1)")
    boundaries: str = prose("Boundaries that do not line up (§8.2)")
    next_meeting_on: date | None = day("Next meeting")

    @property
    def called(self) -> str:
        """The short name where there is one."""
        return self.short_name or self.name

    def open_on(self, today: date) -> bool:
        """Whether the group is not closed on that day; it may be still to begin."""
        return self.closed_on is None or self.closed_on > today

    def runs_on(self, today: date) -> bool:
        """Whether the group has begun and is not closed on that day."""
        return (self.started_on is None or self.started_on <= today) and self.open_on(today)

    def further_problems(self) -> list[str]:
        if self.closed_on and self.started_on and self.closed_on < self.started_on:
            return ["The group closed before it started: put one of the two dates right."]
        if self.closed_on and not self.closed_because:
            return ["Say in a line why the group closed."]
        return []
