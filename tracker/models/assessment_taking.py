"""Taking a self-assessment: starting a round, and entering each member's answers (§7.2)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from string import ascii_uppercase

from tracker.models.dates import shown
from tracker.models.fields import Scores
from tracker.models.figures.assessment.asked_order import asked_texts
from tracker.models.figures.assessment.gates import gates_in_force
from tracker.models.figures.joining_order import agencies_in_order
from tracker.models.figures.shares import agencies_on
from tracker.models.mistake import Mistake
from tracker.models.records.agency import Agency
from tracker.models.records.group import Group
from tracker.models.records.stage import Asked, Assessment, Rating
from tracker.models.snapshot import Snapshot
from tracker.models.value import Value, value

HIGHEST = 4

# What a member answers, by key: 0 to 4, or None for "don't know".
Answers = Mapping[str, int | None]


@value
class Answerer(Value):
    """Whose answers these are. `mark` tells raters of one agency apart, such as A or B; never a name."""

    assessment_id: str
    agency_id: str
    mark: str = ""


def agencies_to_ask(snapshot: Snapshot, group_id: str, on: date) -> tuple[Agency, ...]:
    """The agencies with a seat on that day, as they joined."""
    seated = agencies_on(snapshot, group_id, on)
    return tuple(agency for agency in agencies_in_order(snapshot, group_id) if agency.id in seated)


def started(
    snapshot: Snapshot,
    group_id: str,
    on: date,
    mint: Callable[[], str],
    *,
    asks: Asked = Asked.SIGNS,
    asked_ids: Iterable[str] | None = None,
) -> Assessment:
    """A round to keep: all agencies with a seat that day are asked, or those of `asked_ids`, by today's thresholds.

    Whether dots will carry names is as the group has agreed by now.
    Raises Mistake if the day lies ahead, before the group began or after it closed, nobody has a seat on it, an agency
    asked has none, or the same was asked on that day already.
    """
    group = snapshot.one(Group, group_id)
    _refuse_day(snapshot, group, on, asks)
    seated = [agency.id for agency in agencies_to_ask(snapshot, group_id, on)]
    wanted = seated if asked_ids is None else list(dict.fromkeys(asked_ids))
    if not wanted:
        where = f"No agency has a seat in {group.called} on {shown(on)}"
        raise Mistake(f"{where}: add the members first." if not seated else "Choose at least one agency to ask.")
    for agency_id in wanted:
        if agency_id not in seated:
            raise Mistake(f"{_who(snapshot, agency_id)} has no seat in {group.called} on {shown(on)}: leave it out.")
    return Assessment(
        id=mint(),
        group_id=group_id,
        on=on,
        asked_ids=tuple(wanted),
        thresholds=gates_in_force(snapshot).scores if asks is Asked.SIGNS else (),
        asks=asks,
        named=group.ratings_named,
    )


def given(
    snapshot: Snapshot,
    answerer: Answerer,
    answers: Answers,
    mint: Callable[[], str],
    *,
    on: date | None = None,
    form: str = "",
) -> Rating:
    """A member's answers to keep; `on` is the day of the answer (today if none), `form` the file that it came by.

    A question that is not in `answers` was left out, which counts as "don't know" does: as no answer, never as 0.
    Raises Mistake if the agency was not asked or had no seat, its rater of that mark has answered already, an answer is
    not 0 to 4, a question is not one of the round's, or nothing is answered at all.
    """
    assessment = snapshot.one(Assessment, answerer.assessment_id)
    day = on or snapshot.today
    _refuse_answerer(snapshot, assessment, answerer)
    _refuse_given_on(snapshot, assessment, day)
    if rating_of(snapshot, answerer) is not None:
        raise Mistake(_answered_already(snapshot, answerer))
    rating = Rating(
        id=mint(),
        assessment_id=assessment.id,
        agency_id=answerer.agency_id,
        rater=answerer.mark.strip(),
        answers=_sound(assessment, answers),
        given_on=day,
        form=form,
    )
    return _kept(rating)


def corrected(snapshot: Snapshot, rating: Rating, answers: Answers, *, form: str | None = None) -> Rating:
    """A rating put right: all its answers anew. Raises Mistake if one is not 0 to 4, or not of the round."""
    assessment = snapshot.one(Assessment, rating.assessment_id)
    form = rating.form if form is None else form
    return _kept(replace(rating, answers=_sound(assessment, answers), form=form))


def ratings_of(snapshot: Snapshot, assessment_id: str) -> tuple[Rating, ...]:
    """The ratings of a round, in the order of their agencies and marks."""
    order = {agency.id: place for place, agency in enumerate(snapshot.of(Agency))}
    ratings = snapshot.of(Rating, assessment_id=assessment_id)
    return tuple(sorted(ratings, key=lambda each: (order.get(each.agency_id or "", -1), _mark(each.rater), each.id)))


def rating_of(snapshot: Snapshot, answerer: Answerer) -> Rating | None:
    """What that rater has answered in the round already."""
    for rating in snapshot.of(Rating, assessment_id=answerer.assessment_id):
        if rating.agency_id == answerer.agency_id and _mark(rating.rater) == _mark(answerer.mark):
            return rating
    return None


def free_mark(snapshot: Snapshot, assessment_id: str, agency_id: str) -> str:
    """The first letter that no rater of that agency has in the round; "" after Z."""
    ratings = snapshot.of(Rating, assessment_id=assessment_id)
    held = {_mark(rating.rater) for rating in ratings if rating.agency_id == agency_id}
    return next((letter for letter in ascii_uppercase if _mark(letter) not in held), "")


def answers_said(answers: Answers) -> str:
    """22 of 24 answered, 2 don't know; and that it will not count, where all are "don't know"."""
    unknown = sum(score is None for score in answers.values())
    known = len(answers) - unknown
    if answers and not known:
        return "All “don't know”: it is kept, and counts as no answer."
    said = f"{known} answered"
    return f"{said}, {unknown} don't know" if unknown else said


def _refuse_day(snapshot: Snapshot, group: Group, on: date, asks: Asked) -> None:
    day = shown(on)
    if group.started_on and group.started_on > snapshot.today:
        raise Mistake(f"{group.called} begins on {shown(group.started_on)}: ask its members from that day on.")
    if on > snapshot.today:
        raise Mistake(f"{day} is still to come: start the round on the day on which people are asked.")
    if group.started_on and on < group.started_on:
        raise Mistake(f"{group.called} began on {shown(group.started_on)}, after {day}: choose a later day.")
    if group.closed_on and on > group.closed_on:
        raise Mistake(f"{group.called} closed on {shown(group.closed_on)}, before {day}: choose an earlier day.")
    for other in snapshot.of(Assessment, group_id=group.id):
        if other.on == on and other.asked is asks:
            raise Mistake(
                f"{asks.label} were asked on {day} already: give the answers to that round, or choose another day."
                if asks is Asked.SIGNS
                else f"The health check was asked on {day} already: give the answers to it, or choose another day."
            )


def _refuse_answerer(snapshot: Snapshot, assessment: Assessment, answerer: Answerer) -> None:
    if not answerer.agency_id:
        raise Mistake("Say which agency the answers come from.")
    who, day = _who(snapshot, answerer.agency_id), shown(assessment.on)
    if assessment.asked_ids and answerer.agency_id not in assessment.asked_ids:
        raise Mistake(f"{who} was not asked in the round of {day}: add it to those asked first, or choose another.")
    group_id = assessment.group_id or ""
    if assessment.on and answerer.agency_id not in agencies_on(snapshot, group_id, assessment.on):
        group = snapshot.called(Group, group_id)
        raise Mistake(f"{who} had no seat in {group} on {day}: choose an agency at the table on that day.")


def _refuse_given_on(snapshot: Snapshot, assessment: Assessment, day: date) -> None:
    if day > snapshot.today:
        raise Mistake(f"{shown(day)} is still to come: give the day on which it was answered.")
    if assessment.on and day < assessment.on:
        raise Mistake(f"The round began on {shown(assessment.on)}, after {shown(day)}: give the day of the answer.")


def _answered_already(snapshot: Snapshot, answerer: Answerer) -> str:
    who, mark = _who(snapshot, answerer.agency_id), answerer.mark.strip()
    rater = f"rater {mark} of {who}" if mark else f"{who}, without a mark,"
    free = free_mark(snapshot, answerer.assessment_id, answerer.agency_id)
    another = f", or give the mark {free} to another rater" if free else ""
    return f"There are answers of {rater} already: correct those{another}."


def _sound(assessment: Assessment, answers: Answers) -> Scores:
    """The answers as they are kept, in the order of their keys."""
    if not answers:
        raise Mistake("Nothing is answered yet: give at least one answer, or “don't know”.")
    texts = dict(asked_texts(assessment))
    if unknown := sorted(set(answers) - set(texts)):
        raise Mistake(f"“{unknown[0]}” is not among the questions of this round: leave it out.")
    for key, score in answers.items():
        if score is not None and (type(score) is not int or not 0 <= score <= HIGHEST):
            raise Mistake(
                f"“{texts[key]}” has the answer {score}: give a whole number from 0 to {HIGHEST}, or “don't know”."
            )
    return tuple(sorted(answers.items()))


def _kept(rating: Rating) -> Rating:
    if problems := rating.problems():
        raise Mistake(problems[0])
    return rating


def _who(snapshot: Snapshot, agency_id: str) -> str:
    return snapshot.called(Agency, agency_id) or "The agency"


def _mark(rater: str) -> str:
    return rater.strip().casefold()
