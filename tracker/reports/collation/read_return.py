"""A return as head office read it: plain values that can be kept in a file and put together."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from tracker.models.period import Period
from tracker.models.records.handing_in import ReturnKind, ReturnState

Value = str | int | float | None
Row = dict[str, Value]


@dataclass(frozen=True)
class OpenCheck:
    """An error or a query on a return's Checks sheet."""

    severity: str
    check_id: str
    item: str
    message: str
    explanation: str = ""

    @property
    def sentence(self) -> str:
        """What it says, with what it is about."""
        return f"{self.item}: {self.message}" if self.item else self.message


@dataclass(frozen=True)
class ReadReturn:
    """One return. Days are ISO text. `rows` has, by sheet, its rows by heading; only the sheets that are counted from.

    `problem` is why the file cannot be trusted, "" if it can; of such a file as much is known as could be read.
    """

    sha256: str
    file: str = ""
    problem: str = ""
    checksum: str = ""
    checksum_ok: bool | None = None
    schema: str = ""
    return_id: str = ""
    kind: str = ""
    scope_id: str = ""
    scope: str = ""
    office_id: str = ""
    office: str = ""
    region: str = ""
    contact: str = ""
    period: str = ""
    period_from: str = ""
    period_to: str = ""
    revision: int = 0
    state: str = ""
    made_at: str = ""
    raw_rows: int = 0
    supersedes: str = ""
    checks: tuple[OpenCheck, ...] = ()
    rows: dict[str, list[Row]] = field(default_factory=dict)

    @property
    def known(self) -> bool:
        """Whether it says what it is and from whom."""
        return bool(self.return_id and self.kind and self.office_id)

    @property
    def key(self) -> tuple[str, str, str]:
        """What its revisions have in common: kind, scope and period."""
        return self.kind, self.scope_id, self.period

    @property
    def return_kind(self) -> ReturnKind:
        return ReturnKind(self.kind)

    @property
    def withdrawn(self) -> bool:
        return self.state == ReturnState.WITHDRAWN

    @property
    def kind_label(self) -> str:
        """As people call it."""
        return ReturnKind(self.kind).label if self.kind else "Not known"

    @property
    def called(self) -> str:
        """In a sentence: Group return of Papakura, 2007/08-Q4, revision 2."""
        return f"{self.kind_label} of {self.scope or self.office_id}, {self.period}, revision {self.revision}"

    @property
    def errors(self) -> tuple[OpenCheck, ...]:
        return tuple(each for each in self.checks if each.severity == "error")

    @property
    def queries(self) -> tuple[OpenCheck, ...]:
        """Those that nobody has explained."""
        return tuple(each for each in self.checks if each.severity == "query" and not each.explanation)

    def sheet(self, name: str) -> list[Row]:
        """The rows of a sheet; none if it has none."""
        return self.rows.get(name, [])

    def as_json(self) -> dict[str, Any]:
        """Plain values for a file."""
        return {**vars(self), "checks": [vars(check) for check in self.checks]}


def from_json(told: dict[str, Any]) -> ReadReturn:
    """Made again from `as_json`. Raises TypeError or KeyError if it is anything else."""
    checks = tuple(OpenCheck(**each) for each in told["checks"])
    return ReadReturn(**{**told, "checks": checks})


def period_label(begins: date, ends: date) -> str:
    """The period from a return's two days. Raises ValueError if they are no year and no quarter."""
    for period in (Period(ends.year), *(Period(ends.year + (ends.month > 6), quarter) for quarter in (1, 2, 3, 4))):
        if (period.first_day, period.last_day) == (begins, ends):
            return period.label
    raise ValueError(f"{begins} to {ends} is no period")
