"""The one entry to returns: prepare one as plain data, look at it, then write it."""

from datetime import datetime
from pathlib import Path

from tracker.models.mistake import Mistake
from tracker.models.period import Period
from tracker.models.records import Return
from tracker.models.records.handing_in import ReturnKind, ReturnState
from tracker.models.snapshot import Snapshot
from tracker.reports.agency_facts import agency_facts
from tracker.reports.agency_preview import agency_preview
from tracker.reports.agency_return import (
    AGENCY_SCHEMA,
    CHARTS_BEFORE,
    agency_frameworks,
    agency_return,
    agency_sensitivity,
)
from tracker.reports.file_name import agency_file_name, group_file_name, region_file_name
from tracker.reports.front_sheets import Heading
from tracker.reports.group_facts import group_facts
from tracker.reports.group_return import contact_of, frameworks_of, group_return, sensitivity_of
from tracker.reports.prepared_return import PreparedReturn, WrittenReturn, prepared_return
from tracker.reports.preview import group_preview
from tracker.reports.region_facts import region_facts
from tracker.reports.region_preview import region_preview
from tracker.reports.region_return import REGION_SCHEMA, region_return, region_sensitivity
from tracker.reports.reopening import hold_against
from tracker.reports.rules import GROUP_SCHEMA
from tracker.reports.saving import save_whole
from tracker.reports.uncollected import uncollected
from tracker.reports.workbook import Progress, workbook_bytes

__all__ = [
    "UNSIGNED",
    "PreparedReturn",
    "WrittenReturn",
    "latest_return",
    "prepare_agency_return",
    "prepare_group_return",
    "prepare_region_return",
    "write_group_return",
    "write_return",
]

# A draft shows its errors, and a withdrawal takes back what had some; neither is signed.
UNSIGNED = (ReturnState.DRAFT, ReturnState.WITHDRAWN)


def latest_return(snapshot: Snapshot, kind: ReturnKind, scope_id: str, period: Period) -> Return | None:
    """The last revision made of a return; None if there is none. The next one's revision is one higher."""
    made = [
        each
        for each in snapshot.of(Return, scope_id=scope_id)
        if each.kind is kind and each.period_from == period.first_day and each.period_to == period.last_day
    ]
    return max(made, key=lambda each: each.revision, default=None)


@uncollected()
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
    return prepared_return(
        heading, made, group_preview(facts, made.raw), group_file_name(facts.office, facts.group, period, revision)
    )


@uncollected()
def prepare_agency_return(  # noqa: PLR0913 - what the office says of a return is named, each by its word
    snapshot: Snapshot,
    agency_id: str,
    period: Period,
    *,
    revision: int,
    state: ReturnState,
    return_id: str,
    made_at: datetime,
    app_version: str,
    supersedes: Return | None = None,
) -> PreparedReturn:
    """The return of one agency over all its groups for one period. `made_at` is a time with its zone.

    Raises KeyError if there is no such agency, Mistake if the agency is restricted to this office.
    """
    facts = agency_facts(snapshot, agency_id, period)
    frameworks = agency_frameworks(facts)
    heading = Heading(
        kind=ReturnKind.AGENCY,
        schema=AGENCY_SCHEMA,
        return_id=return_id,
        scope_type="agency",
        scope_id=agency_id,
        scope=facts.agency.name,
        place="",
        period=period,
        revision=revision,
        state=state,
        made_at=made_at,
        app_version=app_version,
        office=facts.office.name,
        office_code=facts.office.code,
        region=facts.office.region,
        contact=facts.office.name,
        sensitivity=agency_sensitivity(facts),
        supersedes=supersedes,
        vintages=tuple(dict.fromkeys(each.vintage for each in frameworks if each.vintage)),
        framework_sums=tuple(dict.fromkeys(each.source_sha256 for each in frameworks if each.source_sha256)),
    )
    made = agency_return(facts, heading)
    return prepared_return(
        heading,
        made,
        agency_preview(facts, made.raw),
        agency_file_name(facts.office, facts.agency, period, revision),
        CHARTS_BEFORE,
    )


@uncollected()
def prepare_region_return(  # noqa: PLR0913 - what the office says of a return is named, each by its word
    snapshot: Snapshot,
    office_id: str,
    period: Period,
    *,
    revision: int,
    state: ReturnState,
    return_id: str,
    made_at: datetime,
    app_version: str,
    supersedes: Return | None = None,
) -> PreparedReturn:
    """The return of an office's region over all its groups for one period. `made_at` is a time with its zone.

    Raises KeyError if `office_id` is another office's, Mistake if the office has no region.
    """
    facts = region_facts(snapshot, office_id, period)
    heading = Heading(
        kind=ReturnKind.REGION,
        schema=REGION_SCHEMA,
        return_id=return_id,
        scope_type="region",
        scope_id=office_id,
        scope=facts.office.region,
        place="",
        period=period,
        revision=revision,
        state=state,
        made_at=made_at,
        app_version=app_version,
        office=facts.office.name,
        office_code=facts.office.code,
        region=facts.office.region,
        contact=facts.office.name,
        sensitivity=region_sensitivity(facts),
        supersedes=supersedes,
    )
    made = region_return(facts, heading)
    return prepared_return(
        heading, made, region_preview(facts, made.raw), region_file_name(facts.office, period, revision)
    )


def write_group_return(prepared: PreparedReturn, path: Path, progress: Progress | None = None) -> WrittenReturn:
    """Writes a prepared group return at `path`, as `write_return` does."""
    return write_return(prepared, path, progress)


def write_return(prepared: PreparedReturn, path: Path, progress: Progress | None = None) -> WrittenReturn:
    """Writes a prepared return at `path`; an earlier file there is replaced only by a whole one.

    `progress(done, of)` may raise to stop; then nothing is written. Raises Mistake if the return has errors or queries
    without an explanation and is not a draft, and if the file cannot be written.
    """
    if prepared.obstacle and prepared.heading.state not in UNSIGNED:
        raise Mistake(f"This return has {prepared.obstacle} on its checks: see to that first, or save it as a draft.")
    content = workbook_bytes(prepared.book, progress)
    sha256 = save_whole(path, content, lambda beside: hold_against(beside, prepared.book))
    return WrittenReturn(prepared, path, sha256)
