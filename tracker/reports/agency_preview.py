"""What will leave the office with an agency return, and what stays and why, counted by kind."""

from collections.abc import Iterable, Iterator

from tracker.models.records import Assessment, Group, Mapping, Rating, Reading, Record, Result
from tracker.models.records.result import ResultState
from tracker.reports.agency_facts import AgencyFacts
from tracker.reports.agency_results import NAME
from tracker.reports.claim_row import on_hidden_line
from tracker.reports.group_facts import may_leave
from tracker.reports.preview import Preview, PreviewLine
from tracker.reports.sheet import Sheet
from tracker.reports.small_counts import FEWER


def agency_preview(facts: AgencyFacts, raw: Iterable[Sheet]) -> Preview:
    """The preview of an agency return from its raw sheets."""
    sheets = tuple(raw)
    stays = [line for line in (*_restricted(facts), *_left_out(facts, sheets), *_never(facts)) if line.count]
    return Preview(tuple(_leaves(facts, sheets)), tuple(stays))


def _leaves(facts: AgencyFacts, raw: Iterable[Sheet]) -> Iterator[PreviewLine]:
    drafts = len({row.result.id for row in facts.rows if row.result.state is ResultState.DRAFT})
    words = "result is a draft" if drafts == 1 else "results are drafts"
    for sheet in raw:
        why = f"{drafts} {words} and counted" if sheet.name == NAME and drafts else ""
        yield PreviewLine(sheet.title, len(sheet.rows), why, sheet.name)


def _restricted(facts: AgencyFacts) -> Iterator[PreviewLine]:
    groups = [group for group in facts.all_groups if not may_leave(group)]
    yield _line(groups, Group, "restricted")
    hidden = [each for group in facts.groups for each in group.results if not may_leave(each)]
    yield _line(facts.restricted_results, Result, "restricted: only the title leaves")
    titles = {each.id for each in facts.restricted_results}
    yield _line([each for each in hidden if each.id not in titles], Result, "restricted, and not claimed by the agency")
    live = [mapping for mapping in facts.all_claims if mapping.live]
    yield _line([each for each in live if not may_leave(each)], Mapping, "restricted")
    on_hidden = [each for each in live if may_leave(each) and on_hidden_line(facts.snapshot, each)]
    yield _line(on_hidden, Mapping, "on a restricted line")


def _left_out(facts: AgencyFacts, raw: Iterable[Sheet]) -> Iterator[PreviewLine]:
    small = sum(row.count(FEWER) for sheet in raw for row in sheet.rows)
    yield PreviewLine(
        "number" if small == 1 else "numbers",
        small,
        "a count of people under 6 leaves as “fewer than 6”, the result stays in",
    )
    not_live = [mapping for mapping in facts.all_claims if not mapping.live]
    yield _line(not_live, Mapping, "disputed or withdrawn: named on Checks")


def _never(facts: AgencyFacts) -> Iterator[PreviewLine]:
    yield PreviewLine(
        "sentences and other explanations of claims",
        sum(bool(row.mapping.narrative or row.mapping.rival_explanation) for row in facts.rows),
        "they leave with the group's own return",
    )
    ids = [group.group.id for group in facts.groups]
    readings = [each for identity in ids for each in facts.snapshot.of(Reading, group_id=identity)]
    yield _line(readings, Reading, "readings of power never leave")
    asked = [each for identity in ids for each in facts.snapshot.of(Assessment, group_id=identity)]
    ratings = [rating for each in asked for rating in facts.snapshot.of(Rating, assessment_id=each.id)]
    yield _line(ratings, Rating, "single ratings never leave")


def _line(records: Iterable[Record], kind: type[Record], why: str) -> PreviewLine:
    count = sum(1 for _ in records)
    return PreviewLine(kind.noun if count == 1 else kind.nouns, count, why)
