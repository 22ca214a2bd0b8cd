"""What was agreed about an imbalance, and whether it has been looked at again."""

from datetime import date
from typing import Any

from tests.builders import an_id
from tests.models.balance_office import TODAY, Table
from tracker.models.figures.accommodations import Agreed, accommodations
from tracker.models.records import Accommodation


def agreed(table: Table, on: date, **fields: Any) -> Table:
    what = {"imbalance": "Defence carries it.", "text": "Customs chairs."}
    return table.add(Accommodation(**{"id": an_id(), "group_id": table.group.id, "agreed_on": on} | what | fields))


def of(table: Table, on: date | None = None) -> tuple[Agreed, ...]:
    return accommodations(table.snapshot, table.group.id, on)


def test_a_review_that_has_passed_without_anything_new_is_overdue_by_so_many_days() -> None:
    (one,) = of(agreed(Table(3), date(2007, 3, 9), review_on=date(2008, 6, 20)))
    assert one.overdue == 10
    assert one.review_words == "Overdue: to be looked at again on 20 Jun 2008, 10 days ago"


def test_what_was_agreed_anew_on_the_day_or_later_was_looked_at_again() -> None:
    table = agreed(Table(3), date(2007, 3, 9), review_on=date(2008, 3, 8))
    newest, first = of(agreed(table, date(2008, 3, 12), review_on=date(2009, 3, 11)))
    assert (first.looked_at_on, first.overdue) == (date(2008, 3, 12), 0)
    assert newest.review_words == "To be looked at again on 11 Mar 2009"


def test_another_thing_agreed_before_the_day_is_no_second_look() -> None:
    table = agreed(Table(3), date(2007, 3, 9), review_on=date(2008, 3, 8))
    first = of(agreed(table, date(2007, 5, 1)))[1]
    assert first.looked_at_on is None
    assert first.overdue == 114


def test_on_an_earlier_day_only_what_was_agreed_by_then_is_there() -> None:
    table = agreed(agreed(Table(3), date(2007, 3, 9)), date(2008, 3, 12))
    assert [one.accommodation.agreed_on for one in of(table, date(2008, 1, 1))] == [date(2007, 3, 9)]


def test_a_group_that_has_closed_owes_no_second_look() -> None:
    table = Table(3, closed_on=date(2008, 1, 31))
    assert of(agreed(table, date(2007, 3, 9), review_on=date(2007, 12, 1)), TODAY)[0].overdue == 0


def test_without_a_day_that_is_said() -> None:
    assert of(agreed(Table(3), date(2007, 3, 9)))[0].review_words == "No day is set to look at it again"
