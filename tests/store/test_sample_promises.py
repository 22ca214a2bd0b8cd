"""The sample's promises, balls, surprises and lessons."""

from collections import Counter

import pytest

from tests.store.sample_read import each_group, group_called, read_snapshot
from tracker.models.figures.standing import Standing, standing
from tracker.models.records import Ball, Carrying, Commitment, Handover, Lesson, Risk
from tracker.models.snapshot import Snapshot


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return read_snapshot()


def test_promises_stand_in_every_way(snapshot: Snapshot) -> None:
    assert {standing(promise, snapshot.today) for promise in snapshot.of(Commitment)} == set(Standing)


def test_a_ball_has_one_holder_a_day(snapshot: Snapshot) -> None:
    for ball in snapshot.of(Ball):
        days = [change.on for change in snapshot.of(Handover, ball_id=ball.id)]
        assert len(days) == len(set(days)), ball.issue


@each_group
def test_some_surprises_are_spared_and_some_are_not_yet(snapshot: Snapshot, code: str) -> None:
    risks = snapshot.of(Risk, group_id=group_called(snapshot, code).id)
    assert {risk.told_on is None for risk in risks} == {True, False}


def test_many_promises_are_made_to_another_agency_and_none_to_the_own(snapshot: Snapshot) -> None:
    given = [promise for promise in snapshot.of(Commitment) if promise.to_agency_id]
    assert len(given) >= 80
    assert [promise.text for promise in given if promise.to_agency_id == promise.agency_id] == []


def test_lessons_not_carried_yet_say_where_they_should_go(snapshot: Snapshot) -> None:
    waiting = [(lesson.id, agency_id) for lesson in snapshot.of(Lesson) for agency_id in lesson.carry_to_ids]
    assert len(waiting) >= 20
    assert not set(waiting) & {(done.lesson_id, done.agency_id) for done in snapshot.of(Carrying)}


def test_some_promises_due_in_the_next_thirty_days_are_backed_and_some_are_not(snapshot: Snapshot) -> None:
    soon = [
        promise
        for promise in snapshot.of(Commitment)
        if standing(promise, snapshot.today) is Standing.OPEN
        if promise.due and (promise.due - snapshot.today).days <= 30
    ]
    backed = Counter(promise.backed_on is not None for promise in soon)
    assert min(backed[True], backed[False]) >= 5


def test_a_ball_lies_with_nobody(snapshot: Snapshot) -> None:
    def holder(ball: Ball) -> str | None:
        return max(snapshot.of(Handover, ball_id=ball.id), key=lambda change: (change.on, change.id)).agency_id

    assert [ball.issue for ball in snapshot.of(Ball) if not ball.closed_on and holder(ball) is None]
