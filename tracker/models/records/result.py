"""A result: an indicator's movement or a little victory (§7.2), with a number or as a story; and its evidence."""

from datetime import date
from decimal import Decimal
from typing import ClassVar

from tracker.models.choice import Choice
from tracker.models.fields import choice, day, decimal, line, prose, refers, refers_to_several, whole
from tracker.models.records.record import Record, record


class ResultLevel(Choice):
    """How far from the work a result lies."""

    ACTIVITY = "activity", "Activity"
    OUTPUT = "output", "Output"
    CLIENT_RESULT = "client_result", "Result for people"
    SYSTEM_CHANGE = "system_change", "Change of the system"
    RELATIONSHIP = "relationship", "Relationship"
    LEARNING = "learning", "Learning"


class Rba(Choice):
    """The three questions of results-based accountability."""

    HOW_MUCH = "how_much", "How much"
    HOW_WELL = "how_well", "How well"
    BETTER_OFF = "better_off", "Better off"


class Aggregation(Choice):
    """How values of this result may be put together."""

    SUM = "sum", "Add up"
    LATEST = "latest", "Latest counts"
    RATIO = "ratio", "Ratio"
    NONE = "none", "One result"


class CountBasis(Choice):
    """What a number counts; never added across."""

    PEOPLE = "people"
    WHANAU = "whanau", "Whānau"
    HOUSEHOLDS = "households"
    ORGANISATIONS = "organisations"
    EVENTS = "events"
    HOURS = "hours"
    DOCUMENTS = "documents"


class ResultState(Choice):
    """How settled a result is."""

    DRAFT = "draft"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


@record
class Result(Record):
    """A little victory or another result. Of a change, `value` is the change and `baseline` explains it."""

    table: ClassVar[str] = "results"
    noun: ClassVar[str] = "result"
    nouns: ClassVar[str] = "results"
    title_field: ClassVar[str] = "name"

    group_id: str | None = refers("Group", "Group", required=True)
    meeting_id: str | None = refers("Told at the meeting", "Meeting")
    outcome_id: str | None = refers("Shared outcome it served", "SharedOutcome")
    name: str = prose("Title", required=True)
    narrative: str = prose("The story")
    who_gained: str = prose("Who gained, and how")
    credit_ids: tuple[str, ...] = refers_to_several("Agencies that share the credit", "Agency")
    on: date | None = day("Date", required=True)
    period_from: date | None = day("Period from")
    period_to: date | None = day("Period to")
    level: ResultLevel | None = choice("Level", ResultLevel, default=ResultLevel.CLIENT_RESULT, required=True)
    rba: Rba | None = choice("Better off?", Rba)
    unit: str = line("Unit", help="Such as people or households.", searched=False)
    value: Decimal | None = decimal("Value")
    baseline: Decimal | None = decimal("Baseline")
    aggregation: Aggregation | None = choice("Adding up", Aggregation, default=Aggregation.NONE, required=True)
    numerator: Decimal | None = decimal("Numerator")
    denominator: Decimal | None = decimal("Denominator")
    count_basis: CountBasis | None = choice("What is counted", CountBasis)
    primary_reporter: str = line("Office that reports it first", searched=False)
    place: str = line("Place")
    celebrated_on: date | None = day("Celebrated")
    told_home_on: date | None = day("Told to the home agencies")
    state: ResultState | None = choice("State", ResultState, default=ResultState.DRAFT, required=True)
    revision: int = whole("Revision", low=1, default=1, required=True)

    @property
    def title(self) -> str:
        return self.name

    def further_problems(self) -> list[str]:
        if self.value is not None and not self.unit:
            return ["Say what the value counts: give its unit."]
        if self.aggregation is Aggregation.SUM and self.value is not None and self.count_basis is None:
            return ["A value that is added up needs to say what is counted."]
        if self.period_from and self.period_to and self.period_to < self.period_from:
            return ["The period ends before it begins: put one of the two dates right."]
        if self.aggregation is Aggregation.RATIO and (self.numerator is None or not self.denominator):
            return ["A ratio needs its numerator and its denominator, and the denominator cannot be 0."]
        return []


class EvidenceKind(Choice):
    """What the evidence is."""

    MINUTES = "minutes"
    DATA = "data"
    LETTER = "letter"
    EVALUATION = "evaluation"
    PHOTO = "photo"
    MEDIA = "media"


class Grade(Choice):
    """How far evidence carries, from A down."""

    A = "A", "A: independent or administrative data"
    B = "B", "B: an agency's own records"
    C = "C", "C: accounts of two or more members"
    D = "D", "D: one account"


@record
class Evidence(Record):
    """What shows that a result, or a claim on it, is so: where it is kept, never the thing itself."""

    table: ClassVar[str] = "evidence"
    noun: ClassVar[str] = "piece of evidence"
    nouns: ClassVar[str] = "pieces of evidence"
    title_field: ClassVar[str] = "name"

    result_id: str | None = refers("Result", "Result")
    mapping_id: str | None = refers("Claim on a line", "Mapping")
    kind: EvidenceKind | None = choice("Kind", EvidenceKind, required=True)
    name: str = line("Title", required=True)
    reference: str = line("Where it is kept")
    on: date | None = day("Date")
    grade: Grade | None = choice("Grade", Grade, required=True)

    def further_problems(self) -> list[str]:
        if not self.result_id and not self.mapping_id:
            return ["Say which result this is evidence of."]
        return []
