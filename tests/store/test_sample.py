"""The sample office: eight groups, each rich enough to be worth looking at, and in stages of every kind."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from tests.store.sample_read import NAMES, each_group, group_called, of, read_snapshot
from tracker.models.figures.lane import Lane
from tracker.models.figures.trajectory import trajectory
from tracker.models.mistake import Mistake
from tracker.models.records import (
    KINDS,
    Assessment,
    Commitment,
    Contribution,
    Departure,
    Event,
    Explanation,
    Framework,
    Group,
    Lesson,
    Line,
    LoggedRow,
    Meeting,
    Rating,
    Reading,
    Receipt,
    Record,
    Result,
    Return,
    Review,
    Risk,
    SetAside,
    SharedOutcome,
    SignOff,
    Threshold,
)
from tracker.models.records.reading import Question
from tracker.models.records.record import Provenance
from tracker.models.snapshot import Snapshot
from tracker.store.office import Office
from tracker.store.sample import read_sample

# Come with later work, or only when a return has been saved.
NOT_IN_IT = {Threshold, SetAside, Return, SignOff, Receipt, Departure, Explanation, LoggedRow}


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return read_snapshot()


def lanes(snapshot: Snapshot, code: str) -> list[Lane | None]:
    """The stages of a group in their order, each once where it only was confirmed."""
    path = [point.lane for point in trajectory(snapshot, group_called(snapshot, code).id).points]
    return [lane for place, lane in enumerate(path) if place == 0 or lane is not path[place - 1]]


def test_the_eight_groups_have_the_names_of_the_stories(snapshot: Snapshot) -> None:
    assert {group.code: group.name for group in snapshot.of(Group)} == NAMES


def test_it_is_seen_as_at_the_end_of_june_2008_and_says_that_it_is_a_sample(snapshot: Snapshot) -> None:
    assert (snapshot.office.seen_as_at, snapshot.office.sample) == (date(2008, 6, 30), True)


def test_it_is_sound(sample: Office) -> None:
    assert sample.findings() == []


def test_there_is_something_of_every_kind_that_people_enter(snapshot: Snapshot) -> None:
    assert {kind for kind in KINDS if not snapshot.of(kind)} <= NOT_IN_IT


def test_only_the_circuit_breaker_team_is_closed(snapshot: Snapshot) -> None:
    assert [group.code for group in snapshot.of(Group) if group.closed_on] == ["CBT"]


@each_group
@pytest.mark.parametrize(
    ("kind", "fewest", "most"),
    [
        (Meeting, 8, 30),
        (Commitment, 15, 60),
        (Result, 5, 15),
        (Contribution, 5, 40),
        (Reading, 6, 60),
        (Review, 2, 10),
        (Lesson, 3, 10),
        (Risk, 3, 10),
        (Event, 3, 10),
        (SharedOutcome, 1, 5),
        (Assessment, 2, 5),
    ],
    ids=lambda value: value.table if isinstance(value, type) else str(value),
)
def test_a_group_has_enough_to_be_worth_looking_at(
    snapshot: Snapshot, code: str, kind: type[Record], fewest: int, most: int
) -> None:
    assert fewest <= len(of(snapshot, kind, code)) <= most


@each_group
def test_contributions_are_of_several_kinds_and_by_several_agencies(snapshot: Snapshot, code: str) -> None:
    given = snapshot.of(Contribution, group_id=group_called(snapshot, code).id)
    assert len({each.kind for each in given}) >= 4
    assert len({each.agency_id for each in given}) >= 4


@each_group
def test_readings_ask_all_three_questions_of_several_raters(snapshot: Snapshot, code: str) -> None:
    readings = snapshot.of(Reading, group_id=group_called(snapshot, code).id)
    assert {reading.question for reading in readings} == set(Question)
    assert len({(reading.agency_id, reading.rater) for reading in readings}) >= 3


@each_group
def test_several_members_rated_each_self_assessment(snapshot: Snapshot, code: str) -> None:
    rounds = snapshot.of(Assessment, group_id=group_called(snapshot, code).id)
    assert min(len(snapshot.of(Rating, assessment_id=each.id)) for each in rounds) >= 4


@each_group
def test_the_stages_begin_with_forming_and_are_judged_in_the_groups_life(snapshot: Snapshot, code: str) -> None:
    path = trajectory(snapshot, group_called(snapshot, code).id)
    assert path.points[0].lane is Lane.FORMING
    group = group_called(snapshot, code)
    assert group.started_on
    assert group.started_on <= path.points[0].on < path.points[-1].on <= path.until


def test_one_group_went_straight_from_frustration_to_failing_and_closed(snapshot: Snapshot) -> None:
    assert lanes(snapshot, "CBT")[-2:] == [Lane.FRUSTRATION, Lane.FAILING]


def test_one_group_fell_back_from_flying(snapshot: Snapshot) -> None:
    fell = [
        code
        for code in NAMES
        if any(before is Lane.FLYING and after is not Lane.FLYING for before, after in pairwise(lanes(snapshot, code)))
    ]
    assert fell == ["SEMO"]


def test_groups_stand_at_several_stages_today(snapshot: Snapshot) -> None:
    assert len({lanes(snapshot, code)[-1] for code in NAMES}) >= 4


def test_nothing_is_dated_after_the_day_it_is_seen_as_at(snapshot: Snapshot) -> None:
    late = [
        (kind.table, record.title)
        for kind, name in (
            (Result, "on"),
            (Commitment, "made_on"),
            (Commitment, "kept_on"),
            (Contribution, "delivered_on"),
            (Review, "on"),
            (Lesson, "on"),
            (Event, "on"),
            (Assessment, "on"),
            (Reading, "on"),
        )
        for record in snapshot.of(kind)
        if (day := getattr(record, name)) and day > snapshot.today
    ]
    assert late == []


def test_what_the_source_tells_is_kept_apart_and_all_else_is_illustrative(snapshot: Snapshot) -> None:
    records = [record for kind in KINDS for record in snapshot.of(kind)]
    assert {record.provenance for record in records} == {Provenance.SOURCE, Provenance.ILLUSTRATIVE}
    told = [record for record in records if record.provenance is Provenance.SOURCE]
    assert [record for record in told if "§" not in record.section and "App 1, story" not in record.section] == []


def test_the_framework_is_for_2007_08_and_its_vintage_says_illustrative(snapshot: Snapshot) -> None:
    (framework,) = snapshot.of(Framework)
    assert (framework.period_from, framework.period_to) == (date(2007, 7, 1), date(2008, 6, 30))
    assert "illustrative" in framework.vintage
    assert {line.year_end for line in snapshot.of(Line)} == {2008}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[unicorns]]\nname = 'x'", "unicorns"),
        ("[[agencies]]\ncode = 'A'\nsector = 'iwi'", "Name is missing"),
        ("[[agencies]]\nname = 'A'\ncode = 'A'\nsector = 'space'", "it is one of central_government"),
        ("[[agencies]]\nname = 'A'\ncode = 'A'\nsector = 'iwi'\ncolour = 'red'", "colour"),
        ("[[people]]\nname = 'Ana'\nagency = 'NOBODY'", "'NOBODY', which is not there"),
        ("[[agencies]]\nname = ", "cannot be read"),
    ],
)
def test_a_slip_in_the_text_is_named_with_its_file(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "office.toml").write_text(text, encoding="utf-8")
    numbers = iter(range(100))
    with pytest.raises(Mistake, match=words) as caught:
        read_sample(tmp_path, lambda: str(next(numbers)))
    assert caught.value.sentence.startswith("office")
