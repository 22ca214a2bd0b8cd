"""No word in a return tells a count that is withheld, and none names a person."""

from datetime import date
from typing import Any

import pytest

from tests.builders import a_mapping, a_person, a_result, a_stage, an_agency, an_id, some_evidence
from tests.reports.conftest import Maker
from tracker.models.records import Commitment, Lesson
from tracker.models.records.record import Sensitivity


def asked(maker: Maker) -> set[str]:
    """The ids of the queries."""
    return {each.check_id for each in maker.prepare().checks if each.severity == "query"}


def small(maker: Maker, value: int, name: str, **fields: Any) -> None:
    maker.keep(a_result(maker.group, value, unit="whānau", name=name, **fields))


def test_evidence_and_doubts_can_tell_a_withheld_count(maker: Maker) -> None:
    licences = a_result(maker.group, 4, name="Licences on the coast")
    work = a_result(maker.group, 2, name="School leavers in work")
    maker.keep(licences, some_evidence(licences, name="Four licences on a bonnet"), work)
    maker.keep(a_mapping(work, an_agency("X"), rival_explanation="Both might have found work alone."))
    told = {each.item for each in maker.prepare().checks if each.check_id == "small_in_words"}
    assert told == {"Licences on the coast", "School leavers in work"}


def test_the_title_of_a_restricted_result_leaves_so_it_is_looked_at(maker: Maker) -> None:
    small(maker, 3, "Work again in three homes", sensitivity=Sensitivity.RESTRICTED)
    assert "small_in_words" in asked(maker)


@pytest.mark.parametrize(("name", "found"), [("Help for one more family", True), ("One plan, one door", False)])
def test_one_tells_a_count_only_where_people_are_counted(maker: Maker, name: str, found: bool) -> None:
    small(maker, 1, name)
    assert ("small_in_words" in asked(maker)) is found


@pytest.mark.parametrize("where", ["promise", "lesson", "stage", "evidence"])
def test_a_name_is_found_wherever_people_wrote(maker: Maker, where: str) -> None:
    text, group = "Hone Example rings the school", {"id": an_id(), "group_id": maker.group.id}
    result = a_result(maker.group, 12)
    maker.keep(result, a_person(an_agency("X"), name="Hone Example", post="Adviser"))
    told = {
        "promise": Commitment(text=text, made_on=date(2008, 5, 1), **group),
        "lesson": Lesson(text=text, on=date(2008, 5, 1), **group),
        "stage": a_stage(maker.group, why=text),
        "evidence": some_evidence(result, name=text),
    }
    maker.keep(told[where])
    assert "no_names" in asked(maker)
