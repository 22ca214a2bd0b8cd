"""The critical friend's notes."""

from datetime import date
from typing import Any

import pytest

from tests.builders import a_group, a_member, a_person, an_agency, an_id
from tracker.models.figures.friend_board import friend_board
from tracker.models.lesson_changes import talked_over
from tracker.models.mistake import Mistake
from tracker.models.records import FriendNote, Role
from tracker.models.records.membership import RoleName
from tracker.models.records.record import Sensitivity
from tracker.models.snapshot import snapshot_of

TODAY = date(2008, 6, 30)
GROUP, SCHOOL = a_group(), an_agency("EDU")
FRIEND = a_person(SCHOOL, name="Lead researcher")
SEAT = a_member(GROUP, SCHOOL, person_id=FRIEND.id)
ROLE = Role(id=an_id(), group_id=GROUP.id, person_id=FRIEND.id, name=RoleName.CRITICAL_FRIEND, from_on=date(2007, 3, 1))


def a_note(**fields: Any) -> FriendNote:
    named = {"id": an_id(), "group_id": GROUP.id, "on": date(2008, 3, 1), "text": "Who is missing here?"}
    return FriendNote(**named | fields)


def test_what_waits_to_be_talked_over_stands_first() -> None:
    old, done = a_note(), a_note(on=date(2008, 5, 1), answer="We asked them", answered_on=date(2008, 6, 1))
    board = friend_board(snapshot_of(TODAY, [GROUP, SCHOOL, FRIEND, SEAT, ROLE, done, old]), GROUP.id)
    assert board.notes == (old, done)
    assert board.words == "Lead researcher is the critical friend · 2 notes, 1 not talked over"


def test_a_group_without_one_says_so() -> None:
    board = friend_board(snapshot_of(TODAY, [GROUP]), GROUP.id)
    assert board.words == "Nobody is the critical friend now · no note yet"


def test_a_note_is_for_this_office_alone_unless_it_is_opened() -> None:
    assert a_note().sensitivity is Sensitivity.RESTRICTED


def test_talking_it_over_keeps_what_the_group_made_of_it() -> None:
    kept = talked_over(a_note(), " We see it otherwise. ", TODAY, TODAY)
    assert (kept.answer, kept.answered_on) == ("We see it otherwise.", TODAY)


@pytest.mark.parametrize(("answer", "on"), [("", TODAY), ("Yes", date(2008, 2, 1)), ("Yes", date(2008, 7, 1))])
def test_without_words_or_on_a_day_that_cannot_be_it_is_refused(answer: str, on: date) -> None:
    with pytest.raises(Mistake):
        talked_over(a_note(), answer, on, TODAY)
