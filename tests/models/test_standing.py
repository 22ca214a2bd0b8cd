"""How a promise stands on a day."""

from datetime import date

import pytest

from tests.builders import a_group, an_id
from tracker.models.figures.standing import Standing, closed_on, fallen_due, standing
from tracker.models.records import Commitment

DUE = date(2008, 5, 1)
TODAY = date(2008, 6, 30)


def promise(**fields: object) -> Commitment:
    defaults = {"id": an_id(), "group_id": a_group().id, "text": "Bring the figures", "made_on": date(2008, 4, 1)}
    return Commitment(**defaults | {"due": DUE} | fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"due": TODAY}, Standing.OPEN),
        ({"due": None}, Standing.OPEN),
        ({}, Standing.OVERDUE),
        ({"kept_on": DUE}, Standing.KEPT),
        ({"kept_on": date(2008, 5, 2)}, Standing.KEPT_LATE),
        ({"due": None, "kept_on": DUE}, Standing.KEPT),
        ({"released_on": date(2008, 5, 9)}, Standing.RELEASED),
        ({"missed_on": date(2008, 5, 9)}, Standing.MISSED),
    ],
)
def test_a_promise_stands_as_its_dates_say(fields: dict[str, date], expected: Standing) -> None:
    assert standing(promise(**fields), TODAY) is expected


def test_what_happened_later_does_not_count_on_an_earlier_day() -> None:
    assert standing(promise(kept_on=date(2008, 6, 1)), date(2008, 5, 20)) is Standing.OVERDUE


def test_a_promise_is_not_overdue_on_the_day_it_is_due() -> None:
    assert standing(promise(), DUE) is Standing.OPEN
    assert fallen_due(promise(), DUE)


def test_a_released_promise_has_not_fallen_due() -> None:
    assert not fallen_due(promise(released_on=date(2008, 4, 20)), TODAY)


def test_the_closing_day_is_the_day_it_was_kept_released_or_missed() -> None:
    assert closed_on(promise(missed_on=TODAY)) == TODAY
    assert closed_on(promise()) is None
