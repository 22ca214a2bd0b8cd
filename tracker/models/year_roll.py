"""A new year in one go: this year's lines go on as the next year's, and claims of the new year move across with them.

A claim is of the new year when its result is. It keeps all that was said and agreed in it; its revision goes up by one.
Claims of the year before stay on the lines of that year, which a return of then is made of; for each that may come
again the line of the new year is named, so that it is at hand when the next result is mapped.
"""

from dataclasses import replace

from tracker.models.figures.timeline_words import joined
from tracker.models.line_years import SuccessorOffer, YearLines, suggested_successors
from tracker.models.mapping_rules import refuse_second_claim
from tracker.models.mistake import Mistake
from tracker.models.period import Period
from tracker.models.records.accountability import Line, Mapping, Measure
from tracker.models.records.agency import Agency
from tracker.models.records.group import Group
from tracker.models.records.record import Record
from tracker.models.records.result import Result, ResultState
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value


@value
class RolledClaim(Value):
    """A claim whose line is of an earlier year. `line` is where it stands, `successor` where it goes or could go."""

    claim: Mapping
    result: Result
    line: Line
    successor: Line | None
    words: str
    kept: Mapping | None = None

    @property
    def id(self) -> str:
        """The claim's own."""
        return self.claim.id


@value
class YearRoll(Value):
    """What a new year changes, and what it leaves to people.

    `offers` are links made anew, `carried` claims of the new year that move, `without` those whose line goes on as
    none, or cannot move; `again` are claims of before with the line of the new year for the next of their kind;
    `ended` are lines with claims that go on as none.
    """

    year_end: int
    offers: tuple[SuccessorOffer, ...]
    carried: tuple[RolledClaim, ...]
    without: tuple[RolledClaim, ...]
    again: tuple[RolledClaim, ...]
    ended: tuple[Line, ...]

    @property
    def records(self) -> tuple[Record, ...]:
        """What is to be saved, all in one step."""
        return (*(offer.linked for offer in self.offers), *(each.kept for each in self.carried if each.kept))

    @property
    def words(self) -> str:
        """412 lines linked to 2008/09, 3 claims carried across, 1 without a line to go to."""
        lines = "1 line" if len(self.offers) == 1 else f"{len(self.offers):,} lines"
        claims = "1 claim" if len(self.carried) == 1 else f"{len(self.carried):,} claims"
        return (
            f"{lines} linked to {Period(self.year_end).label}, {claims} carried across, "
            f"{len(self.without):,} without a line to go to"
        )


def roll_year(snapshot: Snapshot, year_end: int) -> YearRoll:
    """What it takes to go on in the year ending `year_end`. Raises Mistake if none of its lines is in yet."""
    following = YearLines(snapshot, year_end)
    if not following.count:
        raise Mistake(
            f"There is no line of {Period(year_end).label} yet: bring in Treasury's workbook of that year, or an "
            "agency's lines, and go on then."
        )
    offers = suggested_successors(snapshot, year_end - 1)
    ways = _ways(snapshot, offers)
    carried: list[RolledClaim] = []
    without: list[RolledClaim] = []
    again: list[RolledClaim] = []
    taken = {(claim.result_id, claim.line_id) for claim in snapshot.of(Mapping) if claim.live}
    for claim, result, line in _claims_before(snapshot, year_end):
        successor = _followed(snapshot, ways, line, year_end)
        if not _is_of(result, year_end):
            if successor is not None and line.year_end == year_end - 1:
                again.append(RolledClaim(claim, result, line, successor, _words(snapshot, claim, result)))
            continue
        kept = _moved(snapshot, claim, successor) if successor else None
        why = _why_not(snapshot, kept, taken)
        words = joined(_words(snapshot, claim, result), why)
        if kept is None or why:
            without.append(RolledClaim(claim, result, line, successor, words))
        else:
            taken.add((kept.result_id, kept.line_id))
            carried.append(RolledClaim(claim, result, line, successor, words, kept))
    ended = {
        line.id: line
        for _, _, line in _claims_before(snapshot, year_end)
        if line.year_end == year_end - 1 and line.id not in ways
    }
    return YearRoll(year_end, offers, tuple(carried), tuple(without), tuple(again), tuple(ended.values()))


def _ways(snapshot: Snapshot, offers: tuple[SuccessorOffer, ...]) -> dict[str, str]:
    """From each line to its successor, by their ids: those that are known and those that are offered."""
    known = {line.id: line.successor_line_id for line in snapshot.of(Line) if line.successor_line_id}
    return known | {offer.line.id: offer.successor.id for offer in offers}


def _followed(snapshot: Snapshot, ways: dict[str, str], line: Line, year_end: int) -> Line | None:
    """The line of that year to which the successors lead."""
    seen: set[str] = set()
    here: Line | None = line
    while here is not None and here.id not in seen:
        if here.year_end == year_end:
            return here
        seen.add(here.id)
        here = snapshot.find(Line, ways.get(here.id))
    return None


def _claims_before(snapshot: Snapshot, year_end: int) -> list[tuple[Mapping, Result, Line]]:
    """Live claims on lines of earlier years."""
    found = []
    for claim in snapshot.of(Mapping):
        line, result = snapshot.find(Line, claim.line_id), snapshot.find(Result, claim.result_id)
        stands = line is not None and line.year_end is not None and line.year_end < year_end
        if claim.live and stands and line and result and result.state is not ResultState.WITHDRAWN:
            found.append((claim, result, line))
    return found


def _is_of(result: Result, year_end: int) -> bool:
    """Whether a result is dated in the year; the end of its period goes before its day."""
    return (result.period_to or result.on) in Period(year_end)


def _why_not(snapshot: Snapshot, kept: Mapping | None, taken: set[tuple[str | None, str | None]]) -> str:
    """Why a claim cannot move to the new line; "" if it can."""
    if kept is None:
        return "its line goes on as none"
    try:
        refuse_second_claim(snapshot, kept)
    except Mistake:
        return "the result counts there already, or towards its whole or a part of it"
    return "the result counts there already" if (kept.result_id, kept.line_id) in taken else ""


def _moved(snapshot: Snapshot, claim: Mapping, successor: Line) -> Mapping:
    """The claim on the new line; a measure goes along by its code, where the new line has it."""
    measure = snapshot.find(Measure, claim.measure_id)
    code = measure.code if measure else None
    same = next((each for each in snapshot.of(Measure, line_id=successor.id) if each.code == code), None)
    return replace(claim, line_id=successor.id, measure_id=same.id if same else None, revision=claim.revision + 1)


def _words(snapshot: Snapshot, claim: Mapping, result: Result) -> str:
    """Education · Case Management · Tamariki back at school."""
    return joined(
        snapshot.called(Agency, claim.agency_id),
        snapshot.called(Group, result.group_id),
        " ".join(result.title.split()),
    )
