"""Finding what somebody means by a name."""

from datetime import date

import pytest

from tests.builders import a_group, a_member, a_person, an_agency
from tracker.models.finding import find
from tracker.models.folding import folded
from tracker.models.mistake import Mistake
from tracker.models.records import Agency, Group, Person
from tracker.models.snapshot import Snapshot, snapshot_of

SCHOOLS = a_group(name="Schools of Māngere and Ōtara", short_name="Schools", code="SEMO")
JOBS = a_group(name="Mayors' Taskforce for Jobs", code="MTJ")
YOUTH = a_group(name="Youth jobs", code="YJ")
POLICE = an_agency("POL", te_reo_name="Ngā Pirihimana o Aotearoa")
HEALTH = an_agency("MOH", name="Ministry of Health")
NURSE = a_person(HEALTH, name="Ana Smith", post="Public health nurse")


def office() -> Snapshot:
    seat = a_member(JOBS, POLICE)
    return snapshot_of(date(2008, 6, 30), [SCHOOLS, JOBS, YOUTH, POLICE, HEALTH, NURSE, seat])


@pytest.mark.parametrize(
    "text", ["SEMO", "semo", " schools ", "SCHOOLS OF MANGERE AND OTARA", "Ōtara", "mangere and", SCHOOLS.id]
)
def test_a_group_is_found_by_code_name_part_or_id_macrons_and_case_ignored(text: str) -> None:
    assert find(office(), Group, text) is SCHOOLS


def test_a_name_that_fits_exactly_wins_over_one_that_only_begins_so() -> None:
    longer = a_group(name="Youth jobs in the north", code="YJN")
    found = find(snapshot_of(date(2008, 6, 30), [longer, YOUTH]), Group, "youth jobs")
    assert found is YOUTH


def test_a_beginning_wins_over_a_part() -> None:
    assert find(office(), Group, "youth") is YOUTH


def test_what_fits_several_lists_them_and_asks_which() -> None:
    with pytest.raises(Mistake) as caught:
        find(office(), Group, "jobs")
    assert caught.value.choices == ("Mayors' Taskforce for Jobs", "Youth jobs")
    assert caught.value.sentence == "“jobs” fits 2 groups: Mayors' Taskforce for Jobs; Youth jobs. Say which."


def test_a_slip_of_the_keys_is_answered_with_the_nearest() -> None:
    with pytest.raises(Mistake, match="Nearest: Youth jobs") as caught:
        find(office(), Group, "yuth jbos")
    assert "Youth jobs" in caught.value.choices


def test_what_is_like_nothing_says_how_many_there_are() -> None:
    with pytest.raises(Mistake, match=r"called “xyzzy”. There are 2 agencies"):
        find(office(), Agency, "xyzzy")


@pytest.mark.parametrize("text", ["", "   "])
def test_nothing_typed_finds_nothing(text: str) -> None:
    with pytest.raises(Mistake, match="No group is called"):
        find(office(), Group, text)


def test_an_agency_is_found_by_its_maori_name_and_a_person_by_the_post() -> None:
    assert find(office(), Agency, "nga pirihimana") is POLICE
    assert find(office(), Person, "health nurse") is NURSE


def test_within_a_group_only_its_members_are_meant() -> None:
    assert find(office(), Agency, "POL", group_id=JOBS.id) is POLICE
    with pytest.raises(Mistake, match="No agency is called"):
        find(office(), Agency, "MOH", group_id=JOBS.id)


@pytest.mark.parametrize(
    ("text", "bare"), [("Māori", "maori"), ("  Two\t words\n", "two words"), ("STRASSE", "straße")]
)
def test_plain_text_has_no_macrons_no_case_and_single_spaces(text: str, bare: str) -> None:
    assert folded(text) == folded(bare)


def test_a_part_of_an_id_means_nobody() -> None:
    with pytest.raises(Mistake, match="No group is called"):
        find(office(), Group, SCHOOLS.id[:8])


def test_two_of_one_name_are_told_apart_by_their_codes() -> None:
    twins = [a_group(name="Youth jobs", code="YJ1"), a_group(name="Youth jobs", code="YJ2")]
    with pytest.raises(Mistake, match=r"fits 2 groups: Youth jobs \(YJ1\); Youth jobs \(YJ2\)"):
        find(snapshot_of(date(2008, 6, 30), twins), Group, "youth")


def test_of_a_page_typed_as_a_name_only_the_beginning_is_said_again() -> None:
    with pytest.raises(Mistake) as caught:
        find(office(), Agency, "x" * 5000)
    assert len(caught.value.sentence) < 200
