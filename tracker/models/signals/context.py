"""Signals of the context: what the world around a group asks it to settle (§4.3, §8)."""

from decimal import Decimal

from tracker.models.dates import shown
from tracker.models.figures.context_gaps import PARTICIPATION_DAYS, untold_risks
from tracker.models.figures.day_words import days_words
from tracker.models.figures.need import Urgency
from tracker.models.figures.timeline_words import several
from tracker.models.guidance.context_help import PARTICIPATION, SHARING, SURPRISES
from tracker.models.records.agency import Agency
from tracker.models.records.risk import Risk
from tracker.models.signals.rule import NOT_SEEN, Case, Finding, Limit, Rule, not_enough, seen

_NAMED = 3


def _sharing_basis(case: Case) -> Finding:
    group = case.group
    if group.sharing_basis is not None:
        return NOT_SEEN
    if group.started_on is None:
        return not_enough("No day is given on which the group started")
    days = (case.snapshot.today - group.started_on).days
    noted = "; a note is there, and no basis is chosen" if group.sharing_note else ""
    return seen(f"No basis is recorded, {days_words(days)} after the start{noted}", group, weight=days)


def _participation(case: Case) -> Finding:
    group = case.group
    if group.participation is not None:
        return NOT_SEEN
    if group.started_on is None:
        return not_enough("No day is given on which the group started")
    days = (case.snapshot.today - group.started_on).days
    if days <= case.limit("participation_days"):
        return NOT_SEEN
    return seen(f"Not recorded, {days_words(days)} after the start on {shown(group.started_on)}", group, weight=days)


def _surprise(case: Case) -> Finding:
    snapshot, today = case.snapshot, case.snapshot.today
    if not any(risk.on and risk.on <= today for risk in snapshot.of(Risk, group_id=case.group.id)):
        return not_enough("No risk is recorded yet")
    untold = untold_risks(snapshot, case.group.id)
    if not untold:
        return NOT_SEEN
    oldest = untold[0].on or today
    falls_on = list(dict.fromkeys(snapshot.called(Agency, risk.agency_id) or "nobody named" for risk in untold))
    named = ", ".join(falls_on[:_NAMED]) + (f" and {len(falls_on) - _NAMED} more" if len(falls_on) > _NAMED else "")
    risks, days = several(len(untold), "high risk", "high risks"), (today - oldest).days
    first = "seen" if len(untold) == 1 else "the oldest seen"
    figures = f"{risks} without a note, on {named}; {first} on {shown(oldest)}, {days_words(days)} ago"
    return seen(figures, *untold, weight=days)


CONTEXT_RULES: tuple[Rule, ...] = (
    Rule(
        key="sharing_basis",
        title="Sharing without a basis",
        section="8.2",
        why=SHARING.text,
        action="Choose the basis",
        tab="overview/context",
        urgency=Urgency.SOON,
        look=_sharing_basis,
    ),
    Rule(
        key="participation",
        title="Iwi and Māori participation not considered",
        section="8.3",
        why=PARTICIPATION.text,
        action="Say how they take part",
        tab="overview/context",
        urgency=Urgency.SOON,
        look=_participation,
        limits=(Limit("participation_days", "After the start", Decimal(PARTICIPATION_DAYS), "days"),),
    ),
    Rule(
        key="surprise",
        title="Surprise in waiting",
        section="4.3",
        why=SURPRISES.text,
        action="Tell the agency",
        tab="overview/context",
        urgency=Urgency.NOW,
        look=_surprise,
    ),
)
