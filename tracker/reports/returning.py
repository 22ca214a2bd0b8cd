"""The one entry to returns: prepare one as plain data, look at it, then write it."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tracker.models.mistake import Mistake
from tracker.models.period import Period
from tracker.models.records import Departure, Return
from tracker.models.records.handing_in import ReturnKind, ReturnState
from tracker.models.snapshot import Snapshot
from tracker.reports.file_name import group_file_name
from tracker.reports.finding import Finding, Severity
from tracker.reports.front_sheets import Heading
from tracker.reports.group_facts import group_facts
from tracker.reports.group_return import contact_of, frameworks_of, group_return, sensitivity_of
from tracker.reports.preflight import open_count
from tracker.reports.preview import Preview, group_preview
from tracker.reports.reopening import hold_against
from tracker.reports.rules import GROUP_SCHEMA
from tracker.reports.saving import save_whole
from tracker.reports.workbook import Book, Progress, workbook_bytes

# A draft shows its errors, and a withdrawal takes back what had some; neither is signed.
_UNSIGNED = (ReturnState.DRAFT, ReturnState.WITHDRAWN)


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


def latest_return(snapshot: Snapshot, kind: ReturnKind, scope_id: str, period: Period) -> Return | None:
    """The last revision made of a return; None if there is none. The next one's revision is one higher."""
    made = [
        each
        for each in snapshot.of(Return, scope_id=scope_id)
        if each.kind is kind and each.period_from == period.first_day and each.period_to == period.last_day
    ]
    return max(made, key=lambda each: each.revision, default=None)


def prepare_group_return(  # noqa: PLR0913 - what the office says of a return is named, each by its word
    snapshot: Snapshot,
    group_id: str,
    period: Period,
    *,
    revision: int,
    state: ReturnState,
    return_id: str,
    made_at: datetime,
    app_version: str,
    supersedes: Return | None = None,
) -> PreparedReturn:
    """The return of one group for one period. `made_at` is a time with its zone.

    Raises KeyError if there is no such group, Mistake if the group is restricted to this office.
    """
    facts = group_facts(snapshot, group_id, period)
    frameworks = frameworks_of(facts)
    heading = Heading(
        kind=ReturnKind.GROUP,
        schema=GROUP_SCHEMA,
        return_id=return_id,
        scope_type="group",
        scope_id=group_id,
        scope=facts.group.name,
        place=facts.group.place,
        period=period,
        revision=revision,
        state=state,
        made_at=made_at,
        app_version=app_version,
        office=facts.office.name,
        office_code=facts.office.code,
        region=facts.office.region,
        contact=contact_of(facts),
        sensitivity=sensitivity_of(facts),
        supersedes=supersedes,
        vintages=tuple(dict.fromkeys(each.vintage for each in frameworks if each.vintage)),
        framework_sums=tuple(dict.fromkeys(each.source_sha256 for each in frameworks if each.source_sha256)),
    )
    made = group_return(facts, heading)
    return PreparedReturn(
        heading=heading,
        preview=group_preview(facts, made.raw),
        checks=made.found,
        rows=sum(len(sheet.rows) for sheet in made.raw),
        checksum=made.checksum,
        file_name=group_file_name(facts.office, facts.group, period, revision),
        book=Book(heading.title, f"{heading.kind.value} of {heading.office}", made_at, made.sheets, made.charts),
    )


def write_group_return(prepared: PreparedReturn, path: Path, progress: Progress | None = None) -> WrittenReturn:
    """Writes a prepared return at `path`; an earlier file there is replaced only by a whole one.

    `progress(done, of)` may raise to stop; then nothing is written. Raises Mistake if the return has errors and is not
    a draft, and if the file cannot be written.
    """
    if prepared.errors and prepared.heading.state not in _UNSIGNED:
        count = "an error" if prepared.errors == 1 else f"{prepared.errors} errors"
        raise Mistake(f"This return has {count} on its checks: put them right first, or save it as a draft.")
    content = workbook_bytes(prepared.book, progress)
    sha256 = save_whole(path, content, lambda beside: hold_against(beside, prepared.book))
    return WrittenReturn(prepared, path, sha256)
