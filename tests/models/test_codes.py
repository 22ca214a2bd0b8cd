"""Short codes proposed from names."""

import pytest

from tracker.models.codes import code_for


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Mayors' Taskforce for Jobs", "MTFJ"),
        ("Bay of Plenty", "BOP"),
        ("Papakura", "PAP"),
        ("Māngere and Ōtara", "MAO"),
        ("Iwi liaison", "IWI"),
        ("A very long name of many more words", "AVLNOM"),
        ("–", "NEW"),
        ("", "NEW"),
    ],
)
def test_a_code_is_made_of_initials_or_first_letters_without_macrons(name: str, code: str) -> None:
    assert code_for(name) == code
