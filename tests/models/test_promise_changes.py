"""What can become of a promise: nothing of its story is lost."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_group, an_id
from tracker.models.figures.standing import Standing, standing
from tracker.models.mistake import Mistake
from tracker.models.promise_changes import (
    backed,
    kept,
    missed,
    noted,
    refuse_day_to_come,
    released,
    renegotiated,
    reopened,
    with_first_due,
)
from tracker.models.records import Commitment

TODAY, DUE = date(2008, 6, 30), date(2008, 6, 20)
PROMISE = Commitment(
    id="p", group_id=a_group().id, text="Bring the figures", made_on=date(2008, 4, 1), due=DUE, first_due=DUE
)
ENDINGS: list[Callable[[Commitment, date], Commitment]] = [kept, missed, released]


@pytest.mark.parametrize(
    ("change", "then"), [(kept, Standing.KEPT_LATE), (missed, Standing.MISSED), (released, Standing.RELEASED)]
)
def test_each_way_to_end_a_promise(change: Callable[[Commitment, date], Commitment], then: Standing) -> None:
    assert standing(change(PROMISE, TODAY), TODAY) is then


def test_kept_on_the_day_it_was_due_is_kept_in_time() -> None:
    assert standing(kept(PROMISE, DUE), TODAY) is Standing.KEPT


def test_a_renegotiated_promise_keeps_its_first_date_and_notes_the_change() -> None:
    now, change = renegotiated(PROMISE, date(2008, 7, 10), TODAY, " The court was busy ", an_id)
    assert (now.due, now.first_due) == (date(2008, 7, 10), DUE)
    assert (change.commitment_id, change.due_before, change.due_after) == ("p", DUE, date(2008, 7, 10))
    assert (change.on, change.why) == (TODAY, "The court was busy")


def test_a_promise_without_a_date_has_its_first_when_one_is_agreed() -> None:
    open_end = replace(PROMISE, due=None, first_due=None)
    assert renegotiated(open_end, TODAY, TODAY, "", an_id)[0].first_due == TODAY


def test_a_settled_promise_is_opened_again_before_its_date_is_renegotiated() -> None:
    with pytest.raises(Mistake, match="open it again"):
        renegotiated(kept(PROMISE, DUE), TODAY, TODAY, "", an_id)


def test_the_date_it_is_due_already_is_no_new_date() -> None:
    with pytest.raises(Mistake, match="due on 20 Jun 2008 already"):
        renegotiated(PROMISE, DUE, TODAY, "", an_id)


def test_backing_leaves_the_promise_to_be_kept() -> None:
    assert standing(backed(PROMISE, TODAY), DUE) is Standing.OPEN
    assert backed(backed(PROMISE, TODAY), None) == PROMISE


def test_without_a_note_what_was_noted_stays() -> None:
    assert noted(noted(PROMISE, "Half of it"), "").outcome_note == "Half of it"


def test_nothing_is_kept_on_a_day_to_come() -> None:
    refuse_day_to_come(TODAY, TODAY)
    with pytest.raises(Mistake, match="1 Jul 2008 is still to come"):
        refuse_day_to_come(date(2008, 7, 1), TODAY)


def test_a_new_promise_has_its_due_date_as_the_first() -> None:
    assert with_first_due(replace(PROMISE, first_due=None), None, renegotiated=False).first_due == DUE


def test_a_mistyped_date_put_right_moves_the_first_date_too() -> None:
    typed = replace(PROMISE, due=TODAY)
    assert with_first_due(typed, PROMISE, renegotiated=False).first_due == TODAY


def test_once_renegotiated_the_first_date_stays_whatever_is_corrected() -> None:
    moved = replace(PROMISE, due=TODAY)
    assert with_first_due(replace(moved, due=date(2008, 7, 1)), moved, renegotiated=True).first_due == DUE
    assert with_first_due(replace(moved, due=date(2008, 7, 1)), moved, renegotiated=False).first_due == DUE


@given(
    st.lists(st.tuples(st.sampled_from(ENDINGS), st.dates(date(2008, 4, 1), date(2008, 6, 30))), min_size=1, max_size=6)
)
def test_whatever_is_done_a_promise_has_one_ending_and_can_be_opened_again(
    deeds: list[tuple[Callable[[Commitment, date], Commitment], date]],
) -> None:
    now = PROMISE
    for deed, on in deeds:
        now = deed(now, on)
    assert now.problems() == []
    assert sum(day is not None for day in (now.kept_on, now.missed_on, now.released_on)) == 1
    assert reopened(now) == PROMISE


@given(st.lists(st.dates(date(2008, 4, 1), date(2009, 4, 1)), min_size=1, max_size=8))
def test_however_often_it_is_renegotiated_the_first_date_is_never_lost(days: list[date]) -> None:
    now, changes = PROMISE, []
    for day in days:
        if day != now.due:
            now, change = renegotiated(now, day, TODAY, "", an_id)
            changes.append(change)
    assert now.first_due == DUE
    assert [change.due_before for change in changes] == [DUE, *(change.due_after for change in changes[:-1])][
        : len(changes)
    ]
