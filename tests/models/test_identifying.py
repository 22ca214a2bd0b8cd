"""What in a text may tell who a client is."""

import pytest

from tracker.models.identifying import identifying


@pytest.mark.parametrize(
    ("text", "what", "words"),
    [
        ("Ring 021 123 4567 soon", "a phone number", "021 123 4567"),
        ("Ring +64 9 123 4567", "a phone number", "+64 9 123 4567"),
        ("(09) 123-4567", "a phone number", "(09) 123-4567"),
        ("ph 277 1234", "a phone number", "277 1234"),
        ("to mere.tau@example.org.nz please", "an e-mail address", "mere.tau@example.org.nz"),
        ("NHI abc1235", "an NHI number", "abc1235"),
        ("seen as ZZZ0016 there", "an NHI number", "ZZZ0016"),
        ("the new sort, ZVB97AX", "an NHI number", "ZVB97AX"),
        ("d.o.b. 3/4/1999", "a date of birth", "3/4/1999"),
        ("born on 3 April 1999", "a date of birth", "3 April 1999"),
    ],
)
def test_what_looks_like_somebodys_is_named(text: str, what: str, words: str) -> None:
    assert [(found.what, found.words) for found in identifying(text)] == [(what, words)]


@pytest.mark.parametrize(
    "text",
    [
        "Met on 12 Jun 2008, again on 10/07/2008 and 2008-08-14",
        "Lines 11768 and 11302 of 2007/08",
        "12 of 1,000,000 dollars, 0.25 of a day, 10,143 in all",
        "EDU, POL and WINZ came; ICM2008 went well",
        "",
    ],
)
def test_days_codes_and_figures_are_nobodys(text: str) -> None:
    assert identifying(text) == ()


def test_each_place_is_told_once_and_says_what_to_do() -> None:
    found = identifying("ABC1234, again ABC1234, and 021 123 4567")
    assert [each.words for each in found] == ["ABC1234", "021 123 4567"]
    assert found[0].sentence == "“ABC1234” looks like an NHI number: if it is a client's, take it out."
