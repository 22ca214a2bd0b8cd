"""A log as plain values: what a file held, before anybody judges what becomes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from tracker.models.log_columns import FORM, MEETING, PREFILLED, SCHEMA_VERSION, LogColumn

# A date has no time of its own here; a time of day is cut off where a file is read.
Value = str | int | Decimal | bool | datetime | None


@dataclass(frozen=True)
class LogFacts:
    """What a log is known by. `office_code` is the short code of the office that gave it out."""

    template_id: str
    office_code: str
    office: str
    issued_at: str
    made_as: str = FORM
    group_codes: tuple[str, ...] = ()
    version: str = SCHEMA_VERSION

    @property
    def of_a_meeting(self) -> bool:
        """Whether the program wrote it from a meeting: then a promise may stand without a day, as it does there."""
        return self.made_as == MEETING


@dataclass(frozen=True)
class LogLine:
    """One row with something in it. `number` is the row's in its file; `notes` say what was odd about it.

    `refused` says of a column why its cell cannot be read, and what to do.
    """

    number: int
    cells: Mapping[LogColumn, Value]
    notes: tuple[str, ...] = ()
    refused: Mapping[LogColumn, tuple[str, str]] = field(default_factory=dict)

    @property
    def filled(self) -> bool:
        """Whether there is more than what was filled in beforehand."""
        return any(value not in (None, "") for column, value in self.cells.items() if column not in PREFILLED) or bool(
            self.refused
        )

    @property
    def ref(self) -> str:
        """What the row is known by in its log, such as L001; "" if that was taken out."""
        value = self.cells.get(LogColumn.ROW_REF)
        return "" if value is None else str(value).strip()


@dataclass(frozen=True)
class LogFile:
    """A whole log: its facts, the rows in their order, empty ones too, and what was odd about the file."""

    facts: LogFacts
    lines: tuple[LogLine, ...]
    notes: tuple[str, ...] = ()
