"""Times of day, as people write them."""

from datetime import time

import pytest

from tracker.models.clock_time import read_time, shown_time
from tracker.models.mistake import Mistake

READ = {
    "14:00": time(14),
    "14.30": time(14, 30),
    "2 pm": time(14),
    "2pm": time(14),
    "2.30pm": time(14, 30),
    "9 am": time(9),
    "9:15 a.m.": time(9, 15),
    "12 pm": time(12),
    "12 am": time(0),
    "09:05": time(9, 5),
}


@pytest.mark.parametrize("text", READ)
def test_a_time_is_read_as_it_is_written_here(text: str) -> None:
    assert read_time(text) == READ[text]


@pytest.mark.parametrize("text", ["", "2", "14", "noon", "25:00", "14:60", "13 pm", "0 am", "2:3", "14:00:00"])
def test_what_is_no_time_is_a_sentence(text: str) -> None:
    with pytest.raises(Mistake):
        read_time(text)


def test_a_time_is_shown_with_two_digits_each() -> None:
    assert (shown_time(time(9, 5)), shown_time(None)) == ("09:05", "")
