"""Steps, undo and redo: all or nothing, and back again."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.builders import a_group, a_mapping, a_meeting, a_member, a_person, a_result, a_stage, an_agency
from tracker.models.mistake import Mistake
from tracker.models.records import Agency, Group, Meeting, Membership, Record, Result, Role, StageJudgement
from tracker.models.records.membership import RoleName
from tracker.store.office import Office
from tracker.store.setting import Setting


class Broken(Exception):
    """Stands for any fault in the middle of a step."""


def act(office: Office, verb: str, record: Record) -> None:
    """Saves, replaces or removes one record inside a step."""
    if verb == "save":
        office.save(record)
    elif verb == "replace":
        office.save(replace(record, purpose="Warmer houses"))
    else:
        office.remove(record)


def break_in_the_middle(office: Office, verb: str, record: Record) -> None:
    with office.step(verb):
        act(office, verb, record)
        raise Broken


def kept_before(office: Office, verb: str) -> Group:
    group = a_group()
    if verb != "save":
        with office.step("prepare"):
            office.save(group)
    return group


VERBS = ("save", "replace", "remove")


@pytest.mark.parametrize("verb", VERBS)
def test_what_a_step_does_is_in_the_file_after_reopening(office: Office, setting: Setting, verb: str) -> None:
    group = kept_before(office, verb)
    with office.step(verb):
        act(office, verb, group)
    wanted = office.snapshot().of(Group)
    office.close()
    again = Office.open(office.path, setting)
    assert again.snapshot().of(Group) == wanted
    again.close()


@pytest.mark.parametrize("verb", VERBS)
def test_a_fault_inside_a_step_leaves_nothing_behind(office: Office, verb: str) -> None:
    group = kept_before(office, verb)
    before = office.image()
    with pytest.raises(Broken):
        break_in_the_middle(office, verb, group)
    assert office.image() == before


@pytest.mark.parametrize("verb", VERBS)
def test_undo_gives_back_what_was_there_and_redo_what_came(office: Office, verb: str) -> None:
    group = kept_before(office, verb)
    before = office.snapshot().of(Group)
    with office.step(verb):
        act(office, verb, group)
    after = office.snapshot().of(Group)
    assert office.undo() == verb
    assert office.snapshot().of(Group) == before
    assert office.redo() == verb
    assert office.snapshot().of(Group) == after


def test_undo_and_redo_survive_a_restart(office: Office, setting: Setting) -> None:
    with office.step("add a group"):
        office.save(a_group())
    office.undo()
    office.close()
    again = Office.open(office.path, setting)
    assert again.redo_name == "add a group"
    again.redo()
    assert again.undo_name == "add a group"
    assert len(again.snapshot().of(Group)) == 1
    again.close()


def test_a_new_step_drops_what_could_have_been_redone(office: Office) -> None:
    with office.step("first"):
        office.save(a_group(code="A"))
    office.undo()
    with office.step("second"):
        office.save(a_group(code="B"))
    assert office.redo_name == ""


def test_undo_stops_at_a_barrier(office: Office) -> None:
    with office.step("save a return", barrier=True):
        office.save(a_group())
    with pytest.raises(Mistake, match="nothing to undo"):
        office.undo()


def test_undo_refuses_when_the_values_have_moved_on(office: Office) -> None:
    group = a_group()
    with office.step("add a group"):
        office.save(group)
    office._connection.execute("UPDATE groups SET name = 'Changed by another hand'")
    with office.step("rename"):
        office.save(replace(group, name="Changed by another hand", place="Ōtara"))
    office._connection.execute("UPDATE groups SET place = 'elsewhere'")
    with pytest.raises(Mistake, match="changed since"):
        office.undo()


def test_a_child_may_be_saved_before_its_parent_in_one_step(office: Office) -> None:
    group = a_group()
    with office.step("log"):
        office.save(a_meeting(group), group)
    assert len(office.snapshot().of(Meeting)) == 1


def test_a_child_without_its_parent_is_not_kept(office: Office) -> None:
    with pytest.raises(Exception, match="FOREIGN KEY"), office.step("log"):
        office.save(a_meeting(a_group()))
    assert office.snapshot().of(Meeting) == ()


def test_a_record_with_a_problem_is_refused_in_a_sentence_and_the_whole_step_with_it(office: Office) -> None:
    with pytest.raises(Mistake, match="Name is missing"), office.step("add"):
        office.save(an_agency("POL"), an_agency("EDU", name=""))
    assert office.snapshot().of(Agency) == ()


def test_what_others_lead_to_cannot_be_removed_and_they_are_counted(office: Office) -> None:
    group = a_group()
    with office.step("add"):
        office.save(group, a_stage(group), a_meeting(group))
    with pytest.raises(Mistake, match="1 meeting and 1 stage judgement"), office.step("remove"):
        office.remove(group)
    assert len(office.snapshot().of(StageJudgement)) == 1


def test_saving_what_has_not_changed_notes_nothing(office: Office) -> None:
    group = a_group()
    with office.step("add"):
        office.save(group)
    with office.step("again"):
        office.save(group)
    assert [past.step for past in office.history(group.id)] == ["add"]


def test_each_record_shows_its_past_with_only_what_changed(office: Office) -> None:
    group = a_group(name="Before")
    with office.step("add"):
        office.save(group)
    with office.step("rename"):
        office.save(replace(group, name="After"))
    newest = office.history(group.id)[0]
    assert (newest.before, newest.after, newest.by) == ({"name": "Before"}, {"name": "After"}, "Aroha")


def test_the_office_says_which_kinds_changed(office: Office) -> None:
    heard: list[frozenset[type[Record]]] = []
    office.listener = heard.append
    group = a_group()
    with office.step("add"):
        office.save(group, a_meeting(group))
    assert heard == [frozenset({Group, Meeting})]


def test_saving_outside_a_step_is_our_bug(office: Office) -> None:
    with pytest.raises(RuntimeError):
        office.save(a_group())


def test_a_step_outlives_its_process_and_nothing_else_does(office: Office, setting: Setting, tmp_path: Path) -> None:
    with office.step("add"):
        office.save(a_group())
    copy = tmp_path / "copy.tracker"
    copy.write_bytes(office.path.read_bytes())
    found = Office.read(copy, setting)
    assert len(found.snapshot().of(Group)) == 1
    found.close()


def test_a_snapshot_taken_in_a_step_that_fails_does_not_outlive_it(office: Office) -> None:
    group = a_group()
    try:
        with office.step("add"):
            office.save(group)
            assert office.snapshot().of(Group) == (group,)
            raise Broken
    except Broken:
        pass
    assert office.snapshot().of(Group) == ()


def test_a_step_of_an_older_version_comes_back_with_what_was_unknown_then_empty(office: Office) -> None:
    group, agency = a_group(), an_agency()
    seat = a_member(group, agency)
    with office.step("add"):
        office.save(group, agency, seat)
    office.undo()
    gone = "UPDATE changes SET after = json_remove(after, '$.authority', '$.confirmed_on') WHERE row_id = ?"
    office._connection.execute(gone, (seat.id,))
    office.redo()
    assert office.snapshot().of(Membership) == (seat,)


def test_a_step_that_changes_nothing_leaves_no_trace(office: Office) -> None:
    group = a_group()
    with office.step("add"):
        office.save(group)
    office.undo()
    with office.step("nothing"):
        pass
    assert office.redo_name == "add"


def test_a_role_outside_the_persons_seat_is_refused_in_a_sentence(office: Office) -> None:
    group, agency = a_group(), an_agency()
    person = a_person(agency)
    role = Role(id="r", group_id=group.id, person_id=person.id, name=RoleName.CHAIR, from_on=date(2007, 1, 1))
    with office.step("add"):
        office.save(agency, group, person, a_member(group, agency, person_id=person.id, from_on=date(2007, 3, 1)))
    with pytest.raises(Mistake, match="no seat in the group on 1 Jan 2007"), office.step("give a role"):
        office.save(role)
    assert office.findings() == []


def test_agreed_shares_over_the_whole_are_refused(office: Office) -> None:
    group, one, other = a_group(), an_agency("EDU"), an_agency("POL")
    result = a_result(group, 12)
    with pytest.raises(Mistake, match="110%"), office.step("agree on shares"):
        office.save(group, one, other, result, a_mapping(result, one, 6000), a_mapping(result, other, 5000))
    assert office.snapshot().of(Result) == ()
