"""One row of a log, read: each cell as what it means, or a sentence that says why it cannot be."""

import hashlib
import json
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import TypeVar

from tracker.models.choice import Choice
from tracker.models.log_columns import (
    LogColumn,
    LogKind,
    PromiseState,
)
from tracker.models.log_present import Came
from tracker.models.records.agency import Agency
from tracker.models.records.group import Group
from tracker.models.records.meeting import Feeling
from tracker.models.records.person import Person
from tracker.models.records.record import Sensitivity
from tracker.models.records.result import Rba
from tracker.models.records.risk import RiskLevel

T = TypeVar("T")
C = LogColumn


@dataclass(frozen=True)
class CellProblem:
    """What is to be said of one cell: what stands there, why that cannot be, and what to do."""

    column: Choice
    value: str
    reason: str
    advice: str

    @property
    def sentence(self) -> str:
        """Both in one line, as the marked copy has it."""
        said = f"{self.column.label} “{_short(self.value)}” {self.reason}." if self.value else f"{self.reason}."
        return f"{said} {self.advice}".strip()


@dataclass(frozen=True, kw_only=True)
class LogEntry:
    """A row that could be read. What is not asked of its kind is kept all the same, and not used."""

    on: date
    group: Group
    place: str
    chair: Person | None
    chair_named: str
    present: tuple[Came, ...]
    kind: LogKind
    text: str
    agency: Agency | None
    person: Person | None
    person_named: str
    due: date | None
    state: PromiseState | None
    value: Decimal | None
    unit: str
    baseline: Decimal | None
    rba: Rba | None
    agencies: tuple[Agency, ...]
    line_code: str
    strength: int | None
    evidence: str
    sensitivity: Sensitivity
    entered_by: str
    to: str
    to_agency: Agency | None
    level: RiskLevel | None
    felt: Feeling | None

    @property
    def content(self) -> str:
        """A checksum of all that the row says, however its cells were typed."""
        told = [[part.name, _told(getattr(self, part.name))] for part in fields(self)]
        return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()


def _told(value: object) -> object:
    if isinstance(value, (Group, Agency, Person)):
        return value.id
    if isinstance(value, Came):
        return value.told
    if isinstance(value, tuple):
        return [_told(each) for each in value]
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return None if value is None else str(value)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:59]}…"
