"""The vertical side: an agency's frameworks, lines and measures, and which result counts towards which line."""

from datetime import date, datetime
from decimal import Decimal
from typing import ClassVar

from tracker.models.choice import Choice
from tracker.models.fields import (
    choice,
    day,
    decimal,
    line,
    moment,
    prose,
    refers,
    whole,
)
from tracker.models.records.outcome import Direction
from tracker.models.records.record import Record, Sensitivity, record
from tracker.models.records.result import Grade, Rba

# A share is kept in basis points: 10,000 is the whole of a result.
WHOLE_SHARE = 10_000


class FrameworkKind(Choice):
    """What sort of promise upwards a framework is."""

    ESTIMATES = "estimates"
    STRATEGIC_INTENTIONS = "strategic_intentions"
    SPE = "spe", "Statement of performance expectations"
    ANNUAL_REPORT = "annual_report"
    CE_EXPECTATION = "ce_expectation", "Chief executive's expectations"
    GOVERNMENT_TARGET = "government_target"
    OUTCOME_FRAMEWORK = "outcome_framework"
    COUNCIL_LTP = "council_ltp", "Council long-term plan"
    CONTRACT = "contract"
    INTERNAL_PLAN = "internal_plan"


class FrameworkState(Choice):
    """Whether a framework is in force."""

    DRAFT = "draft"
    CURRENT = "current"
    SUPERSEDED = "superseded"


@record
class Framework(Record):
    """A set of accountability lines for a period; without an owner it is all of government's."""

    table: ClassVar[str] = "frameworks"
    noun: ClassVar[str] = "framework"
    nouns: ClassVar[str] = "frameworks"
    title_field: ClassVar[str] = "name"

    sensitivity: Sensitivity = choice("Who may see it", Sensitivity, default=Sensitivity.OPEN, required=True)
    name: str = line("Name", required=True)
    kind: FrameworkKind | None = choice("Kind", FrameworkKind, required=True)
    owner_agency_id: str | None = refers("Whose it is", "Agency")
    period_from: date | None = day("From", required=True)
    period_to: date | None = day("To", required=True)
    vintage: str = line("Vintage", help="Such as Budget 2026 Main Estimates.")
    source_url: str = line("Where it was published", searched=False)
    source_sha256: str = line("Checksum of the published file", searched=False)
    licence: str = line("Licence", searched=False)
    imported_at: datetime | None = moment("Brought in")
    state: FrameworkState | None = choice("State", FrameworkState, default=FrameworkState.CURRENT, required=True)

    def further_problems(self) -> list[str]:
        if self.period_from and self.period_to and self.period_to < self.period_from:
            return ["The framework ends before it begins: put one of the two dates right."]
        return []


class GroupType(Choice):
    """Whether a line stands alone or in a multi-category appropriation."""

    SINGLE = "Single", "Single"
    MCA = "MCA", "Category of a multi-category appropriation"
    PARENT = "parent", "Multi-category appropriation"


class Periodicity(Choice):
    """Annual or multi-year."""

    ANNUAL = "A", "Annual"
    MULTI_YEAR = "M", "Multi-year"


@record
class Line(Record):
    """One accountability line of one year, as Treasury publishes it; key: Department|App ID|Year|Amount Type."""

    table: ClassVar[str] = "lines"
    noun: ClassVar[str] = "accountability line"
    nouns: ClassVar[str] = "accountability lines"
    title_field: ClassVar[str] = "name"

    sensitivity: Sensitivity = choice("Who may see it", Sensitivity, default=Sensitivity.OPEN, required=True)
    framework_id: str | None = refers("Framework", "Framework", required=True)
    line_key: str = line("Key", required=True, searched=False)
    parent_line_id: str | None = refers("Part of", "Line")
    code: str = line("Code", required=True)
    parent_code: str = line("Code of the whole", searched=False)
    name: str = line("Appropriation", required=True)
    category_name: str = line("Category")
    administering_agency: str = line("Administered by", required=True)
    using_agency: str = line("Used by")
    vote: str = line("Vote")
    portfolio_name: str = line("Portfolio", searched=False)
    portfolio_no: str = line("Portfolio number", searched=False)
    appropriation_type: str = line("Type", searched=False)
    group_type: GroupType | None = choice("Single or part", GroupType)
    restriction_type: str = line("Restriction", searched=False)
    functional_classification: str = line("Functional classification", searched=False)
    scope: str = prose("Scope")
    amount_000: int | None = whole("Amount", unit="$000")
    year_end: int | None = whole("Year ending 30 June", low=1990, high=2199)
    amount_type: str = line("Amount type", searched=False)
    periodicity: Periodicity | None = choice("Annual or multi-year", Periodicity)
    successor_line_id: str | None = refers("Continues as", "Line")

    @property
    def shown_name(self) -> str:
        """The category where the line is one of several, else the appropriation."""
        return self.category_name or self.name


class Operator(Choice):
    """How a target is read."""

    AT_LEAST = ">=", "at least"
    AT_MOST = "<=", "at most"
    EQUAL = "=", "equal to"
    BETWEEN = "between"
    IN_WORDS = "text", "in words"


@record
class Measure(Record):
    """A performance measure of a line."""

    table: ClassVar[str] = "measures"
    noun: ClassVar[str] = "measure"
    nouns: ClassVar[str] = "measures"

    sensitivity: Sensitivity = choice("Who may see it", Sensitivity, default=Sensitivity.OPEN, required=True)
    line_id: str | None = refers("Line", "Line", required=True)
    code: str = line("Code", required=True)
    text: str = prose("Measure", required=True)
    rba: Rba | None = choice("Asks", Rba)
    unit: str = line("Unit", searched=False)
    direction: Direction | None = choice("Better is", Direction)
    target_op: Operator | None = choice("Target is", Operator)
    target_low: Decimal | None = decimal("Target from")
    target_high: Decimal | None = decimal("Target to")
    target_words: str = line("Target in words", searched=False)
    baseline: Decimal | None = decimal("Baseline")
    actual: Decimal | None = decimal("Actual")
    frequency: str = line("How often", searched=False)
    page_ref: str = line("Page", searched=False)

    def further_problems(self) -> list[str]:
        if self.target_op is not Operator.BETWEEN:
            return []
        if self.target_low is None or self.target_high is None or self.target_high < self.target_low:
            return ["A target between two values needs both, the smaller one first."]
        return []


class MappingRole(Choice):
    """Whether the agency is at the heart of the result or helps."""

    CORE = "core"
    SUPPORTING = "supporting"


class MappingType(Choice):
    """In what way an agency had a part."""

    LEAD = "lead", "Led"
    FUNDED = "funded"
    DELIVERED = "delivered"
    CO_DELIVERED = "co_delivered", "Delivered together"
    ENABLED = "enabled"
    AUTHORISED = "authorised"
    INFORMED = "informed"
    IN_KIND = "in_kind", "In kind"


class ShareBasis(Choice):
    """How a share was arrived at."""

    NONE = "none", "No share"
    AGREED = "agreed", "Agreed"
    EQUAL = "equal", "Equal split"
    STRENGTH = "strength", "By strength"
    COST = "cost", "By cost"


class MappingState(Choice):
    """How far a claim is agreed. Disputed and withdrawn claims are kept and do not count."""

    DRAFT = "draft"
    AGENCY_AGREED = "agency_agreed", "Agreed by the agency"
    GROUP_AGREED = "group_agreed", "Agreed by the group"
    DISPUTED = "disputed"
    WITHDRAWN = "withdrawn"


STRENGTH_WORDS = ("no part", "helped", "clearly helped", "needed", "essential")


@record
class Mapping(Record):
    """This result counts towards that line: in what way, with what share, on what evidence.

    `strength` 0 to 4 in the words of STRENGTH_WORDS; `share_bp` in basis points, 10,000 is the whole result.
    Without a line the agency is a contributor all the same, as an NGO or iwi may be.
    """

    table: ClassVar[str] = "mappings"
    noun: ClassVar[str] = "claim on a line"
    nouns: ClassVar[str] = "claims on lines"
    title_field: ClassVar[str] = "narrative"

    result_id: str | None = refers("Result", "Result", required=True)
    agency_id: str | None = refers("Agency", "Agency", required=True)
    line_id: str | None = refers("Line", "Line")
    measure_id: str | None = refers("Measure", "Measure")
    outcome_id: str | None = refers("Outcome", "SharedOutcome")
    role: MappingRole | None = choice("Role", MappingRole, default=MappingRole.SUPPORTING, required=True)
    type: MappingType | None = choice("Part", MappingType, required=True, default=MappingType.ENABLED)
    strength: int | None = whole("Strength", low=0, high=4, help="0 no part, 4 would not have happened without it.")
    share_bp: int | None = whole("Share", unit="1/10,000", low=0, high=WHOLE_SHARE)
    share_basis: ShareBasis | None = choice("Share rests on", ShareBasis, default=ShareBasis.NONE, required=True)
    narrative: str = prose("The sentence for head office", help="Up to 500 characters.")
    rival_explanation: str = prose("What else could explain it")
    evidence_grade: Grade | None = choice("Evidence", Grade)
    state: MappingState | None = choice("State", MappingState, default=MappingState.DRAFT, required=True)
    agreed_on: date | None = day("Agreed")
    agreed_meeting_id: str | None = refers("Agreed at the meeting", "Meeting")
    revision: int = whole("Revision", low=1, default=1, required=True)

    @property
    def live(self) -> bool:
        """Whether the claim counts: neither disputed nor withdrawn."""
        return self.state not in (MappingState.DISPUTED, MappingState.WITHDRAWN)

    def further_problems(self) -> list[str]:
        if len(self.narrative) > 500:
            return [f"The sentence for head office has {len(self.narrative)} characters: 500 fit."]
        if self.share_bp is not None and self.share_basis is ShareBasis.NONE:
            return ["Say what the share rests on: agreed, equal split, strength or cost."]
        return []
