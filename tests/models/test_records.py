"""Every kind of record: what an empty one lacks, where it leads, and that it never changes."""

import copy
import dataclasses
import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.builders import a_group, a_mapping, a_member, a_person, a_result, a_stage, an_agency
from tracker.models.fields import FieldType, fields_of
from tracker.models.records import (
    KIND_BY_NAME,
    KIND_BY_TABLE,
    KINDS,
    Commitment,
    Contribution,
    Evidence,
    Framework,
    IndicatorValue,
    Person,
    Rating,
    Reading,
    Record,
)
from tracker.models.records.accountability import FrameworkKind, MappingState, ShareBasis
from tracker.models.records.contribution import Resource
from tracker.models.records.outcome import ValueKind
from tracker.models.records.reading import Question
from tracker.models.records.record import Provenance, Sensitivity
from tracker.models.records.result import Aggregation, EvidenceKind, Grade
from tracker.models.records.stage import Stage

each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.table)


@each_kind
def test_what_an_empty_one_lacks_is_said_in_sentences(kind: type[Record]) -> None:
    problems = kind(id="x").problems()
    wanted = [part for part in fields_of(kind) if part.required and part.name not in ("sensitivity", "provenance")]
    assert problems or not wanted
    for sentence in problems:
        assert re.fullmatch(r"[A-Z].+: .+\.|(Say|Give) .+\.", sentence), sentence


@each_kind
def test_every_way_leads_to_a_kind_that_exists(kind: type[Record]) -> None:
    targets = {part.refers_to for part in fields_of(kind) if part.refers_to}
    assert targets <= KIND_BY_NAME.keys()


@each_kind
def test_parents_come_before_what_needs_them(kind: type[Record]) -> None:
    needed = [KIND_BY_NAME[part.refers_to] for part in fields_of(kind) if part.required and part.refers_to]
    assert all(KINDS.index(parent) < KINDS.index(kind) for parent in needed)


@each_kind
def test_it_has_a_name_for_one_and_for_several_and_a_field_it_is_known_by(kind: type[Record]) -> None:
    assert kind.noun
    assert kind.nouns
    assert kind.title_field in {part.name for part in fields_of(kind)}
    assert KIND_BY_TABLE[kind.table] is kind


@each_kind
def test_labels_are_told_apart_and_begin_with_a_capital(kind: type[Record]) -> None:
    labels = [part.label for part in fields_of(kind)]
    assert len(set(labels)) == len(labels)
    assert all(label[0].isupper() for label in labels)


@each_kind
def test_helps_are_sentences(kind: type[Record]) -> None:
    assert [part.name for part in fields_of(kind) if part.help and not re.fullmatch(r"[A-Z0-9].*\.", part.help)] == []


@each_kind
def test_a_required_choice_starts_with_one_of_its_words_or_empty(kind: type[Record]) -> None:
    for part in fields_of(kind):
        default = getattr(kind(id="x"), part.name)
        if part.kept_as is FieldType.CHOICE and default is not None:
            assert part.choices is not None
            assert default in list(part.choices)


def test_every_kind_has_its_own_table_and_nouns() -> None:
    assert len(KIND_BY_TABLE) == len(KIND_BY_NAME) == len(KINDS)
    assert len({kind.nouns for kind in KINDS}) == len(KINDS)


def test_it_is_frozen() -> None:
    group = a_group()
    with pytest.raises(dataclasses.FrozenInstanceError, match="Group is never changed"):
        group.name = "Another"  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del group.name


def test_a_change_is_another_record_with_the_same_identity() -> None:
    before = a_group(name="Before")
    after = dataclasses.replace(before, name="After")
    assert (before.name, after.name, after.id) == ("Before", "After", before.id)
    assert before != after
    assert len({before, after, copy.copy(after)}) == 2


def test_a_name_that_is_no_field_is_our_bug() -> None:
    with pytest.raises(TypeError, match="nickname"):
        Person(**{"id": "x", "nickname": "Ru"})


def test_records_of_two_kinds_are_never_equal() -> None:
    assert an_agency(id="x") != a_group(id="x")


def test_what_is_not_said_is_in_confidence_and_the_offices_own() -> None:
    stage = a_stage(a_group())
    assert (stage.sensitivity, stage.provenance) == (Sensitivity.IN_CONFIDENCE, Provenance.OFFICE)


@pytest.mark.parametrize("kind", [Reading, Rating])
def test_readings_and_single_ratings_stay_in_the_office_unless_said_otherwise(kind: type[Record]) -> None:
    assert kind(id="x").sensitivity is Sensitivity.RESTRICTED


EARLY, LATE = date(2007, 3, 1), date(2008, 3, 1)
GROUP, AGENCY = a_group(), an_agency()
RESULT = a_result(GROUP)


def a_promise(**values: Any) -> Commitment:
    defaults: dict[str, Any] = {"id": "c", "group_id": GROUP.id, "text": "Bring the list", "made_on": EARLY}
    return Commitment(**defaults | values)


def a_gift(**values: Any) -> Contribution:
    defaults: dict[str, Any] = {"id": "c", "group_id": GROUP.id, "agency_id": AGENCY.id, "kind": Resource.MONEY}
    return Contribution(**defaults | values)


def a_reading(*points: int) -> Reading:
    split = tuple((f"a{place}", score) for place, score in enumerate(points))
    whose: dict[str, Any] = {"id": "r", "group_id": GROUP.id, "agency_id": AGENCY.id, "on": LATE}
    return Reading(**whose, question=Question.GIVES, points=split)


SOUND = [
    a_group(closed_on=LATE, closed_because="Done."),
    a_member(GROUP, AGENCY, from_on=EARLY, to_on=EARLY),
    a_stage(GROUP, Stage.FRUSTRATION, crossover=True),
    a_stage(GROUP, None),
    a_promise(due=EARLY),
    a_promise(kept_on=LATE),
    a_gift(promised_on=EARLY),
    a_reading(60, 40),
    a_mapping(RESULT, AGENCY, 10_000),
    a_mapping(RESULT, AGENCY),
    a_result(GROUP, 12),
    a_person(AGENCY),
]

WRONG: list[tuple[Record, str]] = [
    (an_agency(id="x", part_of_id="x"), "part of itself"),
    (a_group(started_on=LATE, closed_on=EARLY, closed_because="Done."), "closed before it started"),
    (a_group(closed_on=LATE), "why the group closed"),
    (a_member(GROUP, AGENCY, from_on=LATE, to_on=EARLY), "ends before it begins"),
    (a_stage(GROUP, Stage.FLYING, crossover=True), "lies between Frustration and Functioning"),
    (a_promise(made_on=LATE, due=EARLY), "due before it was made"),
    (a_promise(kept_on=LATE, missed_on=LATE), "kept, released or missed"),
    (a_promise(made_on=LATE, kept_on=EARLY), "ended before it was made"),
    (a_gift(), "promised or delivered"),
    (a_gift(promised_on=EARLY, quantity=Decimal(3)), "what the quantity counts"),
    (a_gift(promised_on=EARLY, value_nzd=Decimal(-1)), "cannot be below 0"),
    (a_reading(60, 39), "add up to 99: share out exactly 100"),
    (a_reading(101), "whole numbers from 0 to 100"),
    (a_mapping(RESULT, AGENCY, 10_001), "cannot be above 10000"),
    (a_mapping(RESULT, AGENCY, 5000, share_basis=ShareBasis.NONE), "what the share rests on"),
    (a_mapping(RESULT, AGENCY, narrative="x" * 501), "501 characters: 500 fit"),
    (a_result(GROUP, value=None, aggregation=Aggregation.RATIO, numerator=Decimal(1)), "denominator"),
    (a_result(GROUP, 12, unit=""), "give its unit"),
    (a_result(GROUP, 12, count_basis=None), "what is counted"),
    (a_result(GROUP, period_from=LATE, period_to=EARLY), "period ends before it begins"),
    (Evidence(id="e", kind=EvidenceKind.DATA, name="Register", grade=Grade.A), "which result"),
    (IndicatorValue(id="v", indicator_id="i", period_end=LATE, kind=ValueKind.ACTUAL), "as a number"),
    (
        Framework(id="f", name="Plan", kind=FrameworkKind.INTERNAL_PLAN, period_from=LATE, period_to=EARLY),
        "ends before it begins",
    ),
]


@pytest.mark.parametrize("record", SOUND, ids=lambda record: record.noun)
def test_a_sound_record_has_no_problems(record: Record) -> None:
    assert record.problems() == []


@pytest.mark.parametrize(("record", "words"), WRONG, ids=[words for _, words in WRONG])
def test_what_does_not_fit_together_is_said_in_a_sentence(record: Record, words: str) -> None:
    (sentence,) = record.problems()
    assert words in sentence
    assert sentence.endswith(".")


def test_rules_over_several_fields_wait_until_each_field_is_sound() -> None:
    assert a_promise(text="", made_on=None, due=EARLY).problems() == [
        "What was promised is missing: fill it in for this commitment.",
        "Made is missing: fill it in for this commitment.",
    ]


@pytest.mark.parametrize("state", list(MappingState))
def test_disputed_and_withdrawn_claims_do_not_count(state: MappingState) -> None:
    assert a_mapping(RESULT, AGENCY, state=state).live == (state not in ("disputed", "withdrawn"))


def test_the_last_day_of_a_seat_counts() -> None:
    seat = a_member(GROUP, AGENCY, from_on=EARLY, to_on=LATE)
    assert [seat.active_on(day) for day in (EARLY, LATE, date(2007, 2, 28), date(2008, 3, 2))] == [
        True,
        True,
        False,
        False,
    ]


def test_a_group_is_closed_from_the_day_it_closed() -> None:
    group = a_group(closed_on=LATE, closed_because="Done.")
    assert (group.open_on(date(2008, 2, 29)), group.open_on(LATE)) == (True, False)


def test_people_are_called_by_short_names_and_shown_by_their_post() -> None:
    assert (an_agency(short_name="Police").called, an_agency(name="Ministry").called) == ("Police", "Ministry")
    assert (a_person(AGENCY, post="Nurse").shown_post, a_person(AGENCY, name="Ana", post="").shown_post) == (
        "Nurse",
        "Ana",
    )
