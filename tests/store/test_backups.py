"""Backups: checked when they are made, and put back without losing what was there."""

import dataclasses
from datetime import timedelta
from pathlib import Path

import pytest

from tests.builders import a_group
from tests.conftest import NOON
from tracker.models.mistake import Mistake
from tracker.models.records import Group
from tracker.store.backup_request import answer_request
from tracker.store.backups import back_up, back_up_of_the_day, list_backups, restore, save_image
from tracker.store.office import Office
from tracker.store.setting import Setting


def filled(office: Office) -> Office:
    with office.step("add"):
        office.save(a_group())
    return office


def test_a_backup_holds_all_and_can_be_opened(office: Office, setting: Setting) -> None:
    backup = back_up(filled(office).image(), setting.data_folder, office.path, NOON, "asked-for")
    found = Office.read(backup.path, setting)
    assert len(found.snapshot().of(Group)) == 1
    found.close()


def test_there_is_one_backup_of_the_day(office: Office, setting: Setting) -> None:
    image = office.image()
    assert back_up_of_the_day(image, setting.data_folder, office.path, NOON)
    assert back_up_of_the_day(image, setting.data_folder, office.path, NOON + timedelta(hours=3)) is None
    assert back_up_of_the_day(image, setting.data_folder, office.path, NOON + timedelta(days=1))
    assert [backup.made_at for backup in list_backups(setting.data_folder, office.path)] == [
        NOON + timedelta(days=1),
        NOON,
    ]


def test_a_damaged_image_never_becomes_a_backup(office: Office, setting: Setting) -> None:
    image = bytearray(filled(office).image())
    image[4096 : 4096 * 12] = b"\xa5" * (4096 * 11)
    with pytest.raises(Mistake, match="damaged"):
        back_up(bytes(image), setting.data_folder, office.path, NOON, "asked-for")
    assert list_backups(setting.data_folder, office.path) == []


def test_restoring_puts_the_backup_in_place_and_keeps_what_was_there(office: Office, setting: Setting) -> None:
    backup = back_up(filled(office).image(), setting.data_folder, office.path, NOON, "asked-for")
    office.undo()
    office.close()
    kept = restore(backup.path, office.path, "Aroha", NOON)
    assert kept is not None
    counts = []
    for path in (office.path, kept):
        found = Office.read(path, setting)
        counts.append(len(found.snapshot().of(Group)))
        found.close()
    assert counts == [1, 0]


def test_a_stale_journal_is_moved_aside_before_a_backup_is_put_in_place(office: Office, setting: Setting) -> None:
    backup = back_up(filled(office).image(), setting.data_folder, office.path, NOON, "asked-for")
    office.close()
    journal = office.path.with_name(office.path.name + "-journal")
    journal.write_bytes(b"stale")
    restore(backup.path, office.path, "Aroha", NOON)
    assert not journal.exists()
    Office.open(office.path, setting).close()


def test_an_open_office_is_not_restored_over(office: Office, setting: Setting) -> None:
    backup = back_up(office.image(), setting.data_folder, office.path, NOON, "asked-for")
    with pytest.raises(Mistake, match="is open already"):
        restore(backup.path, office.path, "Aroha", NOON)


def test_what_is_no_office_is_not_restored(office: Office, setting: Setting, tmp_path: Path) -> None:
    office.close()
    before = office.path.read_bytes()
    wrong = tmp_path / "letter.tracker"
    wrong.write_text("Dear Aroha")
    with pytest.raises(Mistake, match="is not an office"):
        restore(wrong, office.path, "Aroha", NOON)
    assert office.path.read_bytes() == before


def test_a_backup_into_a_folder_that_is_not_there_is_refused(office: Office, tmp_path: Path) -> None:
    with pytest.raises(Mistake, match="There is no folder"):
        save_image(office.image(), tmp_path / "nowhere" / "copy.tracker")


def test_an_older_file_is_backed_up_before_it_is_brought_up_to_date(office: Office, setting: Setting) -> None:
    office.close()
    content = bytearray(office.path.read_bytes())
    content[60:64] = (0).to_bytes(4, "big")
    office.path.write_bytes(content)
    Office.open(office.path, dataclasses.replace(setting)).close()
    assert [backup.reason for backup in list_backups(setting.data_folder, office.path)] == ["before-update"]


def test_the_window_answers_a_request_for_a_backup_once(office: Office, tmp_path: Path) -> None:
    question = office.path.with_name(office.path.name + ".backup-wanted")
    question.write_text('{"out": ""}')
    assert answer_request(office.path, lambda out: tmp_path / "made.tracker")
    assert not answer_request(office.path, lambda out: tmp_path / "made.tracker")
