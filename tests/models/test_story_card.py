"""The story card of a group, and what of it may leave."""

from datetime import date
from typing import Any

import pytest

from tests.builders import a_group, a_result, a_stage, an_id, an_office
from tracker.models.figures.story_card import StoryCard, story_card
from tracker.models.mistake import Mistake
from tracker.models.records import Event, Lesson, Note, Record, Story
from tracker.models.records.event import EventKind
from tracker.models.records.meeting import NoteKind
from tracker.models.records.record import Sensitivity
from tracker.models.records.stage import Stage
from tracker.models.snapshot import snapshot_of

TODAY = date(2008, 6, 30)
GROUP = a_group()


def card(*records: Record) -> StoryCard:
    return story_card(snapshot_of(TODAY, [an_office(), GROUP, *records]), GROUP.id)


def a_note(text: str, **fields: Any) -> Note:
    named = {"id": an_id(), "group_id": GROUP.id, "on": date(2008, 3, 1), "kind": NoteKind.NOW_SEE, "text": text}
    return Note(**named | fields)


def a_story(**fields: Any) -> Story:
    return Story(**{"id": an_id(), "group_id": GROUP.id, "on": TODAY, "essence": "Start from their list"} | fields)


def test_what_the_group_now_sees_differently_speaks_for_itself() -> None:
    assert card(a_note("School was out of reach for want of a bus")).seen == (
        "School was out of reach for want of a bus",
    )


def test_what_somebody_wrote_stands_in_its_place() -> None:
    told = card(a_note("A bus"), a_story(seen_differently="The bus was the key.\nNot the school."))
    assert told.seen == ("The bus was the key.", "Not the school.")
    assert told.essence == "Start from their list"


def test_turns_are_told_in_the_order_of_their_days() -> None:
    event = Event(id=an_id(), group_id=GROUP.id, on=date(2007, 7, 1), kind=EventKind.MONEY, text="Money for a year")
    stage = a_stage(GROUP, Stage.FORMING, on=date(2007, 3, 1), why="We came because of a loss")
    assert card(event, stage).turned == (
        "1 Mar 2007: Forming: We came because of a loss",
        "1 Jul 2007: Money for a year",
    )


def test_what_is_restricted_stays_and_is_counted() -> None:
    hidden = a_note("About one whānau", sensitivity=Sensitivity.RESTRICTED)
    secret = a_result(GROUP, sensitivity=Sensitivity.RESTRICTED)
    told = card(hidden, secret, a_story(sensitivity=Sensitivity.RESTRICTED))
    assert (told.seen, told.victories, told.essence, told.stays) == ((), (), "", 3)


def test_a_lesson_of_a_later_day_is_not_told_yet() -> None:
    later = Lesson(id=an_id(), group_id=GROUP.id, on=date(2008, 8, 1), text="Later")
    assert card(later).lessons == ()


def test_of_a_restricted_group_no_story_is_told() -> None:
    group = a_group(sensitivity=Sensitivity.RESTRICTED)
    with pytest.raises(Mistake, match="restricted to this office"):
        story_card(snapshot_of(TODAY, [an_office(), group]), group.id)
