"""What becomes of a contribution and of a home's support: delivered; asked for, promised, secured (§4.1, §6.2)."""

from dataclasses import replace
from datetime import date

from tracker.models.dates import shown
from tracker.models.figures.support_board import SupportState
from tracker.models.mistake import Mistake
from tracker.models.records.contribution import Contribution, Support


def delivered(contribution: Contribution, on: date, today: date) -> Contribution:
    """Delivered on that day. Raises Mistake if the day lies ahead, or before the promise."""
    _refuse_day_to_come(on, today, "delivered")
    _refuse_before(contribution.promised_on, "promised", on, "delivered")
    return replace(contribution, delivered_on=on)


def next_state(support: Support) -> SupportState | None:
    """What comes next for it: asked for, promised, secured; None when it is secured."""
    if support.secured_on:
        return None
    if support.promised_on:
        return SupportState.SECURED
    return SupportState.PROMISED if support.asked_on else SupportState.ASKED


def moved_to(support: Support, state: SupportState, on: date, today: date) -> Support:
    """Asked for, promised or secured on that day; a step left out stays open.

    Raises Mistake if the day lies ahead, or before a step that came first.
    """
    done = state.label.lower()
    _refuse_day_to_come(on, today, done)
    if state is SupportState.ASKED:
        return replace(support, asked_on=on)
    _refuse_before(support.asked_on, "asked for", on, done)
    if state is SupportState.PROMISED:
        return replace(support, promised_on=on)
    _refuse_before(support.promised_on, "promised", on, done)
    return replace(support, secured_on=on)


def _refuse_day_to_come(on: date, today: date, done: str) -> None:
    if on > today:
        raise Mistake(f"{shown(on)} is still to come: give the day on which it was {done}, up to {shown(today)}.")


def _refuse_before(earlier: date | None, was: str, on: date, done: str) -> None:
    if earlier and on < earlier:
        raise Mistake(
            f"It was {was} on {shown(earlier)}: it cannot have been {done} on {shown(on)}. "
            "Give a later day, or correct the first one."
        )
