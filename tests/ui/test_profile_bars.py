"""The dots of a profile."""

from tracker.ui.group.profile_bars import _apart


def test_dots_that_would_hide_each_other_stand_over_one_another() -> None:
    assert [up for _, up in _apart([10.0, 10.0, 11.0])] == [0.0, 5.0, -5.0]


def test_dots_apart_stand_on_the_line() -> None:
    assert [(across, up) for across, up in _apart([10.0, 40.0])] == [(10.0, 0.0), (40.0, 0.0)]
