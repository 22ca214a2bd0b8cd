"""A pasted page becomes lines; amounts of money are found in them."""

from decimal import Decimal

import pytest

from tracker.models.typed_line.amounts import amount_in
from tracker.models.typed_line.cleaning import capitalised, cleaned, paragraphs


def test_each_paragraph_is_a_line() -> None:
    assert paragraphs("One desk.\n\n\nPolice will ring\r\nEducation to come\n") == [
        "One desk.",
        "Police will ring",
        "Education to come",
    ]


def test_lines_that_a_program_wrapped_are_joined() -> None:
    page = (
        "Police will run the learner licence course at the marae and\nbring the forms by Friday.\nEducation will come."
    )
    assert paragraphs(page) == [
        "Police will run the learner licence course at the marae and bring the forms by Friday.",
        "Education will come.",
    ]


def test_short_lines_are_not_joined() -> None:
    assert paragraphs("the van is shared\nno plan without the aunties") == [
        "the van is shared",
        "no plan without the aunties",
    ]


def test_a_letter_in_front_begins_a_line_of_its_own() -> None:
    page = "d the group meets each month in the hall of the marae trust from now on\nc Police: ring the school"
    assert len(paragraphs(page)) == 2


@pytest.mark.parametrize(
    "bullet",
    ["•", "-", "–", "*", "1.", "12)", "(3)", "a)", "  ·", "\uf0b7", "\uf0a7\t", "§", "o\xa0", "1.1", "2.3.1.", "iv."],
)
def test_bullets_and_numbers_go(bullet: str) -> None:
    assert paragraphs(f"{bullet} Police will ring") == ["Police will ring"]


def test_letters_of_a_list_go_and_letters_of_a_kind_stay() -> None:
    assert paragraphs("a. Police will ring\nb. CYF to come\nc. the van is shared") == [
        "Police will ring",
        "CYF to come",
        "the van is shared",
    ]
    assert paragraphs("iv. CYF to come\nv. All enrolled") == ["CYF to come", "v. All enrolled"]
    assert paragraphs("i. One\nii. Two\niii. Three\niv. Four\nv. Five") == ["One", "Two", "Three", "Four", "Five"]
    assert paragraphs("c. Police to ring\nd. the van is shared") == ["c. Police to ring", "d. the van is shared"]


@pytest.mark.parametrize("line", ["3.5 hours a week", "§ 27 was read", "1.5 FTE agreed", "o te marae", "9.30 start"])
def test_what_only_looks_like_a_bullet_stays(line: str) -> None:
    assert paragraphs(line) == [line]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("ring the school", "Ring the school"),
        ("āwhina te whānau", "Āwhina te whānau"),
        ("a van and a driver", "A van and a driver"),
        ("iPad for nan", "iPad for nan"),
        ("e.g. a van", "e.g. a van"),
        ("www.example.org", "www.example.org"),
        ("$40 for petrol", "$40 for petrol"),
        ("", ""),
    ],
)
def test_a_sentence_begins_with_a_capital(text: str, kept: str) -> None:
    assert capitalised(text) == kept


def test_a_bullet_goes_on_where_its_next_line_hangs() -> None:
    assert paragraphs("- Police will ring\n  the school\n- CYF to come") == [
        "Police will ring the school",
        "CYF to come",
    ]


def test_nothing_but_bullets_and_breaks_is_lost() -> None:
    page = "Minutes 12 June\n\n• 5 children\x0bback 🎉\n1. Ōtara\u2028 hall\ttea\n\x00\n3.5 hours"
    kept = "".join(" ".join(paragraphs(page)).split())
    assert kept == "Minutes12June5children" + "back🎉Ōtarahalltea\x003.5hours"


def test_what_cannot_be_shown_is_counted() -> None:
    assert cleaned("a\x00b\x1bc\r\nd") == ("abc\nd", 2)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("pay $5,000", 5000),
        ("pay $5k by Friday", 5000),
        ("$1.2m over two years", 1_200_000),
        ("5000 dollars", 5000),
        ("NZ$40 000 and $3k", 40_000),
        ("NZD 300.", 300),
        ("half a million", None),
        ("40 families, 24/7, 021 555 123", None),
        ("$", None),
    ],
)
def test_the_largest_amount_is_found(text: str, amount: int | None) -> None:
    assert amount_in(text) == (None if amount is None else Decimal(amount))
