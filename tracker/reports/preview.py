"""What will leave the office with a return, and what stays and why, counted by kind, before anything is written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tracker.models.records import (
    Agency,
    Assessment,
    Ball,
    Barrier,
    Decision,
    Event,
    Indicator,
    Meeting,
    Note,
    Person,
    Rating,
    Reading,
    Record,
    Result,
    Review,
    Risk,
    Support,
)
from tracker.models.records.result import ResultState
from tracker.reports.group_facts import GroupFacts, may_leave
from tracker.reports.sheet import Sheet
from tracker.reports.small_counts import FEWER

_NO_PART: tuple[type[Record], ...] = (Meeting, Decision, Note, Ball, Support, Risk, Review, Event, Barrier)
_NO_PART_WORDS = "meetings, decisions, notes, balls, supports, risks, reviews, events and barriers"


@dataclass(frozen=True)
class PreviewLine:
    """So many of a kind, and why they leave or stay as they do. `sheet` is where they will stand."""

    what: str
    count: int
    why: str = ""
    sheet: str = ""


@dataclass(frozen=True)
class Preview:
    """What leaves, in the order of the sheets, and what stays."""

    leaves: tuple[PreviewLine, ...]
    stays: tuple[PreviewLine, ...]


def group_preview(facts: GroupFacts, raw: Iterable[Sheet]) -> Preview:
    """The preview of a group return from its raw sheets."""
    sheets = tuple(raw)
    stays = [line for line in (*_restricted(facts), *_left_out(facts, sheets), *_never(facts)) if line.count]
    return Preview(tuple(_leaves(facts, sheets)), tuple(stays))


def _leaves(facts: GroupFacts, raw: Iterable[Sheet]) -> Iterator[PreviewLine]:
    drafts = sum(each.state is ResultState.DRAFT for each in facts.told_results)
    for sheet in raw:
        words = "a draft" if drafts == 1 else "drafts"
        why = f"{drafts} of them {words}, marked as such" if sheet.name == "Results" and drafts else ""
        yield PreviewLine(sheet.title, len(sheet.rows), why, sheet.name)


def _restricted(facts: GroupFacts) -> Iterator[PreviewLine]:
    titles = [each for each in facts.results if not may_leave(each)]
    yield PreviewLine(_noun(titles, Result), len(titles), "restricted: only the title leaves")
    live = [mapping for mapping in facts.all_mappings if mapping.live]
    evidence = [each for _, each in facts.all_evidence]
    indicators = [each for outcome in facts.outcomes for each in facts.snapshot.of(Indicator, outcome_id=outcome.id)]
    for records in (
        live,
        evidence,
        facts.all_outcomes,
        indicators,
        facts.all_contributions,
        facts.all_seats,
        facts.all_roles,
        facts.all_commitments,
        facts.all_lessons,
    ):
        kept = [each for each in records if not may_leave(each)]
        if kept:
            yield PreviewLine(_noun(kept, type(kept[0])), len(kept), "restricted")
    judged = [point.judgement for point in facts.trajectory.points if not may_leave(point.judgement)]
    if judged:
        yield PreviewLine("reasons of stage judgements", len(judged), "restricted: only the stage leaves")


def _left_out(facts: GroupFacts, raw: Iterable[Sheet]) -> Iterator[PreviewLine]:
    small = sum(cell == FEWER for sheet in raw for row in sheet.rows for cell in row)
    yield PreviewLine(
        "number" if small == 1 else "numbers",
        small,
        "a count of people under 6 leaves as “fewer than 6”, the result stays in",
    )
    withdrawn = [each for each in facts.all_results if each.state is ResultState.WITHDRAWN]
    yield PreviewLine(_noun(withdrawn, Result), len(withdrawn), "withdrawn: named on Checks")
    not_live = [mapping for mapping in facts.all_mappings if not mapping.live]
    words = "claim on a line" if len(not_live) == 1 else "claims on lines"
    yield PreviewLine(words, len(not_live), "disputed or withdrawn: named on Checks")


def _never(facts: GroupFacts) -> Iterator[PreviewLine]:
    group_id = facts.group.id
    held = {seat.person_id for seat in facts.all_seats} | {role.person_id for role in facts.all_roles}
    people = [person_id for person_id in held if facts.snapshot.find(Person, person_id)]
    yield PreviewLine("names of people", len(people), "posts leave in their place")
    agencies = {each.agency_id for each in facts.all_commitments if facts.snapshot.find(Agency, each.agency_id)}
    yield PreviewLine(
        "agencies that made a promise", len(agencies), "who keeps its promises is for the group to talk about"
    )
    readings = facts.snapshot.of(Reading, group_id=group_id)
    yield PreviewLine(_noun(readings, Reading), len(readings), "readings of power never leave")
    asked = facts.snapshot.of(Assessment, group_id=group_id)
    ratings = [rating for each in asked for rating in facts.snapshot.of(Rating, assessment_id=each.id)]
    yield PreviewLine(_noun(ratings, Rating), len(ratings), "single ratings never leave")
    rest = sum(len(facts.snapshot.of(kind, group_id=group_id)) for kind in _NO_PART)
    yield PreviewLine(_NO_PART_WORDS, rest, "no part of this return")


def _noun(records: Iterable[Record], kind: type[Record]) -> str:
    return kind.noun if len(tuple(records)) == 1 else kind.nouns
