"""Signals of the life cycle (§7): where a group stands, for how long, and whether it still looks at itself."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import TypeVar

from tracker.models.dates import shown
from tracker.models.figures.coming import next_meeting
from tracker.models.figures.day_words import days_words
from tracker.models.figures.lane import Lane
from tracker.models.figures.need import Urgency
from tracker.models.figures.timeline_words import several
from tracker.models.guidance.signs import SIGNS
from tracker.models.records.meeting import Meeting
from tracker.models.records.result import Result, ResultState
from tracker.models.records.review import Review
from tracker.models.records.stage import Asked, Assessment, Rating
from tracker.models.signals.rule import NOT_SEEN, Case, Finding, Limit, Rule, not_enough, seen
from tracker.models.signals.stay import Stay, stay_in

# A usual interval is the middle of so many of the last ones, and is told from no fewer meetings than that.
_INTERVALS, _MEETINGS = 6, 4
# Somebody at or below the one and somebody at or above the other see a sign differently (0 to 4).
_LOW, _HIGH = 1, 3
_HARD = (Lane.FRUSTRATION, Lane.CROSSOVER)
_SIGN_KEYS = frozenset(sign.key for sign in SIGNS)
_NO_STAGE = "No stage has been judged yet"

T = TypeVar("T", Result, Review, Assessment)


def _no_victories(case: Case) -> Finding:
    stay = _stay(case, *_HARD)
    if stay is None:
        return not_enough(_NO_STAGE)
    if stay.since is None:
        return _elsewhere(stay)
    kept = (each for each in case.snapshot.of(Result, group_id=case.group.id) if each.state != ResultState.WITHDRAWN)
    last = _latest(case, kept)
    begun = max(stay.since, last.on) if last and last.on else stay.since
    days = _days(case, begun)
    if days <= case.limit("victory_days"):
        return NOT_SEEN
    where = f"{stay.words} since {shown(stay.since)}"
    if last is None:
        return seen(f"No little victory is recorded; {where}", stay.judgement, weight=days)
    victory = f"The last little victory was on {shown(last.on)}, {days_words(_days(case, last.on))} ago"
    return seen(f"{victory}; {where}", stay.judgement, last, weight=days)


def _stuck(case: Case) -> Finding:
    stay = _stay(case, Lane.FRUSTRATION)
    if stay is None:
        return not_enough(_NO_STAGE)
    if stay.since is None:
        return _elsewhere(stay)
    days, judged = _days(case, stay.since), several(len(stay.judgements), "judgement", "judgements")
    if days <= case.limit("stuck_days"):
        return NOT_SEEN
    figures = f"In Frustration for {days_words(days)}, since {shown(stay.since)}, by {judged}"
    return seen(figures, *reversed(stay.judgements), weight=days)


def _stage_out_of_date(case: Case) -> Finding:
    stay, started = _stay(case), case.group.started_on
    if stay is None and started is None:
        return not_enough(f"{_NO_STAGE}, and no day is given on which the group started")
    on = stay.judgement.on if stay else started
    days = _days(case, on)
    if days <= case.limit("stage_days"):
        return NOT_SEEN
    if stay is None:
        return seen(f"{_NO_STAGE}, {days_words(days)} after the start on {shown(on)}", case.group, weight=days)
    judged = f"Last judged on {shown(on)}, {days_words(days)} ago: {stay.judgement.title}"
    return seen(judged, stay.judgement, weight=days)


def _equilibrium(case: Case) -> Finding:
    stay = _stay(case, Lane.FLYING)
    if stay is None:
        return not_enough(_NO_STAGE)
    if stay.since is None:
        return _elsewhere(stay)
    last = _latest(case, case.snapshot.of(Review, group_id=case.group.id))
    days = _days(case, max(stay.since, last.on) if last and last.on else stay.since)
    if days <= case.limit("review_days"):
        return NOT_SEEN
    flying = f"Flying since {shown(stay.since)}"
    if last is None:
        return seen(f"{flying}, and no review is recorded", stay.judgement, weight=days)
    reviewed = f"the last review was on {shown(last.on)}, {days_words(_days(case, last.on))} ago"
    return seen(f"{flying}, and {reviewed}", last, stay.judgement, weight=days)


def _different_stages(case: Case) -> Finding:
    asked = (one for one in case.snapshot.of(Assessment, group_id=case.group.id) if one.asked is Asked.SIGNS)
    latest = _latest(case, (one for one in asked if _answered(case, one)))
    if latest is None:
        return not_enough("No self-assessment has been answered yet")
    ratings = _answered(case, latest)
    agencies = several(len({rating.agency_id for rating in ratings}), "agency", "agencies")
    who = f"{several(len(ratings), 'rater', 'raters')} of {agencies} on {shown(latest.on)}"
    answers = [scores for scores in _by_sign(ratings) if len(scores) > 1]
    split, needed = sum(_is_split(scores) for scores in answers), case.limit("split_signs")
    if len(answers) < needed:
        signs = several(len(answers), "sign", "signs")
        return not_enough(f"Only {signs} of {len(SIGNS)} answered by more than one; {who}")
    if split < needed:
        return NOT_SEEN
    are = "is" if split == 1 else "are"
    return seen(f"{split} of {len(SIGNS)} signs {are} split; {who}", latest, weight=split)


def _gone_quiet(case: Case) -> Finding:
    today = case.snapshot.today
    logged = case.snapshot.of(Meeting, group_id=case.group.id)
    held = {one.on: one for one in logged if one.on is not None and one.on <= today}
    if len(held) < _MEETINGS:
        meetings = several(len(held), "meeting", "meetings")
        return not_enough(f"{meetings} logged; the usual interval shows from {_MEETINGS} on")
    days = sorted(held)[-_INTERVALS - 1 :]
    usual = _middle(sorted((later - earlier).days for earlier, later in pairwise(days)))
    quiet = (today - days[-1]).days
    if quiet <= case.limits["quiet_times"] * usual:
        return NOT_SEEN
    intervals = len(days) - 1
    last = f"Last met on {shown(days[-1])}, {days_words(quiet)} ago"
    every = f"usually every {days_words(round(usual))} (middle of the last {intervals} intervals)"
    return seen(f"{last}; {every}; {_ahead(case)}", held[days[-1]], weight=quiet)


def _ahead(case: Case) -> str:
    meeting = next_meeting(case.snapshot, case.group.id, case.snapshot.today)
    return f"the next is planned for {shown(meeting.on)}" if meeting else "no meeting is planned"


def _middle(ordered: list[int]) -> Decimal:
    """The median; of two in the middle their mean. (The statistics module would be loaded before the first page.)"""
    half = len(ordered) // 2
    return Decimal(ordered[half] + ordered[-half - 1]) / 2


def _stay(case: Case, *lanes: Lane) -> Stay | None:
    return stay_in(case.snapshot, case.group.id, lanes)


def _elsewhere(stay: Stay) -> Finding:
    """The group is in another stage; or it was not clear in which, and then this cannot be told."""
    return NOT_SEEN if stay.judgement.stage else not_enough(f"On {shown(stay.judgement.on)} the stage was not clear")


def _latest(case: Case, several: Iterable[T]) -> T | None:
    today = case.snapshot.today
    past = [one for one in several if one.on and one.on <= today]
    return max(past, key=lambda one: (one.on or date.min, one.id), default=None)


def _days(case: Case, since: date | None) -> int:
    return (case.snapshot.today - since).days if since else 0


def _answered(case: Case, asked: Assessment) -> list[Rating]:
    """The ratings of a round that say anything: who only says "don't know" is no rater."""
    ratings = case.snapshot.of(Rating, assessment_id=asked.id)
    return [rating for rating in ratings if any(score is not None for _, score in rating.answers)]


def _by_sign(ratings: Iterable[Rating]) -> Iterable[list[int]]:
    """What was answered to each sign that anybody answered; "don't know" is no answer."""
    answers: dict[str, list[int]] = {}
    for rating in ratings:
        for key, score in rating.answers:
            if score is not None and key in _SIGN_KEYS:
                answers.setdefault(key, []).append(score)
    return answers.values()


def _is_split(scores: list[int]) -> bool:
    return min(scores) <= _LOW and max(scores) >= _HIGH


LIFE_CYCLE_RULES: tuple[Rule, ...] = (
    Rule(
        key="no_victories",
        title="No little victories",
        section="7.2",
        why=(
            "While people doubt where the group is going, one small thing that worked does more than another plan: it "
            "shows that the work can pay, and gives members something to tell at home."
        ),
        action="Plan a quick win",
        tab="life-cycle/forward",
        urgency=Urgency.SOON,
        look=_no_victories,
        limits=(Limit("victory_days", "Without a little victory", Decimal(90), "days", Decimal(1)),),
    ),
    Rule(
        key="stuck",
        title="Stuck in Frustration",
        section="7.2",
        why=(
            "Every group goes through this stage, and some never leave it but fall apart from there. The longer it "
            "lasts, the more a deliberate step is needed: back to what you share, and something practical to do."
        ),
        action="Choose what to try",
        tab="life-cycle/forward",
        urgency=Urgency.SOON,
        look=_stuck,
        limits=(Limit("stuck_days", "In Frustration", Decimal(180), "days", Decimal(1)),),
    ),
    Rule(
        key="stage_out_of_date",
        title="The stage is out of date",
        section="7.3",
        why=(
            "What helps at one stage does little at another. A group that knows where it stands can change course "
            "early, while the change is still small."
        ),
        action="Judge the stage",
        tab="life-cycle/trajectory",
        urgency=Urgency.LATER,
        look=_stage_out_of_date,
        limits=(Limit("stage_days", "Without a judgement of the stage", Decimal(120), "days", Decimal(1)),),
    ),
    Rule(
        key="equilibrium",
        title="Stability mistaken for equilibrium",
        section="7.2",
        why=(
            "When all goes well it looks easy, and it is forgotten how it came about. A newcomer or a rule from "
            "outside can then upset it, unless the group goes on asking what makes it work."
        ),
        action="Start a review",
        tab="learning/lessons",
        urgency=Urgency.LATER,
        look=_equilibrium,
        limits=(Limit("review_days", "Flying without a review", Decimal(180), "days", Decimal(1)),),
    ),
    Rule(
        key="different_stages",
        title="Members see different stages",
        section="7.2",
        why=(
            "Where one member sees a group that works and another a group in trouble, what suits the one will seem "
            "beside the point to the other. Talk about the difference before choosing what to do."
        ),
        action="Talk about the splits",
        tab="life-cycle/assessment",
        urgency=Urgency.SOON,
        look=_different_stages,
        # A third of the signs: a few splits are to be had in any group.
        limits=(Limit("split_signs", "Signs that are split", Decimal(8), "signs", Decimal(1), Decimal(len(SIGNS))),),
    ),
    Rule(
        key="gone_quiet",
        title="Gone quiet",
        section="7.1",
        why=(
            "This work happens beside everybody's main job, so a group that stops meeting seldom says so: it is simply "
            "crowded out. Asking early whether it is a pause or an end is kinder to all."
        ),
        action="Log a meeting",
        tab="meetings",
        urgency=Urgency.SOON,
        look=_gone_quiet,
        limits=(Limit("quiet_times", "Silence, by the group's own usual interval", Decimal(2), "times", Decimal(1)),),
    ),
)
