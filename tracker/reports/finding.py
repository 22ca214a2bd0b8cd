"""What a check found, and what a check is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from tracker.models.choice import Choice
from tracker.models.records.record import Record

Facts = TypeVar("Facts")


class Severity(Choice):
    """How much a finding weighs: errors stop signing, queries want an explanation, warnings inform."""

    ERROR = "error"
    QUERY = "query"
    WARNING = "warning"
    PASS = "pass"


@dataclass(frozen=True)
class Finding:
    """One line of the Checks sheet. `record` is what it is about; `result_id` the result that it concerns.

    `sheet` and `row` say where it stands in the workbook; "" and None where it is about the whole return.
    `explanation` is what the office says about a query; "" while it says nothing.
    """

    check_id: str
    rule: str
    severity: Severity
    message: str
    item: str = ""
    record: Record | None = None
    result_id: str = ""
    sheet: str = ""
    row: int | None = None
    explanation: str = ""

    @property
    def about_id(self) -> str:
        """The id of what it is about, by which an explanation knows it again; "" where it is about the whole return."""
        return self.record.id if self.record else self.result_id

    @property
    def key(self) -> tuple[str, str, str]:
        """Tells it from all others of its return."""
        return self.check_id, self.about_id, self.message

    @property
    def open(self) -> bool:
        """Whether it stands in the way of signing: an error, or a query without an explanation."""
        return self.severity is Severity.ERROR or (self.severity is Severity.QUERY and not self.explanation)


@dataclass(frozen=True)
class Trouble:
    """What a check has to say about one record, or about the whole return."""

    message: str
    record: Record | None = None
    result_id: str = ""
    item: str = ""


@dataclass(frozen=True)
class Check(Generic[Facts]):
    """One check. `check_id` is a readable name, `rule` the rule in a sentence; `find` gives what breaks it."""

    check_id: str
    rule: str
    severity: Severity
    find: Callable[[Facts], Iterable[Trouble]]
