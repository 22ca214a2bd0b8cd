"""What is read in parts, or again after a change, is what a whole reading gives."""

from dataclasses import replace

import pytest

from tests.builders import a_group, a_meeting
from tracker.models.mistake import Mistake
from tracker.models.records import KINDS, Commitment, Group, Meeting, Membership, Person
from tracker.store.office import Office
from tracker.store.setting import Setting


def assert_as_in_the_file(office: Office, setting: Setting) -> None:
    held = {kind: office.snapshot().of(kind) for kind in KINDS}
    path = office.path
    office.close()
    again = Office.open(path, setting)
    try:
        assert all(again.snapshot().of(kind) == held[kind] for kind in KINDS)
    finally:
        again.close()


def fail_half_way(office: Office, changed: Commitment) -> None:
    with office.step("fails"):
        office.save(changed)
        assert changed in office.snapshot().of(Commitment)
        office.save(replace(changed, text=""))


def test_after_a_step_that_adds_changes_and_removes_the_records_are_those_of_the_file(
    sample: Office, setting: Setting
) -> None:
    group, promise = sample.snapshot().of(Group)[0], sample.snapshot().of(Commitment)[0]
    added = a_meeting(group)
    with sample.step("first"):
        sample.save(added, replace(promise, text="Said otherwise"))
    assert added in sample.snapshot().of(Meeting)
    with sample.step("second"):
        sample.remove(added)
        sample.save(replace(promise, text="Said once more"))
    assert added not in sample.snapshot().of(Meeting)
    assert_as_in_the_file(sample, setting)


def test_a_step_that_failed_and_one_undone_leave_the_records_of_the_file(sample: Office, setting: Setting) -> None:
    promise = sample.snapshot().of(Commitment)[0]
    with pytest.raises(Mistake):
        fail_half_way(sample, replace(promise, text="Never said"))
    assert promise in sample.snapshot().of(Commitment)
    with sample.step("undone"):
        sample.save(replace(promise, text="Said for a moment"))
    sample.snapshot().of(Commitment)
    sample.undo()
    assert promise in sample.snapshot().of(Commitment)
    assert_as_in_the_file(sample, setting)


def test_what_leads_to_one_group_is_the_same_whether_all_was_read_or_not(sample_path: object, sample: Office) -> None:
    for group in sample.snapshot().of(Group):
        whole = tuple(each for each in sample.snapshot().of(Membership) if each.group_id == group.id)
        sample._forget((Membership,))
        assert sample.snapshot().of(Membership, group_id=group.id) == whole


def test_what_is_found_by_goes_with_the_records_that_changed(office: Office) -> None:
    group = a_group(code="ONE")
    with office.step("add"):
        office.save(group)
    assert office.snapshot().one(Group, group.id).code == "ONE"
    with office.step("change"):
        office.save(replace(group, code="TWO"))
    assert office.snapshot().one(Group, group.id).code == "TWO"
    assert office.snapshot().of(Person, agency_id="nobody") == ()
