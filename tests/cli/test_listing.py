"""`tracker list` and `search`: what an office holds, for people and for programs."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Tracker
from tracker.models.records import KINDS, Group, Note
from tracker.store.office import Office
from tracker.store.setting import Setting


def test_the_eight_groups_are_listed_with_their_stage(tracker: Tracker, sample_path: Path) -> None:
    groups = tracker("list", sample_path, "groups", "--json").json
    assert {group["code"] for group in groups} == {"ICM", "SEMO", "MTJ", "AUT", "RSE", "GUEDO", "NMCC", "CBT"}
    assert next(group["stage"] for group in groups if group["code"] == "ICM") == "functioning"


@pytest.mark.parametrize("what", [kind.table for kind in KINDS])
def test_every_kind_can_be_listed_for_people_and_for_programs(tracker: Tracker, sample_path: Path, what: str) -> None:
    assert isinstance(tracker("list", sample_path, what, "--json").json, list)
    assert tracker("list", sample_path, what).status == 0


def test_a_commitment_says_who_to_whom_by_when_and_how_it_stands(tracker: Tracker, sample_path: Path) -> None:
    promises = tracker("list", sample_path, "commitments", "--group", "ICM", "--json").json
    wanted = {"text", "agency", "agency_id", "to", "due", "first_due", "standing", "group", "group_id", "renegotiated"}
    assert wanted <= promises[0].keys()
    standings = {promise["standing"] for promise in promises}
    assert standings == {"open", "overdue", "kept", "kept_late", "released", "missed"}


@pytest.mark.parametrize(
    ("what", "names"),
    [
        ("people", {"name", "agency", "agency_id", "level"}),
        ("members", {"group", "group_id", "agency", "agency_id", "person", "person_id", "from_on", "confirmed_on"}),
        ("roles", {"group", "group_id", "person", "person_id", "name", "from_on", "to_on", "confirmed_on"}),
        ("contributions", {"group", "agency", "agency_id", "kind", "value_nzd", "promised_on", "delivered_on"}),
        ("readings", {"group", "agency", "agency_id", "rater", "question", "points", "points_by_name"}),
        ("supports", {"group", "agency", "agency_id", "kind", "asked_on", "promised_on", "secured_on"}),
        ("risks", {"group", "agency", "agency_id", "level", "told_on", "told_whom"}),
        ("requisites", {"group", "text", "kind", "brought_by", "brought_by_ids"}),
    ],
)
def test_who_carries_a_group_is_listed_with_names_beside_ids(
    tracker: Tracker, sample_path: Path, what: str, names: set[str]
) -> None:
    found = tracker("list", sample_path, what, "--group", "NMCC", "--json").json
    assert found
    assert names <= found[0].keys()
    assert all(one.get("agency", "") for one in found if one.get("agency_id"))


def test_former_names_and_successions_name_their_agencies(tracker: Tracker, sample_path: Path) -> None:
    former = tracker("list", sample_path, "former_names", "--json").json
    assert {(one["agency"], one["name"]) for one in former} >= {("Maritime New Zealand", "Maritime Safety Authority")}
    (taken_over,) = tracker("list", sample_path, "successions", "--json").json
    assert (taken_over["agency"], taken_over["successor"]) == ("Early Childhood Development", "Ministry of Education")


def test_a_group_is_named_in_part_and_without_macrons(tracker: Tracker, sample_path: Path) -> None:
    found = tracker("list", sample_path, "people", "--group", "mangere", "--json")
    assert found.status == 0
    assert found.json


def test_a_group_that_does_not_exist_is_answered_with_the_nearest(tracker: Tracker, sample_path: Path) -> None:
    ran = tracker("list", sample_path, "meetings", "--group", "autizm suport")
    assert (ran.status, ran.out) == (1, "")
    assert "Autism support" in ran.err


def test_a_name_that_fits_several_groups_lists_them_all(tracker: Tracker, sample_path: Path) -> None:
    ran = tracker("list", sample_path, "meetings", "--group", "or")
    assert ran.status == 1
    assert "fits" in ran.err
    assert "Say which" in ran.err


def test_the_history_says_what_was_done(tracker: Tracker, sample_path: Path) -> None:
    tracker("log", sample_path, "--group", "ICM", "--date", "2008-06-30", typed="d Meet on Tuesdays\n")
    newest = tracker("list", sample_path, "history", "--group", "ICM", "--json").json[0]
    assert (newest["step"], newest["undone"]) == ("log a meeting", False)


def test_an_unknown_kind_is_a_wrong_use(tracker: Tracker, sample_path: Path) -> None:
    ran = tracker("list", sample_path, "unicorns")
    assert (ran.status, ran.out) == (2, "")


def test_searching_finds_without_macrons(tracker: Tracker, sample_path: Path) -> None:
    hits = tracker("search", sample_path, "mangere", "--json").json
    assert any("Māngere" in hit["title"] + hit["excerpt"].replace("«", "").replace("»", "") for hit in hits)


def test_listing_prints_nothing_but_json(tracker: Tracker, sample_path: Path) -> None:
    assert json.loads(tracker("list", sample_path, "outcomes", "--json").out)


def test_what_is_found_names_its_group(tracker: Tracker, sample_path: Path) -> None:
    first = tracker("search", sample_path, "ICM", "--json").json[0]
    assert (first["kind"], first["id"], first["group"]) == ("groups", first["group_id"], first["title"])


def test_the_returns_and_the_frameworks_of_a_group_are_listed(tracker: Tracker, sample_path: Path) -> None:
    returns = tracker("list", sample_path, "returns", "--group", "ICM", "--json").json
    assert {made["scope"] for made in returns} == {"Integrated Case Management, Papakura"}
    assert len(tracker("list", sample_path, "frameworks", "--group", "ICM", "--json").json) == 1
    assert "belong to no single group" in tracker("list", sample_path, "thresholds", "--group", "ICM").err


def test_the_history_of_a_group_has_what_was_removed_since(tracker: Tracker, sample_path: Path) -> None:
    office = Office.open(sample_path, Setting.of_this_machine())
    note = office.snapshot().of(Note, group_id=office.find(Group, "ICM").id)[0]
    with office.step("remove a note"):
        office.remove(note)
    office.close()
    newest = tracker("list", sample_path, "history", "--group", "ICM", "--json").json[0]
    assert (newest["step"], newest["id"], newest["after"]) == ("remove a note", note.id, None)
