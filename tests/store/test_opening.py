"""Opening: whose file it is, who has it, and what is done about an unclean end."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders import a_group, an_office
from tracker.models.mistake import Mistake
from tracker.models.records import Group
from tracker.store.lock import lock_path
from tracker.store.migrations import VERSION
from tracker.store.office import Office
from tracker.store.setting import Setting


def closed(office: Office) -> Path:
    office.close()
    return office.path


def refused(path: Path, setting: Setting) -> str:
    """The sentence with which both ways of opening refuse; the bytes must stay as they are."""
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(Mistake) as caught:
        Office.open(path, setting)
    with pytest.raises(Mistake):
        Office.read(path, setting)
    assert (path.read_bytes() if path.is_file() else b"") == before
    assert not lock_path(path).exists()
    return caught.value.sentence


def test_an_empty_file_is_refused(tmp_path: Path, setting: Setting) -> None:
    path = tmp_path / "empty.tracker"
    path.touch()
    assert "is empty" in refused(path, setting)


def test_a_text_file_with_the_right_name_is_refused(tmp_path: Path, setting: Setting) -> None:
    path = tmp_path / "text.tracker"
    path.write_text("Dear Aroha, " * 100)
    assert "is not an office" in refused(path, setting)


def test_another_programs_database_is_refused(tmp_path: Path, setting: Setting) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE t(x)")
    connection.close()
    assert "is not an office" in refused(path, setting)


def test_a_file_cut_in_half_is_refused(office: Office, setting: Setting) -> None:
    path = closed(office)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert "cut short" in refused(path, setting)


def test_a_newer_file_is_refused_with_its_version(office: Office, setting: Setting) -> None:
    path = closed(office)
    content = bytearray(path.read_bytes())
    content[60:64] = (VERSION + 41).to_bytes(4, "big")
    path.write_bytes(content)
    assert f"file version {VERSION + 41}" in refused(path, setting)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path, setting: Setting) -> None:
    assert "There is no file" in refused(tmp_path / "nowhere.tracker", setting)
    assert "is a folder" in refused(tmp_path, setting)


def test_an_open_office_is_refused_to_others_with_the_name_of_who_has_it(office: Office, setting: Setting) -> None:
    with pytest.raises(Mistake, match=f"by Aroha on .* \\(process {os.getpid()}\\)"):
        Office.open(office.path, setting)
    with pytest.raises(Mistake, match="is open already"):
        Office.read(office.path, setting)


def test_a_file_locked_by_another_program_is_refused(office: Office, setting: Setting) -> None:
    path = closed(office)
    with sqlite3.connect(path, isolation_level=None) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert "another program" in refused(path, setting)
    other.close()


def test_reading_changes_no_byte_and_leaves_no_file_beside(office: Office, setting: Setting) -> None:
    path = closed(office)
    before, beside = path.read_bytes(), sorted(path.parent.iterdir())
    found = Office.read(path, setting)
    found.snapshot().of(Group)
    with pytest.raises(Mistake, match="read alone"), found.step("add"):
        pass
    found.close()
    assert (path.read_bytes(), sorted(path.parent.iterdir())) == (before, beside)


KILLED = """
import os, signal, sys
from pathlib import Path
from tests.builders import a_group
from tests.conftest import NOON
from tracker.store.office import Office
from tracker.store.setting import Setting
office = Office.open(Path(sys.argv[1]), Setting(clock=lambda: NOON, who="Aroha", data_folder=Path(sys.argv[2])))
with office.step("kept"):
    office.save(a_group(id="kept", name="Kept"))
with office.step("lost"):
    office.save(a_group(id="lost", name="Lost"))
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_after_a_kill_the_office_opens_with_what_was_saved_and_nothing_half(office: Office, setting: Setting) -> None:
    path = closed(office)
    subprocess.run([sys.executable, "-c", KILLED, str(path), str(setting.data_folder)], check=False)
    assert lock_path(path).exists()
    again = Office.open(path, setting)
    assert [group.id for group in again.snapshot().of(Group)] == ["kept"]
    again.close()
    assert not lock_path(path).exists()


def test_after_an_unclean_end_a_damaged_file_is_told_and_not_opened(office: Office, setting: Setting) -> None:
    with office.step("fill"):
        office.save(*(a_group(id=f"g{number}", code=f"G{number}", purpose="x" * 3000) for number in range(20)))
    path = closed(office)
    content = bytearray(path.read_bytes())
    content[-40960:] = b"\xa5" * 40960
    path.write_bytes(content)
    lock_path(path).write_text("{}")
    with pytest.raises(Mistake, match="restore its newest backup"):
        Office.open(path, setting)
    assert path.read_bytes() == bytes(content)


def test_a_new_office_never_takes_the_place_of_a_file(tmp_path: Path, setting: Setting) -> None:
    path = tmp_path / "taken.tracker"
    path.write_text("mine")
    with pytest.raises(Mistake, match="is there already"):
        Office.create(path, an_office(), setting)
    assert path.read_text() == "mine"


def test_a_new_office_in_a_folder_that_is_not_there_is_refused(tmp_path: Path, setting: Setting) -> None:
    with pytest.raises(Mistake, match="There is no folder"):
        Office.create(tmp_path / "nowhere" / "x.tracker", an_office(), setting)


def test_an_office_whose_details_are_wrong_leaves_no_file(tmp_path: Path, setting: Setting) -> None:
    path = tmp_path / "wrong.tracker"
    with pytest.raises(Mistake):
        Office.create(path, an_office(name=""), setting)
    assert list(tmp_path.glob("wrong*")) == []


def test_the_office_holds_a_group_of_forty_thousand_characters_whole(office: Office, setting: Setting) -> None:
    with office.step("add"):
        office.save(a_group(purpose="=1+1 " * 8000))
    path = closed(office)
    found = Office.read(path, setting)
    assert found.snapshot().of(Group)[0].purpose == "=1+1 " * 8000
    found.close()
