"""What the pictures of a balance say in words: of one agency, of one agency's give and take, and what is missing."""

from tracker.models.dates import shown
from tracker.models.figures.balance import AgencyBalance, Balance
from tracker.models.figures.balance_over_time import BalanceOverTime
from tracker.models.figures.gives_gets import GiveAndGet, GivesGets
from tracker.models.figures.headline import Headline
from tracker.models.figures.influence import Influence
from tracker.models.figures.share_words import per_cent, points
from tracker.models.figures.shares import NOT_ENOUGH
from tracker.models.figures.timeline_words import dollars, joined, several


def resource_words(row: AgencyBalance) -> str:
    """15% of resources, $270,000; or that there is not enough to tell."""
    worth = f", {dollars(row.worth)}" if row.worth else ""
    if row.resources is None:
        return f"resources: {NOT_ENOUGH}{worth}"
    return f"{per_cent(row.resources)} of resources{worth}"


def influence_words(row: AgencyBalance, decides: Influence | None) -> str:
    """28% of influence, from 20 to 35; or that it was not read, or the agency was not there to be rated."""
    if decides is None:
        return "influence: no reading yet"
    if row.influence is None:
        return "influence: not there to be rated"
    return f"{per_cent(row.influence.share)} of influence{spread_words(row)}"


def spread_words(row: AgencyBalance) -> str:
    """, by the views from 20 to 35; "" of one view."""
    read = row.influence
    if read is None or len(read.views) < 2:
        return ""
    if read.lowest == read.highest:
        return ", by every view"
    return f", by the views from {points(read.lowest)} to {points(read.highest)}"


def agency_words(row: AgencyBalance, decides: Influence | None) -> str:
    """Customs (chair): 15% of resources, $270,000 · 28% of influence, by the views from 20 to 35."""
    return f"{row.called}: {joined(resource_words(row), influence_words(row, decides))}"


def give_words(row: GiveAndGet) -> str:
    """Defence Force gives 60 of 100 points and gets 18: +42 (+44 in the reading before)."""
    before = f" ({row.gap_before_words} in the reading before)" if row.gap_before_words else ""
    left = "" if row.present else " (has left)"
    both = f"gives {points(row.gives)} of 100 points and gets {points(row.gets)}"
    return f"{row.agency}{left} {both}: {row.gap_words}{before}"


def mismatch_words(told: GivesGets) -> str:
    """What is given and what is got lie 41 of 100 points apart; "" without both readings."""
    if told.mismatch is None:
        return ""
    return f"what is given and what is got lie {points(told.mismatch)} of 100 points apart"


def to_tell_resources(told: Headline) -> str:
    """What is missing to say who brings the most, and how to get there; "" where there is enough."""
    if told.largest is not None:
        return ""
    if not told.members:
        return f"Nobody has a seat in the group on {shown(told.on)}: add its members under People."
    needed = -(-told.members // 2)
    return (
        f"{NOT_ENOUGH.capitalize()} who brings the most: {told.coverage} in the 12 months to {shown(told.on)}, "
        f"and it takes {needed}. Under Contributions, say what was delivered and what it was worth in NZD."
    )


def to_tell_give_and_get(told: GivesGets) -> str:
    """What is missing to hold giving against getting; "" where it is there."""
    return "" if told.rows else f"{told.words}. Under Readings, let each rater split 100 points for both."


def bars_note(told: Balance) -> str:
    """What the two bars of an agency rest on, and what is missing."""
    resources = told.headline
    period = f"Resources: delivered with a value from {shown(resources.since)} to {shown(resources.on)}"
    brought = joined(f"{period}, {resources.coverage}", "" if resources.largest else NOT_ENOUGH)
    read = told.influence.words if told.influence else "no reading yet of who decides"
    return f"{brought}. Influence: {read[:1].lower()}{read[1:]}."


def over_time_note(told: BalanceOverTime) -> str:
    """What a point stands for, and at how many there is enough to tell."""
    enough = f"Enough to tell at {told.told} of {several(len(told.begun), 'day', 'days')}"
    return f"{enough}, each with the 12 months before it. Hollow: under a year old. Dotted: agencies at the table."


def kinds_note(told: Balance) -> str:
    """What stands in the table of kinds, and that nothing is added over them."""
    resources = told.resources
    days = f"Delivered from {shown(resources.since)} to {shown(resources.on)}, each kind in its own unit"
    to_come = f"; {several(resources.to_come, 'promise', 'promises')} of that time still to come"
    return f"{days}, never added up{to_come if resources.to_come else ''}."
