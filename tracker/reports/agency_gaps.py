"""The gap lists of an agency return: results without a line, and claims to hold against their line's scope."""

from collections.abc import Iterator

from tracker.models.choice import Choice
from tracker.models.records import Agency, Mapping, Result
from tracker.models.records.agency import Sector
from tracker.reports.agency_facts import AgencyFacts
from tracker.reports.claim_row import on_hidden_line
from tracker.reports.group_facts import GroupFacts, may_leave
from tracker.reports.sheet import Column, Sheet

# Who reports upwards on lines of government's own.
_GOVERNMENT = (Sector.CENTRAL_GOVERNMENT, Sector.LOCAL_GOVERNMENT)


class NoLineReason(Choice):
    """Why a result stands on no line of the agency."""

    NO_SUCH_LINE = "no_such_line", "No such line"
    OUT_OF_SCOPE = "out_of_scope", "Out of scope"
    NOT_AGREED = "not_agreed", "Not agreed"
    COMMUNITY_LED = "community_led", "Community led"


def no_line_sheet(facts: AgencyFacts) -> Sheet:
    """Results of the agency's groups that stand on none of its lines."""
    found = list(_without_line(facts))
    return Sheet(
        name="No_line",
        title="Results with no line in this agency",
        about="The gap list: where lines and measures miss joint work. No such line: the agency has none for the "
        "period; out of scope: none of its lines covers the result; not agreed: no claim of the agency stands; "
        "community led: nobody in government claims it.",
        columns=(Column("Result id", 20), Column("Group", 34), Column("Title", 74), Column("Reason", 16)),
        rows=tuple((result.id, group.group.name, result.name, reason.label) for group, result, reason in found),
        records=tuple(result for _, result, _ in found),
        raw=True,
    )


def scope_query_sheet(facts: AgencyFacts) -> Sheet:
    """Claims whose words are not those of the line's scope; to look at, nothing is refused."""
    return Sheet(
        name="Scope_query",
        title="Mappings to check against scope",
        about="An appropriation is limited by its scope (Public Finance Act 1989, section 9). Warnings only: somebody "
        "who knows the line says whether the result belongs under it.",
        columns=(
            Column("Line key", 28),
            Column("Scope", 54),
            Column("Result id", 20),
            Column("Reason", 44),
            Column("Title", 40),
        ),
        rows=tuple(
            (row.line_key, row.line.scope if row.line else None, row.result.id, reason, row.result.name)
            for row, reason in facts.scope_queries
        ),
        records=tuple(row.mapping for row, _ in facts.scope_queries),
        raw=True,
    )


def _without_line(facts: AgencyFacts) -> Iterator[tuple[GroupFacts, Result, NoLineReason]]:
    on_lines = {row.result.id for row in facts.rows if row.line is not None}
    own: dict[str, list[Mapping]] = {}
    for each in facts.all_claims:
        own.setdefault(each.result_id or "", []).append(each)
    for group in facts.groups:
        for result in group.told_results:
            claims = own.get(result.id, [])
            concerns = claims or group.group.id in facts.seated_ids
            if concerns and result.id not in on_lines and not any(_stays(facts, each) for each in claims):
                yield group, result, _reason(facts, group, result, claims)


def _stays(facts: AgencyFacts, mapping: Mapping) -> bool:
    """A claim that stays in the office is not told of by its absence."""
    return mapping.live and (not may_leave(mapping) or on_hidden_line(facts.snapshot, mapping))


def _reason(facts: AgencyFacts, group: GroupFacts, result: Result, claims: list[Mapping]) -> NoLineReason:
    if any(mapping.live for mapping in claims):
        return NoLineReason.OUT_OF_SCOPE if facts.has_lines else NoLineReason.NO_SUCH_LINE
    claimants = group.figures_by_id[result.id].agency_ids
    found = [agency for agency in (facts.snapshot.find(Agency, each) for each in claimants) if agency]
    if not claims and found and all(agency.sector not in _GOVERNMENT for agency in found):
        return NoLineReason.COMMUNITY_LED
    return NoLineReason.NOT_AGREED
