"""Fields: what fits, what does not, and the sentence that says so."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from tracker.models import fields
from tracker.models.fields import LONGEST_LINE, LONGEST_TEXT, Field, field_problems, fields_of
from tracker.models.records import Group, StageJudgement
from tracker.models.records.group import Openness, Trigger
from tracker.models.records.stage import Stage


def declared(made: Any) -> Field:
    """The field behind what stands in a record's declaration."""
    found: Field = made.metadata["field"]
    return found


def problem(made: Any, value: Any) -> str:
    """The one sentence that is said of a value, or ""."""
    found = field_problems(declared(made), value, "group")
    assert len(found) <= 1
    return found[0] if found else ""


NAME, NOTE = fields.line("Name"), fields.prose("Note")


@pytest.mark.parametrize(
    ("made", "value"),
    [
        (NAME, "Ōtara – “the desk” 'n' 50%"),
        (NAME, "x" * LONGEST_LINE),
        (NOTE, "māra " * 8000),
        (NOTE, "one line\n\tand another"),
        (fields.whole("Rows", low=0), 0),
        (fields.decimal("Value"), Decimal("-0.001")),
        (fields.decimal("Value"), Decimal(10) ** 15 - 1),
        (fields.day("Date"), date(1900, 1, 1)),
        (fields.moment("When"), datetime(2008, 6, 30, tzinfo=UTC)),
        (fields.choice("Stage", Stage), Stage.FLYING),
        (fields.several("Why", Trigger), (Trigger.CRISIS, Trigger.OPPORTUNITY)),
        (fields.scores("Answers", low=0, high=4), (("a", 0), ("b", 4), ("c", None))),
    ],
)
def test_what_is_sound_is_kept_without_a_word(made: Any, value: Any) -> None:
    assert problem(made, value) == ""


@pytest.mark.parametrize(
    ("made", "value", "words"),
    [
        (NAME, 7, "must be text"),
        (NAME, "x" * (LONGEST_LINE + 1), "301 characters and 300 fit"),
        (NOTE, "x" * (LONGEST_TEXT + 1), "1,000,001 characters and 1,000,000 fit"),
        (NAME, "From\x0bWord", "cannot be shown"),
        (NAME, "two\nlines", "cannot be shown"),
        (NOTE, "nothing\x00", "cannot be shown"),
        (NOTE, "\ud83d", "half of a character"),
        (fields.whole("Rows"), True, "must be a number"),
        (fields.whole("Rows"), 1.5, "must be a number"),
        (fields.whole("Rows"), 10**15, "give it in a larger unit"),
        (fields.whole("Rows", low=0), -1, "cannot be below 0"),
        (fields.whole("Strength", low=0, high=4), 5, "cannot be above 4"),
        (fields.decimal("Value"), 1, "must be a number"),
        (fields.decimal("Value"), Decimal("NaN"), "must be a number"),
        (fields.decimal("Value"), Decimal("-Infinity"), "must be a number"),
        (fields.day("Date"), "2008-06-12", "must be a date, such as 12 Jun 2008"),
        (fields.day("Date"), datetime(2008, 6, 12, tzinfo=UTC), "must be a date"),
        (fields.day("Date"), date(208, 6, 12), "give a year from 1900 to 2199"),
        (fields.moment("When"), datetime(2008, 6, 12), "a date and a time"),  # noqa: DTZ001 - is what is refused
        (fields.choice("Membership", Openness), "ajar", "must be one of: Open, Closed"),
        (fields.several("Why", Trigger), ("boredom", "habit"), "must be one of"),
        (fields.scores("Answers", low=0, high=4), (("a", 5),), "whole numbers from 0 to 4"),
        (fields.scores("Answers", low=0, high=4), (("a", 1.5),), "whole numbers from 0 to 4"),
        (fields.scores("Answers", low=0, high=4), (("a", 1), ("a", 2)), "the same thing twice"),
    ],
)
def test_what_is_not_is_refused_in_a_sentence_that_says_why(made: Any, value: Any, words: str) -> None:
    found = problem(made, value)
    assert words in found
    assert found.startswith(declared(made).label)
    assert found.endswith(".")


@pytest.mark.parametrize("empty", [None, "", ()])
def test_an_empty_field_is_missed_only_where_it_is_needed(empty: Any) -> None:
    assert problem(NAME, empty) == ""
    assert problem(fields.line("Name", required=True), empty) == "Name is missing: fill it in for this group."


@pytest.mark.parametrize("typed", ["1e-999999", "0.0123456789"])
def test_more_figures_after_the_point_than_anybody_measures_are_refused(typed: str) -> None:
    assert "more than 9 figures after the point" in problem(fields.decimal("Value"), Decimal(typed))


def test_zero_and_no_are_answers_and_not_missing() -> None:
    assert problem(fields.whole("Rows", required=True), 0) == ""


def test_a_heading_has_the_unit_beside_the_label() -> None:
    assert declared(fields.decimal("Value", unit="NZD")).heading == "Value (NZD)"
    assert declared(NAME).heading == "Name"


def test_fields_come_in_the_order_of_the_declaration_each_with_its_name() -> None:
    names = [part.name for part in fields_of(StageJudgement)]
    assert names[:4] == ["sensitivity", "provenance", "section", "group_id"]
    assert "id" not in names


def test_a_choice_is_labelled_by_its_value_unless_it_has_a_label() -> None:
    assert (Stage.FORMING.label, Trigger.CRISIS.label) == ("Forming", "A crisis, or high public profile")
    assert [stage.rank for stage in Stage] == [0, 1, 2, 3, 4]


def test_a_field_says_what_it_is_for_where_the_label_is_not_enough() -> None:
    helps = {part.name: part.help for part in fields_of(Group)}
    assert helps["code"] == "Stands in the names of returns, such as ICM."
