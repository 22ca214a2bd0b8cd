"""Steps told as something that was done."""

import pytest

from tracker.models.past_step import in_the_past


@pytest.mark.parametrize(
    ("name", "done"),
    [
        ("keep a commitment", "kept a commitment"),
        ("log a meeting", "logged a meeting"),
        ("add an agency", "added an agency"),
        ("back 3 commitments", "backed 3 commitments"),
        ("renegotiate a commitment", "renegotiated a commitment"),
        ("plan a meeting", "planned a meeting"),
        ("call off a meeting", "called off a meeting"),
        ("miss a commitment", "missed a commitment"),
        ("carry a lesson home", "carried a lesson home"),
    ],
)
def test_a_step_is_told_in_the_past(name: str, done: str) -> None:
    assert in_the_past(name) == done
