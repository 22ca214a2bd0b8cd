"""What left the office: returns with their sign-off and receipts, and the register of everything that went out."""

from datetime import date, datetime
from typing import ClassVar

from tracker.models.choice import Choice
from tracker.models.fields import choice, day, line, moment, prose, refers, whole
from tracker.models.records.record import Record, record


class ReturnKind(Choice):
    """The four returns."""

    GROUP = "R1", "Group return"
    AGENCY = "R2", "Agency return"
    REGION = "R3", "Region return"
    NATIONAL = "R4", "National workbook"


class ReturnState(Choice):
    """How far a return has come."""

    DRAFT = "draft"
    PROVISIONAL = "provisional"
    CERTIFIED = "certified"
    AMENDED = "amended"
    WITHDRAWN = "withdrawn"


@record
class Return(Record):
    """One return as it was saved. A certified one is never changed, only followed by a later revision."""

    table: ClassVar[str] = "returns"
    noun: ClassVar[str] = "return"
    nouns: ClassVar[str] = "returns"
    title_field: ClassVar[str] = "scope"

    kind: ReturnKind | None = choice("Return", ReturnKind, required=True)
    scope: str = line("Of", required=True, help="The group's, agency's or region's name.")
    scope_id: str = line("Whose", searched=False)
    period: str = line("Period", required=True, searched=False)
    period_from: date | None = day("From", required=True)
    period_to: date | None = day("To", required=True)
    revision: int = whole("Revision", low=1, default=1, required=True)
    state: ReturnState | None = choice("State", ReturnState, default=ReturnState.DRAFT, required=True)
    schema: str = line("Shape", searched=False)
    checksum: str = line("Checksum of the contents", searched=False)
    supersedes_id: str | None = refers("Follows", "Return")

    def further_problems(self) -> list[str]:
        if self.period_from and self.period_to and self.period_to < self.period_from:
            return ["The period ends before it begins: put one of the two dates right."]
        return []


class SignOffRole(Choice):
    """Who signs."""

    PREPARED = "prepared"
    GROUP_AGREED = "group_agreed", "Agreed by the group"
    AGENCY_MANAGER = "agency_manager"
    REGIONAL = "regional"
    HEAD_OFFICE = "head_office"


class Assurance(Choice):
    """How the figures were checked."""

    AUDITED = "audited"
    RANDOM = "random_checks", "Random checks"
    PERIODIC = "periodic_checks", "Periodic checks"
    NONE = "none"


@record
class SignOff(Record):
    """A typed name under a return: a note of who stands behind it, not an electronic signature."""

    table: ClassVar[str] = "sign_offs"
    noun: ClassVar[str] = "sign-off"
    nouns: ClassVar[str] = "sign-offs"
    title_field: ClassVar[str] = "name"

    return_id: str | None = refers("Return", "Return", required=True)
    role: SignOffRole | None = choice("Role", SignOffRole, required=True)
    name: str = line("Name", required=True)
    position: str = line("Position")
    agency: str = line("Agency")
    on: date | None = day("Date")
    statement: str = prose("Statement")
    assurance: Assurance | None = choice("Assurance", Assurance)


class Verdict(Choice):
    """What head office said of a return."""

    RECEIVED = "received"
    ACCEPTED = "accepted"
    QUERIED = "queried"
    REJECTED = "rejected"


@record
class Receipt(Record):
    """Head office's answer to a return."""

    table: ClassVar[str] = "receipts"
    noun: ClassVar[str] = "receipt"
    nouns: ClassVar[str] = "receipts"
    title_field: ClassVar[str] = "verdict"

    return_id: str | None = refers("Return", "Return", required=True)
    received_at: datetime | None = moment("Received", required=True)
    file_sha256: str = line("Checksum of the file", searched=False)
    verdict: Verdict | None = choice("Verdict", Verdict, required=True)
    issues: str = prose("Errors and queries")


@record
class Departure(Record):
    """An entry of the register of what left: what, to whom, for what purpose, how many rows, the file's checksum."""

    table: ClassVar[str] = "departures"
    noun: ClassVar[str] = "entry of what left"
    nouns: ClassVar[str] = "entries of what left"
    title_field: ClassVar[str] = "what"

    at: datetime | None = moment("When", required=True)
    what: str = line("What", required=True)
    to_whom: str = line("To whom", required=True)
    purpose: str = line("Purpose", required=True)
    rows: int | None = whole("Rows", low=0, required=True)
    file_name: str = line("File", searched=False)
    file_sha256: str = line("Checksum of the file", searched=False)
    return_id: str | None = refers("Return", "Return")
