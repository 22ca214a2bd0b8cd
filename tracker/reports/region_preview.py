"""What will leave the office with a regional return, and what stays and why, counted by kind."""

from collections.abc import Iterable, Iterator

from tracker.models.records import (
    Assessment,
    Barrier,
    Commitment,
    Group,
    Indicator,
    Lesson,
    Mapping,
    Membership,
    Person,
    Rating,
    Reading,
    Record,
    Result,
    SharedOutcome,
)
from tracker.models.records.result import ResultState
from tracker.reports.group_facts import may_leave
from tracker.reports.preview import Preview, PreviewLine
from tracker.reports.region_facts import RegionFacts
from tracker.reports.sheet import Sheet
from tracker.reports.small_counts import FEWER


def region_preview(facts: RegionFacts, raw: Iterable[Sheet]) -> Preview:
    """The preview of a regional return from its raw sheets."""
    sheets = tuple(raw)
    stays = [line for line in (*_restricted(facts), *_left_out(facts, sheets), *_never(facts)) if line.count]
    return Preview(tuple(_leaves(facts, sheets)), tuple(stays))


def _leaves(facts: RegionFacts, raw: Iterable[Sheet]) -> Iterator[PreviewLine]:
    drafts = sum(each.result.state is ResultState.DRAFT for _, each in facts.figures)
    words = "of them is a draft and counted" if drafts == 1 else "of them are drafts and counted"
    for sheet in raw:
        why = f"{drafts} {words}" if sheet.name == "Results" and drafts else ""
        yield PreviewLine(sheet.title, len(sheet.rows), why, sheet.name)


def _restricted(facts: RegionFacts) -> Iterator[PreviewLine]:
    yield _line(_hidden(facts.all_groups), Group, "restricted")
    yield _line(facts.restricted_results(), Result, "restricted: not even the title leaves with this return")
    of_groups: tuple[tuple[type[Record], list[Record]], ...] = (
        (Mapping, [each for group in facts.groups for each in group.all_mappings if each.live]),
        (SharedOutcome, [each for group in facts.groups for each in group.all_outcomes]),
        (Indicator, [each for group in facts.groups for one in group.outcomes for each in _indicators(facts, one)]),
        (Membership, [each for group in facts.groups for each in group.all_seats]),
        (Commitment, [each for group in facts.groups for each in group.all_commitments]),
        (Lesson, [each for group in facts.groups for each in group.all_lessons]),
        (Barrier, list(facts.all_barriers)),
    )
    for kind, records in of_groups:
        yield _line(_hidden(records), kind, "restricted")


def _left_out(facts: RegionFacts, raw: Iterable[Sheet]) -> Iterator[PreviewLine]:
    small = sum(row.count(FEWER) for sheet in raw for row in sheet.rows)
    yield PreviewLine(
        "number" if small == 1 else "numbers",
        small,
        "a count of people under 6 leaves as “fewer than 6”, the result stays in",
    )
    withdrawn = [each for group in facts.groups for each in group.all_results if each.state is ResultState.WITHDRAWN]
    yield _line(withdrawn, Result, "withdrawn: named on Checks")
    not_live = [each for group in facts.groups for each in group.all_mappings if not each.live]
    yield _line(not_live, Mapping, "disputed or withdrawn: named on Checks")


def _never(facts: RegionFacts) -> Iterator[PreviewLine]:
    claims = [each for group in facts.groups for each in group.mappings]
    yield PreviewLine(
        "lines, shares and sentences of claims", len(claims), "they leave with the groups' and the agencies' returns"
    )
    promises = [each for group in facts.groups for each in group.all_commitments]
    yield PreviewLine("promises", len(promises), "only how many are open leaves")
    held = {seat.person_id for group in facts.groups for seat in group.all_seats}
    held |= {role.person_id for group in facts.groups for role in group.all_roles}
    people = [identity for identity in held if facts.snapshot.find(Person, identity)]
    yield PreviewLine("names of people", len(people), "roles leave with the agency alone")
    readings = [each for group in facts.groups for each in facts.snapshot.of(Reading, group_id=group.group.id)]
    yield _line(readings, Reading, "readings of power never leave")
    asked = [each for group in facts.groups for each in facts.snapshot.of(Assessment, group_id=group.group.id)]
    ratings = [rating for each in asked for rating in facts.snapshot.of(Rating, assessment_id=each.id)]
    yield _line(ratings, Rating, "single ratings never leave")


def _indicators(facts: RegionFacts, outcome: SharedOutcome) -> tuple[Indicator, ...]:
    return facts.snapshot.of(Indicator, outcome_id=outcome.id)


def _hidden(records: Iterable[Record]) -> list[Record]:
    return [each for each in records if not may_leave(each)]


def _line(records: Iterable[Record], kind: type[Record], why: str) -> PreviewLine:
    count = len(tuple(records))
    return PreviewLine(kind.noun if count == 1 else kind.nouns, count, why)
