"""Files that other programs, cut-off saves and ageing disks have been at: a sentence, no harm, and nothing lost."""

import os
import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from tests.builders import a_group, a_meeting
from tracker.models.mistake import Mistake
from tracker.models.records import KINDS, Group
from tracker.store.backups import back_up, restore, verify
from tracker.store.header import read_header
from tracker.store.lock import lock_path
from tracker.store.office import Office
from tracker.store.setting import Setting

CUT_OFF = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 2")
version = connection.execute("PRAGMA user_version").fetchone()[0]
connection.execute("BEGIN IMMEDIATE")
connection.execute(f"PRAGMA user_version = {version}")
connection.execute("UPDATE groups SET purpose = 'Half a save'")
connection.execute("INSERT INTO steps(name, at, by, barrier) VALUES (?, '', '', 0)", ("x" * 100_000,))
os.kill(os.getpid(), 9)
"""


@pytest.fixture
def path(office: Office) -> Path:
    """A closed office with some groups and meetings."""
    groups = [a_group(id=f"g{number}", code=f"G{number}", purpose="Whole") for number in range(20)]
    with office.step("fill"):
        office.save(*groups, *(a_meeting(group) for group in groups))
    office.close()
    return office.path


@pytest.fixture
def cut_off(path: Path) -> Path:
    """The same office after a save that was cut off: half of it is in the file, the way back in its journal."""
    if sys.platform == "win32":
        pytest.skip("Windows has no SIGKILL")
    subprocess.run([sys.executable, "-c", CUT_OFF, str(path)], check=False)
    assert path.with_name(path.name + "-journal").stat().st_size
    return path


def purposes(office: Office) -> set[str]:
    found = {group.purpose for group in office.snapshot().of(Group)}
    office.close()
    return found


def beside(path: Path) -> dict[str, bytes]:
    return {found.name: found.read_bytes() for found in path.parent.iterdir() if found.is_file()}


def test_an_office_with_a_cut_off_save_is_read_as_it_was_and_not_touched(cut_off: Path, setting: Setting) -> None:
    before = beside(cut_off)
    assert purposes(Office.read(cut_off, setting)) == {"Whole"}
    assert beside(cut_off) == before


def test_opening_takes_a_cut_off_save_back(cut_off: Path, setting: Setting) -> None:
    assert purposes(Office.open(cut_off, setting)) == {"Whole"}
    assert list(beside(cut_off)) == [cut_off.name]


def test_a_save_cut_off_after_the_header_is_no_file_cut_short(cut_off: Path, setting: Setting) -> None:
    with cut_off.open("r+b") as file:
        file.seek(28)
        file.write((100_000).to_bytes(4, "big"))
    assert purposes(Office.open(cut_off, setting)) == {"Whole"}


def test_an_office_set_to_write_ahead_is_read_without_leaving_anything(path: Path, setting: Setting) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    connection.close()
    assert read_header(path).writes_ahead
    before = beside(path)
    assert purposes(Office.read(path, setting)) == {"Whole"}
    assert beside(path) == before
    Office.open(path, setting).close()
    assert not read_header(path).writes_ahead


def test_a_backup_with_a_cut_off_save_is_put_back_as_it_was(cut_off: Path, tmp_path: Path, setting: Setting) -> None:
    before, target = beside(cut_off), tmp_path / "elsewhere.tracker"
    restore(cut_off, target, "Aroha", setting.clock())
    assert purposes(Office.read(target, setting)) == {"Whole"}
    assert beside(cut_off).items() >= before.items()


@pytest.mark.parametrize("seed", range(40))
def test_flipped_bits_are_told_in_sentences_and_reading_changes_nothing(
    path: Path, setting: Setting, seed: int
) -> None:
    chance, content = random.Random(seed), bytearray(path.read_bytes())
    for _ in range(chance.choice((1, 5, 60))):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    path.write_bytes(content)
    asked: tuple[Callable[[Office], object], ...] = (
        Office.findings,
        Office.history,
        lambda office: office.search("whole"),
        lambda office: [office.snapshot().of(kind) for kind in KINDS],
    )
    for ask in asked:
        told(lambda ask=ask: ask(Office.read(path, setting)))  # type: ignore[misc]
    assert path.read_bytes() == bytes(content)


def told(act: Callable[[], object]) -> None:
    """Runs it; a Mistake is an answer as good as any, everything else is our bug."""
    with suppress(Mistake):
        act()


def test_what_cannot_be_read_is_a_finding(office: Office) -> None:
    group = a_group()
    with office.step("add"):
        office.save(group)
    office._connection.execute("UPDATE groups SET started_on = '2008-02-31'")
    office._forget((Group,))
    assert any("is damaged" in sentence for sentence in office.findings())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes among its files")
def test_a_pipe_is_refused_and_nobody_waits(tmp_path: Path, setting: Setting) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Mistake, match="is not a file that could hold an office"):
        Office.read(tmp_path / "pipe", setting)


def test_a_folder_is_never_replaced_by_a_backup(path: Path, tmp_path: Path, setting: Setting) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    with pytest.raises(Mistake, match="is not a file"):
        restore(path, folder, "Aroha", setting.clock())
    assert folder.is_dir()


def test_what_another_program_uses_is_not_replaced(path: Path, setting: Setting) -> None:
    backup = back_up(path.read_bytes(), setting.data_folder, path, setting.clock(), "asked")
    with sqlite3.connect(path, isolation_level=None) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(Mistake, match="used by another program"):
            restore(backup.path, path, "Aroha", setting.clock())
    other.close()
    assert not lock_path(path).exists()


def test_two_backups_put_back_in_one_second_keep_both_that_were_there(path: Path, setting: Setting) -> None:
    backup = back_up(path.read_bytes(), setting.data_folder, path, setting.clock(), "asked")
    first = restore(backup.path, path, "Aroha", setting.clock())
    second = restore(backup.path, path, "Aroha", setting.clock())
    assert first != second
    assert all(kept and verify(kept) for kept in (first, second))


def test_a_link_stays_a_link_and_leads_to_the_backup(path: Path, tmp_path: Path, setting: Setting) -> None:
    backup = back_up(path.read_bytes(), setting.data_folder, path, setting.clock(), "asked")
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "link.tracker"
    link.symlink_to(path)
    restore(backup.path, link, "Aroha", setting.clock())
    assert link.is_symlink()
    assert purposes(Office.read(path, setting)) == {"Whole"}


def test_what_was_there_comes_back_when_the_backup_cannot_be_put_in_place(
    path: Path, setting: Setting, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = back_up(path.read_bytes(), setting.data_folder, path, setting.clock(), "asked")
    before, replaced = path.read_bytes(), Path.replace

    def held(made: Path, target: Path) -> Path:
        if made.name.endswith(".part"):
            raise OSError(5, "Input/output error")
        return replaced(made, target)

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(Mistake, match="could not be put in place"):
        restore(backup.path, path, "Aroha", setting.clock())
    assert path.read_bytes() == before
    assert [found.name for found in path.parent.glob("*") if found.is_file()] == [path.name]
