"""Which of a result's numbers leave when some of them are small counts of people (rule 15)."""

from decimal import Decimal
from typing import Any

import openpyxl

from tests.builders import a_result
from tests.reports.conftest import Maker
from tracker.models.records.result import Aggregation


def numbers(maker: Maker, **fields: Any) -> list[Any]:
    """Baseline, value, flag, numerator and denominator as one result has them on its sheet."""
    maker.keep(a_result(maker.group, unit="whānau", **fields))
    book = openpyxl.load_workbook(maker.write().path, read_only=True, data_only=True)
    (row,) = book["Results"].iter_rows(5, values_only=True)
    return [row[6], row[7], row[16], row[17], row[18]]


def test_a_small_baseline_stays_and_the_value_beside_it_is_told(maker: Maker) -> None:
    told = numbers(maker, value=Decimal(14), baseline=Decimal(0), aggregation=Aggregation.SUM)
    assert told == ["fewer than 6", 14, 0, None, None]


def test_a_small_value_stays_and_the_baseline_is_told(maker: Maker) -> None:
    told = numbers(maker, value=Decimal(4), baseline=Decimal(20), aggregation=Aggregation.SUM)
    assert told == [20, "fewer than 6", 1, None, None]


def test_a_ratio_stays_as_a_whole(maker: Maker) -> None:
    told = numbers(maker, numerator=Decimal(3), denominator=Decimal(40), aggregation=Aggregation.RATIO)
    assert told == [None, None, 1, "fewer than 6", "fewer than 6"]


def test_a_part_that_is_not_counted_stays_too(maker: Maker) -> None:
    told = numbers(maker, value=Decimal(30), numerator=Decimal(3), denominator=Decimal(40), aggregation=Aggregation.SUM)
    assert told == [None, 30, 0, "fewer than 6", 40]
