"""Signals of what came of the work: results and accountability lines (§4.2), and lessons on their way home (§5.2)."""

from collections.abc import Iterator
from decimal import Decimal

from tracker.models.dates import shown
from tracker.models.figures.day_words import days_words
from tracker.models.figures.need import Urgency
from tracker.models.figures.shares import agencies_on
from tracker.models.figures.timeline_words import number, several
from tracker.models.period import Period, period_of
from tracker.models.records.accountability import WHOLE_SHARE, Line, Mapping
from tracker.models.records.agency import Agency
from tracker.models.records.result import Result, ResultState
from tracker.models.records.review import Carrying, Lesson
from tracker.models.signals.lines import lines_by_agency, lines_served
from tracker.models.signals.rule import NOT_SEEN, Case, Finding, Limit, Rule, not_enough, seen
from tracker.models.snapshot import Snapshot

_NAMED = 3


def _results_without_line(case: Case) -> Finding:
    year = _year(case)
    results = [one for one in _results(case) if one.on in year]
    if not results:
        return not_enough(f"No result of {year.label} is recorded yet")
    bare = [one for one in results if not _has_line(case.snapshot, one)]
    if not bare:
        return NOT_SEEN
    counts = "counts" if len(bare) == 1 else "count"
    figures = f"{len(bare)} of {several(len(results), 'result', 'results')} of {year.label} {counts} towards no line"
    return seen(figures, *bare, weight=len(bare))


def _line_without_results(case: Case) -> Finding:
    year, snapshot = _year(case), case.snapshot
    lines = snapshot.once(lines_by_agency)
    claimed = _claimed(case, year)
    known = {each: {*lines.get(each, ()), *claimed.get(each, ())} for each in _at_the_table(case)}
    known = {agency_id: ids for agency_id, ids in known.items() if ids}
    if not known:
        return not_enough(f"No line of {year.label} is kept for any agency in the group")
    served = snapshot.once(lines_served)
    bare = {agency_id: ids - served for agency_id, ids in known.items() if ids - served}
    if not bare:
        return NOT_SEEN
    told = sorted(f"{snapshot.called(Agency, each)} {len(ids):,} of {len(known[each]):,}" for each, ids in bare.items())
    more = f" and {several(len(told) - _NAMED, 'agency', 'agencies')} more" if len(told) > _NAMED else ""
    figures = f"Lines of {year.label} towards which no result counts: {', '.join(told[:_NAMED])}{more}"
    records = [snapshot.one(Line, line_id) for line_id in sorted(frozenset().union(*bare.values()))]
    return seen(figures, *records, weight=len(records))


def _shares_over(case: Case) -> Finding:
    claimed = [(sum(shares), one) for one in _results(case) if (shares := _shares(case.snapshot, one))]
    if not claimed:
        return not_enough("No share of a result is claimed yet")
    over = sorted(((total, one.id, one) for total, one in claimed if total > WHOLE_SHARE), reverse=True)
    if not over:
        return NOT_SEEN
    total, _, most = over[0]
    of = several(len(claimed), "result with shares", "results with shares")
    figures = f"{len(over)} of {of}; the most is {_per_cent(total)} of “{_short(most.name)}”"
    return seen(figures, *(one for _, _, one in over), weight=total)


def _lessons_kept(case: Case) -> Finding:
    snapshot, today = case.snapshot, case.snapshot.today
    lessons = [
        (one.on, one.id, one) for one in snapshot.of(Lesson, group_id=case.group.id) if one.on and one.on <= today
    ]
    if not lessons:
        return not_enough("No lesson is recorded yet")
    days = case.limit("lesson_days")
    kept = sorted(each for each in lessons if (today - each[0]).days > days and not _is_carried(snapshot, each[2]))
    if not kept:
        return NOT_SEEN
    oldest, _, _ = kept[0]
    of = several(len(lessons), "lesson", "lessons")
    age, first = (today - oldest).days, "learned" if len(kept) == 1 else "the oldest learned"
    figures = f"{len(kept)} of {of} carried to no home agency; {first} on {shown(oldest)}, {days_words(age)} ago"
    return seen(figures, *(lesson for _, _, lesson in kept), weight=age)


def _at_the_table(case: Case) -> frozenset[str]:
    """The ids of the agencies with a seat in the group today."""
    return agencies_on(case.snapshot, case.group.id, case.snapshot.today)


def _year(case: Case) -> Period:
    return period_of(case.snapshot.today).year


def _results(case: Case) -> Iterator[Result]:
    """What the group has recorded by today and not withdrawn."""
    for one in case.snapshot.of(Result, group_id=case.group.id):
        if one.state is not ResultState.WITHDRAWN and one.on and one.on <= case.snapshot.today:
            yield one


def _has_line(snapshot: Snapshot, result: Result) -> bool:
    return any(claim.live and claim.line_id for claim in snapshot.of(Mapping, result_id=result.id))


def _shares(snapshot: Snapshot, result: Result) -> list[int]:
    """The shares that are claimed of it, in basis points."""
    claims = snapshot.of(Mapping, result_id=result.id)
    return [claim.share_bp for claim in claims if claim.live and claim.share_bp is not None]


def _claimed(case: Case, year: Period) -> dict[str, set[str]]:
    """The lines towards which agencies say that the group's results of the year count: ids by the agency's id."""
    claimed: dict[str, set[str]] = {}
    for result in _results(case):
        for claim in case.snapshot.of(Mapping, result_id=result.id) if result.on in year else ():
            if claim.live and claim.agency_id and claim.line_id:
                claimed.setdefault(claim.agency_id, set()).add(claim.line_id)
    return claimed


def _is_carried(snapshot: Snapshot, lesson: Lesson) -> bool:
    carried = snapshot.of(Carrying, lesson_id=lesson.id)
    return any(each.agency_id and each.on and each.on <= snapshot.today for each in carried)


def _per_cent(basis_points: int) -> str:
    """120%, 100.5%."""
    return f"{number(Decimal(basis_points) / 100)}%"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 60 else words[:59].rstrip() + "…"


RESULT_RULES: tuple[Rule, ...] = (
    Rule(
        key="results_without_line",
        title="Results without a line",
        section="4.2",
        why=(
            "A home agency is asked about its own lines. A result that counts towards none of them is good news that "
            "nobody upstairs has a place for, and the work looks like time lost."
        ),
        action="Say where they count",
        tab="accountability",
        urgency=Urgency.LATER,
        look=_results_without_line,
    ),
    Rule(
        key="line_without_results",
        title="Lines without results",
        section="4.2",
        why=(
            "An agency stays in a group more easily when the work also serves what the agency itself answers for. A "
            "line with nothing beside it is worth a question: should the group serve it, and does it already?"
        ),
        action="Look for what counts there",
        tab="accountability",
        urgency=Urgency.LATER,
        look=_line_without_results,
    ),
    Rule(
        key="shares_over",
        title="Shares add up to more than 100%",
        section="4.2",
        why=(
            "Credit can be shared and not multiplied: when agencies together claim more than there is, head offices "
            "stop trusting the rest of the figures as well. The group can settle it at one meeting."
        ),
        action="Agree on the shares",
        tab="accountability",
        urgency=Urgency.SOON,
        look=_shares_over,
    ),
    Rule(
        key="lessons_kept",
        title="Lessons kept in the group",
        section="5.2",
        why=(
            "What members learn together does not travel home by itself. Unless somebody tells it, and hears what "
            "became of it, each agency goes on as before and the next group learns it again."
        ),
        action="Carry a lesson home",
        tab="learning/lessons",
        urgency=Urgency.LATER,
        look=_lessons_kept,
        limits=(Limit("lesson_days", "A lesson not carried home", Decimal(90), "days", Decimal(1)),),
    ),
)
