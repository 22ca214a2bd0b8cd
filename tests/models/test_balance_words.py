"""What the pictures of a balance say in words."""

from tests.models.balance_office import Table
from tracker.models.figures.balance import Balance, balance
from tracker.models.figures.balance_words import (
    agency_words,
    give_words,
    mismatch_words,
    to_tell_give_and_get,
    to_tell_resources,
)
from tracker.models.records.reading import Question


def of(table: Table) -> Balance:
    return balance(table.snapshot, table.group.id)


def test_an_agency_is_told_with_its_worth_and_the_spread_of_the_views() -> None:
    table = Table(3).gave(700, 200, 100).chaired_by(0).read(0, (40, 30, 30)).read(1, (60, 30, 10))
    told = of(table)
    assert agency_words(told.rows[0], told.influence) == (
        "Agency 0 (chair): 70% of resources, $700 · 50% of influence, by the views from 40 to 60"
    )


def test_what_is_not_there_is_said() -> None:
    told = of(Table(4).gave(700))
    assert agency_words(told.rows[0], told.influence) == (
        "Agency 0: resources: not enough to tell, $700 · influence: no reading yet"
    )


def test_too_few_values_say_how_many_it_takes_and_where_to_give_them() -> None:
    assert to_tell_resources(of(Table(5).gave(700)).headline) == (
        "Not enough to tell who brings the most: 1 of 5 agencies with a value in the 12 months to 30 Jun 2008, and it "
        "takes 3. Under Contributions, say what was delivered and what it was worth in NZD."
    )
    assert to_tell_resources(of(Table(2).gave(700, 10)).headline) == ""


def test_give_and_get_is_a_sentence_and_its_mismatch_another() -> None:
    table = Table(2).read(0, (60, 40), Question.GIVES).read(0, (20, 80), Question.GAINS)
    told = of(table).gives_gets
    assert give_words(told.rows[0]) == "Agency 0 gives 60 of 100 points and gets 20: +40"
    assert mismatch_words(told) == "what is given and what is got lie 40 of 100 points apart"
    assert to_tell_give_and_get(told) == ""


def test_a_missing_reading_is_named() -> None:
    told = of(Table(2).read(0, (60, 40), Question.GIVES)).gives_gets
    assert to_tell_give_and_get(told).startswith("No reading yet of: who gains. Under Readings")
