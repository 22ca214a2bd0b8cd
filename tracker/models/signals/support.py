"""Signals of money on the table and of what the home agencies say (§6.2)."""

from collections.abc import Sequence
from decimal import Decimal

from tracker.models.dates import shown
from tracker.models.figures.day_words import days_words
from tracker.models.figures.money_clock import ClockState, money_clock
from tracker.models.figures.need import Urgency
from tracker.models.figures.support_board import step_on
from tracker.models.figures.timeline_words import several
from tracker.models.records.contribution import Support, SupportKind
from tracker.models.signals.at_table import agencies_now, agency_names
from tracker.models.signals.rule import NOT_SEEN, Case, Finding, Limit, Rule, not_enough, seen

_WEEKS = (
    "",
    "week",
    "two weeks",
    "three weeks",
    "four weeks",
    "five weeks",
    "six weeks",
    "seven weeks",
    "eight weeks",
)


def _no_money(case: Case) -> Finding:
    weeks = case.limit("money_weeks")
    clock = money_clock(case.snapshot, case.group.id, days=7 * weeks)
    if clock.state is ClockState.NOT_STARTED or clock.until is None:
        return not_enough("The day on which the group started is not noted")
    if not clock.warns or clock.left is None:
        return NOT_SEEN
    span = _WEEKS[weeks] if 0 < weeks < len(_WEEKS) else f"{weeks} weeks"
    over = f"{days_words(-clock.left)} after the {span} ended on {shown(clock.until)}"
    asked = [
        one
        for one in case.snapshot.of(Support, group_id=case.group.id)
        if one.kind is SupportKind.MONEY and step_on(one, case.snapshot.today)
    ]
    came = f", though money came in on {shown(clock.delivered_on)}" if clock.delivered_on else ""
    begun = f"; {_asked(asked)}" if asked else ""
    return seen(f"No money is secured, {over}{came}{begun}", *asked, weight=-clock.left)


def _asked(asked: Sequence[Support]) -> str:
    return f"{len(asked):,} {'is' if len(asked) == 1 else 'are'} asked for or promised"


def _home_silent(case: Case) -> Finding:
    # A whānau or a small organisation has nobody at home to ask (§6.1).
    agencies = [agency for agency in agencies_now(case) if agency.has_levels]
    if not agencies:
        return not_enough("No home agency has a seat")
    supports, today = case.snapshot.of(Support, group_id=case.group.id), case.snapshot.today
    heard = {support.agency_id for support in supports if step_on(support, today)}
    silent = [agency for agency in agencies if agency.id not in heard]
    if not silent:
        return NOT_SEEN
    of_all = f"{len(silent):,} of {several(len(agencies), 'home agency', 'home agencies')}"
    return seen(f"No support is recorded from {of_all}: {agency_names(silent)}", *silent, weight=len(silent))


SUPPORT_RULES: tuple[Rule, ...] = (
    Rule(
        key="no_money",
        title="No money on the table",
        section="6.2",
        why=(
            "Whether home agencies find even a little money early on shows how much they want this group. Without any, "
            "members do the work on top of their own, and it is the first thing to give way."
        ),
        action="Ask the home agencies",
        tab="balance/support",
        urgency=Urgency.SOON,
        look=_no_money,
        limits=(Limit("money_weeks", "Money is secured within", Decimal(6), "weeks", Decimal(1), Decimal(520)),),
    ),
    Rule(
        key="home_silent",
        title="Home agency silent",
        section="6.2",
        why=(
            "A member can do here only what the agency at home makes room for: time, money, help in the office, leave "
            "to work differently. Where nothing is said of it, nobody has asked yet or nobody has answered."
        ),
        action="Ask the home agency",
        tab="balance/support",
        urgency=Urgency.LATER,
        look=_home_silent,
    ),
)
