"""What becomes of contributions and of support from home."""

from datetime import date
from typing import Any

import pytest

from tests.builders import an_id
from tracker.models.figures.support_board import SupportState
from tracker.models.mistake import Mistake
from tracker.models.records import Contribution, Support
from tracker.models.resource_changes import delivered, moved_to, next_state

TODAY = date(2008, 6, 30)
MARCH, APRIL, MAY = date(2008, 3, 3), date(2008, 4, 4), date(2008, 5, 5)


def a_support(**fields: Any) -> Support:
    return Support(id=an_id(), **fields)


def test_a_contribution_is_delivered_on_a_day() -> None:
    assert delivered(Contribution(id=an_id(), promised_on=MARCH), MAY, TODAY).delivered_on == MAY


@pytest.mark.parametrize(
    ("on", "sentence"),
    [
        (date(2008, 7, 1), "1 Jul 2008 is still to come: give the day on which it was delivered, up to 30 Jun 2008"),
        (MARCH, "It was promised on 4 Apr 2008: it cannot have been delivered on 3 Mar 2008"),
    ],
)
def test_a_day_on_which_it_cannot_have_come_is_refused(on: date, sentence: str) -> None:
    with pytest.raises(Mistake, match=sentence):
        delivered(Contribution(id=an_id(), promised_on=APRIL), on, TODAY)


def test_a_support_is_asked_for_then_promised_then_secured() -> None:
    support, states = a_support(), []
    for day in (MARCH, APRIL, MAY):
        state = next_state(support)
        assert state is not None
        states.append(state)
        support = moved_to(support, state, day, TODAY)
    assert states == [SupportState.ASKED, SupportState.PROMISED, SupportState.SECURED]
    assert (support.asked_on, support.promised_on, support.secured_on) == (MARCH, APRIL, MAY)
    assert next_state(support) is None


def test_it_may_be_secured_without_having_been_promised() -> None:
    support = moved_to(a_support(asked_on=MARCH), SupportState.SECURED, APRIL, TODAY)
    assert (support.promised_on, support.secured_on) == (None, APRIL)


@pytest.mark.parametrize("state", [SupportState.PROMISED, SupportState.SECURED])
def test_no_step_comes_before_the_one_that_led_to_it(state: SupportState) -> None:
    with pytest.raises(Mistake, match="It was asked for on 4 Apr 2008: it cannot have been"):
        moved_to(a_support(asked_on=APRIL), state, MARCH, TODAY)
    with pytest.raises(Mistake, match="is still to come"):
        moved_to(a_support(), state, date(2008, 7, 1), TODAY)
