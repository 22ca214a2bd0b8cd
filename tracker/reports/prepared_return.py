"""A return before and after it is written: plain, and the same for the same records."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from tracker.models.records import Departure, Return, SignOff
from tracker.reports.chart import Chart
from tracker.reports.finding import Finding, Severity
from tracker.reports.front_sheets import Heading, sign_off_sheet
from tracker.reports.preflight import open_count
from tracker.reports.preview import Preview
from tracker.reports.sheet import CHART_DATA, Sheet
from tracker.reports.sound_text import fitted
from tracker.reports.workbook import Book


@dataclass(frozen=True)
class PreparedReturn:
    """A return before it is written: plain, and the same for the same records.

    `checks` are errors first; `rows` counts the rows of recorded facts that will leave; `checksum` is of these.
    """

    heading: Heading
    preview: Preview
    checks: tuple[Finding, ...]
    rows: int
    checksum: str
    file_name: str
    book: Book

    @property
    def errors(self) -> int:
        """How many checks stop signing."""
        return open_count(self.checks, Severity.ERROR)

    @property
    def queries(self) -> int:
        """How many checks want an explanation."""
        return open_count(self.checks, Severity.QUERY)

    @property
    def unexplained(self) -> int:
        """How many queries have no explanation yet."""
        return sum(each.severity is Severity.QUERY and each.open for each in self.checks)

    @property
    def obstacle(self) -> str:
        """What stands in the way of signing, such as "an error and 2 queries without an explanation"; "" if nothing."""
        parts = []
        if self.errors:
            parts.append("an error" if self.errors == 1 else f"{self.errors} errors")
        if self.unexplained:
            queries = "a query" if self.unexplained == 1 else f"{self.unexplained} queries"
            parts.append(f"{queries} without an explanation")
        return " and ".join(parts)

    def signed(self, sign_offs: Iterable[SignOff]) -> "PreparedReturn":
        """The same with names typed under it; they are no part of what was recorded, so the checksum stays."""
        sheet = fitted(sign_off_sheet(sign_offs))
        sheets = tuple(sheet if each.name == sheet.name else each for each in self.book.sheets)
        return replace(self, book=replace(self.book, sheets=sheets))

    @property
    def record(self) -> Return:
        """The return as the office keeps it."""
        heading = self.heading
        return Return(
            id=heading.return_id,
            kind=heading.kind,
            scope=heading.scope,
            scope_id=heading.scope_id,
            period=heading.period.label,
            period_from=heading.period.first_day,
            period_to=heading.period.last_day,
            revision=heading.revision,
            state=heading.state,
            schema=heading.schema,
            checksum=self.checksum,
            supersedes_id=heading.supersedes.id if heading.supersedes else None,
        )


@dataclass(frozen=True)
class WrittenReturn:
    """A return on the disk: where, and the SHA-256 of the whole file."""

    prepared: PreparedReturn
    path: Path
    file_sha256: str

    def departure(self, identity: str, to_whom: str, purpose: str) -> Departure:
        """The entry for the register of what left."""
        heading = self.prepared.heading
        return Departure(
            id=identity,
            at=heading.made_at,
            what=f"{heading.kind.label}, {heading.scope}, {heading.period.label}, revision {heading.revision}",
            to_whom=to_whom,
            purpose=purpose,
            rows=self.prepared.rows,
            file_name=self.path.name,
            file_sha256=self.file_sha256,
            return_id=heading.return_id,
        )


class Made(Protocol):
    """The sheets, charts and checks of a return of any kind."""

    @property
    def sheets(self) -> tuple[Sheet, ...]: ...
    @property
    def raw(self) -> tuple[Sheet, ...]: ...
    @property
    def charts(self) -> tuple[Chart, ...]: ...
    @property
    def found(self) -> tuple[Finding, ...]: ...
    @property
    def checksum(self) -> str: ...


def prepared_return(
    heading: Heading,
    made: Made,
    preview: Preview,
    file_name: str,
    charts_before: str = CHART_DATA,
) -> PreparedReturn:
    """A return of any kind with its checks, its preview and its workbook."""
    subject = f"{heading.kind.value} of {heading.office}"
    return PreparedReturn(
        heading=heading,
        preview=preview,
        checks=made.found,
        rows=sum(len(sheet.rows) for sheet in made.raw),
        checksum=made.checksum,
        file_name=file_name,
        book=Book(heading.title, subject, heading.made_at, made.sheets, made.charts, charts_before),
    )
