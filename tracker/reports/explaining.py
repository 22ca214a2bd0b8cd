"""The office's explanations of queries, put to the queries that they explain."""

from collections.abc import Iterable
from dataclasses import replace

from tracker.models.period import Period
from tracker.models.records.explanation import Explanation
from tracker.models.records.handing_in import ReturnKind
from tracker.models.snapshot import Snapshot
from tracker.reports.finding import Finding, Severity
from tracker.reports.front_sheets import Heading
from tracker.reports.group_facts import may_leave


def explained(
    found: Iterable[Finding], snapshot: Snapshot, kind: ReturnKind, scope_id: str, period: Period
) -> tuple[Finding, ...]:
    """What was found, each query with the explanation that the office keeps for it and that may leave."""
    texts = {
        (each.check_id, each.record_id): each.text
        for each in explanations_of(snapshot, kind, scope_id, period)
        if may_leave(each)
    }
    return tuple(
        replace(each, explanation=texts.get((each.check_id, each.about_id), ""))
        if each.severity is Severity.QUERY
        else each
        for each in found
    )


def explanations_of(snapshot: Snapshot, kind: ReturnKind, scope_id: str, period: Period) -> tuple[Explanation, ...]:
    """What the office has explained about one return, the newest last: of two about one query the newer counts."""
    found = [
        each
        for each in snapshot.of(Explanation, scope_id=scope_id)
        if each.kind is kind and each.period == period.label
    ]
    return tuple(sorted(found, key=lambda each: each.id))


def explanation_with(
    snapshot: Snapshot, finding: Finding, heading: Heading, text: str, identity: str, by: str
) -> Explanation:
    """What the office keeps about a query of a return, with other words; a new one if it keeps nothing yet."""
    kept = explanation_of(snapshot, finding, heading.kind, heading.scope_id, heading.period) or Explanation(
        id=identity,
        kind=heading.kind,
        scope_id=heading.scope_id,
        period=heading.period.label,
        check_id=finding.check_id,
        record_id=finding.about_id,
    )
    return replace(kept, text=text, by=by, on=snapshot.today)


def explanation_of(
    snapshot: Snapshot, finding: Finding, kind: ReturnKind, scope_id: str, period: Period
) -> Explanation | None:
    """What the office keeps about one query; None if nothing."""
    found = [
        each
        for each in explanations_of(snapshot, kind, scope_id, period)
        if (each.check_id, each.record_id) == (finding.check_id, finding.about_id)
    ]
    return found[-1] if found else None
