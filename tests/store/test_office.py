"""The office's door: what it shows, whom it tells, what it refuses."""

import dataclasses
import sqlite3
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.builders import a_group, a_meeting, a_member, a_person, an_agency
from tests.conftest import NOON
from tracker.models.mistake import Mistake
from tracker.models.records import Agency, Group, Meeting, Reading, Record, SharedOutcome
from tracker.models.records.reading import Question
from tracker.store.office import Office
from tracker.store.setting import Setting


def test_a_new_office_has_its_details_and_nothing_to_undo(office: Office) -> None:
    assert (office.details.name, office.details.region) == ("Papakura office", "Auckland")
    assert (office.undo_name, office.redo_name, office.read_only) == ("", "", False)
    with pytest.raises(Mistake, match="nothing to undo"):
        office.undo()
    with pytest.raises(Mistake, match="nothing to redo"):
        office.redo()


def test_a_snapshot_stays_as_it_was_and_a_new_one_has_the_change(office: Office) -> None:
    before = office.snapshot()
    assert before.of(Group) == ()
    with office.step("add"):
        office.save(a_group())
    assert (len(before.of(Group)), len(office.snapshot().of(Group))) == (0, 1)
    assert office.snapshot() is office.snapshot()


def test_only_the_kinds_that_changed_are_read_again(office: Office) -> None:
    with office.step("add"):
        office.save(a_group(), an_agency())
    agencies = office.snapshot().of(Agency)
    office.undo()
    office.redo()
    with office.step("add"):
        office.save(a_group(code="B"))
    kept = office.snapshot().of(Agency)
    assert kept == agencies
    with office.step("add"):
        office.save(a_group(code="C"))
    assert office.snapshot().of(Agency) is kept


def test_a_step_that_failed_tells_nobody(office: Office) -> None:
    heard: list[frozenset[type[Record]]] = []
    office.listener = heard.append
    with pytest.raises(Mistake), office.step("add"):
        office.save(a_group(name=""))
    assert heard == []
    with office.step("add"):
        office.save(an_agency())
    assert heard == [frozenset({Agency})]


def test_undo_and_redo_tell_which_kinds_changed(office: Office) -> None:
    heard: list[frozenset[type[Record]]] = []
    group = a_group()
    with office.step("log a meeting"):
        office.save(group, a_meeting(group))
    office.listener = heard.append
    office.undo()
    office.redo()
    assert heard == [frozenset({Group, Meeting})] * 2


def test_a_step_inside_a_step_is_our_bug(office: Office) -> None:
    with pytest.raises(RuntimeError, match="inside another step"), office.step("outer"), office.step("inner"):
        pass
    with office.step("again"):
        office.save(a_group())
    assert office.undo_name == "again"


def test_what_is_gone_cannot_be_removed_again(office: Office) -> None:
    group = a_group()
    with office.step("add"):
        office.save(group)
    with office.step("remove"):
        office.remove(group)
    with pytest.raises(Mistake, match="removed already"), office.step("remove"):
        office.remove(group)


def test_parent_and_child_go_in_one_step_child_first(office: Office) -> None:
    group = a_group()
    meeting = a_meeting(group)
    with office.step("add"):
        office.save(group, meeting)
    with office.step("remove"):
        office.remove(meeting, group)
    assert office.snapshot().of(Group) == ()
    office.undo()
    assert office.snapshot().of(Meeting) == (meeting,)


def test_what_a_list_or_a_reading_names_cannot_be_removed(office: Office) -> None:
    group, named, rated = a_group(), an_agency("POL"), an_agency("EDU")
    outcome = SharedOutcome(id="o", group_id=group.id, statement="All at school", core_agency_ids=(named.id,))
    points = ((rated.id, 100),)
    reading = Reading(
        id="r", group_id=group.id, agency_id=named.id, on=NOON.date(), question=Question.GIVES, points=points
    )
    with office.step("add"):
        office.save(group, named, rated, a_member(group, named), a_member(group, rated), outcome, reading)
    with pytest.raises(Mistake, match="1 reading and 1 shared outcome"), office.step("remove"):
        office.remove(named)
    with pytest.raises(Mistake, match="needed by 1 membership and 1 reading"), office.step("remove"):
        office.remove(rated)


@pytest.fixture
def wellington(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The time zone of New Zealand, spelt out: a small machine has no list of zones."""
    monkeypatch.setenv("TZ", "NZST-12NZDT,M9.5.0,M4.1.0/3")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has one time zone for all programs")
@pytest.mark.usefixtures("wellington")
def test_today_is_the_day_on_the_wall_here_and_not_in_greenwich(office: Office, setting: Setting) -> None:
    office.close()
    night = dataclasses.replace(setting, clock=lambda: datetime(2008, 6, 30, 13, 0, tzinfo=UTC))
    found = Office.read(office.path, night)
    assert found.today == date(2008, 7, 1)
    found.close()


def test_the_sample_is_seen_as_at_its_day_unless_another_is_given(sample_path: Path, setting: Setting) -> None:
    later = dataclasses.replace(setting, clock=lambda: datetime(2026, 1, 1, tzinfo=UTC))
    found = Office.read(sample_path, later)
    assert found.today == date(2008, 6, 30)
    found.close()
    found = Office.read(sample_path, dataclasses.replace(later, today=date(2007, 1, 1)))
    assert found.today == date(2007, 1, 1)
    found.close()


def test_ids_are_new_and_sort_by_time(office: Office) -> None:
    ids = [office.mint() for _ in range(100)]
    assert len(set(ids)) == 100
    assert len({identity[:13] for identity in ids}) == 1


def test_a_record_is_found_by_name_code_or_id(office: Office) -> None:
    group, agency = a_group(), an_agency("POL")
    person = a_person(agency)
    with office.step("add"):
        office.save(group, agency, person, a_member(group, agency, person_id=person.id))
    assert office.find(Group, "papakura") == office.find(Group, "icm") == office.find(Group, group.id) == group
    with pytest.raises(Mistake, match="No group is called"):
        office.find(Group, "Northland")


def test_an_image_is_the_whole_office(office: Office, setting: Setting, tmp_path: Path) -> None:
    with office.step("add"):
        office.save(a_group())
    copy = tmp_path / "copy.tracker"
    copy.write_bytes(office.image())
    found = Office.read(copy, setting)
    assert found.snapshot().of(Group) == office.snapshot().of(Group)
    found.close()


def test_the_history_names_kind_step_and_person_and_marks_what_was_undone(office: Office) -> None:
    group = a_group()
    with office.step("add a group"):
        office.save(group)
    office.undo()
    newest = office.history()[0]
    assert (newest.kind, newest.record_id, newest.step, newest.by) == (Group, group.id, "add a group", "Aroha")
    assert (newest.at, newest.before, newest.undone) == (NOON, None, True)


def test_a_change_made_past_the_office_is_found(office: Office) -> None:
    with office.step("add"):
        office.save(a_group())
    assert office.findings() == []
    office._connection.execute("UPDATE groups SET name = 'Another hand'")
    (finding,) = office.findings()
    assert finding == "1 entry differs from what the history says of it."


def test_an_entry_that_leads_nowhere_is_found(office: Office) -> None:
    group = a_group()
    with office.step("add"):
        office.save(group, a_meeting(group))
    office._connection.execute("PRAGMA foreign_keys = OFF")
    office._connection.execute("DELETE FROM groups")
    assert "1 entry leads to something that is not there." in office.findings()


def test_a_full_disk_is_told_in_a_sentence_and_the_step_is_gone(office: Office) -> None:
    pages = office._connection.execute("PRAGMA page_count").fetchone()[0]
    office._connection.execute(f"PRAGMA max_page_count = {pages + 5}")
    with pytest.raises(Mistake, match="disk is full, so nothing was saved"), office.step("fill"):
        office.save(a_group(purpose="x" * 500_000))
    assert office.snapshot().of(Group) == ()
    with office.step("small"):
        office.save(a_group())
    assert len(office.snapshot().of(Group)) == 1


def test_what_sqlite_says_otherwise_is_our_bug_and_stays_what_it_is(office: Office) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"), office.step("wrong"):
        office._connection.execute("INSERT INTO nowhere VALUES (1)")
    assert office.undo_name == ""
