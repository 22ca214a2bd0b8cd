"""Dates in their order and numbers that belong together: what a single record says of itself."""

from datetime import date
from decimal import Decimal

import pytest

from tests.builders import a_group, a_result, an_id
from tracker.models.records import Accommodation, Ball, Carrying, Measure, Record, Risk
from tracker.models.records.accountability import Operator
from tracker.models.records.result import Aggregation

GROUP = a_group()
FIRST, SECOND = date(2008, 5, 1), date(2008, 6, 1)


def between(low: int | None, high: int | None) -> Measure:
    numbers = [None if number is None else Decimal(number) for number in (low, high)]
    words = {"line_id": "line", "code": "1", "text": "Attendance", "target_op": Operator.BETWEEN}
    return Measure(id=an_id(), **words, target_low=numbers[0], target_high=numbers[1])


def a_ratio(**numbers: Decimal) -> Record:
    return a_result(GROUP, aggregation=Aggregation.RATIO, **numbers)


def ball(opened: date, closed: date) -> Ball:
    return Ball(id=an_id(), group_id=GROUP.id, issue="School attendance", opened_on=opened, closed_on=closed)


def risk(on: date, closed: date) -> Risk:
    return Risk(id=an_id(), group_id=GROUP.id, text="The room may go", on=on, closed_on=closed)


def agreement(on: date, review: date) -> Accommodation:
    words = {"imbalance": "One pays for all", "text": "Share the rent"}
    return Accommodation(id=an_id(), group_id=GROUP.id, agreed_on=on, review_on=review, **words)


def carrying(on: date, taken_up: date) -> Carrying:
    return Carrying(id=an_id(), lesson_id="lesson", agency_id="agency", on=on, taken_up_on=taken_up)


SOUND = (ball(FIRST, SECOND), risk(FIRST, FIRST), agreement(FIRST, SECOND), carrying(FIRST, SECOND), between(1, 2))
RATIO = a_ratio(numerator=Decimal(0), denominator=Decimal(3))


@pytest.mark.parametrize("record", [*SOUND, RATIO], ids=lambda found: found.noun)
def test_what_fits_together_is_kept(record: Record) -> None:
    assert record.problems() == []


@pytest.mark.parametrize(
    ("record", "words"),
    [
        (ball(SECOND, FIRST), "settled before it was opened"),
        (risk(SECOND, FIRST), "closed before it was seen"),
        (agreement(SECOND, FIRST), "before it was agreed"),
        (carrying(SECOND, FIRST), "taken up before it was carried"),
        (between(2, 1), "needs both, the smaller one first"),
        (between(1, None), "needs both"),
        (a_ratio(denominator=Decimal(3)), "needs its numerator"),
        (a_ratio(numerator=Decimal(3), denominator=Decimal(0)), "cannot be 0"),
    ],
)
def test_what_does_not_is_said(record: Record, words: str) -> None:
    (sentence,) = record.problems()
    assert words in sentence
