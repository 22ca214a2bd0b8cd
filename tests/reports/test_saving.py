"""A return is written beside, looked at and swapped in: there is a whole file under its name, or the old one."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.reports.conftest import Maker
from tracker.models.mistake import Mistake
from tracker.reports import saving
from tracker.reports.reopening import hold_against
from tracker.reports.returning import write_group_return
from tracker.reports.saving import save_whole


def save(path: Path, content: bytes = b"new", look: Callable[[Path], None] = lambda beside: None) -> str:
    return save_whole(path, content, look, wait=lambda seconds: None)


class Stopped(Exception):
    """What a person who stops a job raises."""


def failing_replace(times: int) -> Callable[[Path, Path], None]:
    """Refuses so many times, as Windows does while a spreadsheet has the file open."""
    left, real = [times], os.replace

    def replace(source: Path, target: Path) -> None:
        if left[0]:
            left[0] -= 1
            raise PermissionError(errno.EACCES, "in use")
        real(source, target)

    return replace


def test_a_file_that_is_open_elsewhere_is_named_and_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "return.xlsx"
    path.write_bytes(b"old")
    monkeypatch.setattr(saving.os, "replace", failing_replace(99))
    with pytest.raises(Mistake, match=r"return\.xlsx is open in another program: close it, or save as another name\."):
        save(path)
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("return.xlsx", b"old")]


def test_a_scanner_that_holds_the_file_for_a_moment_does_no_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving.os, "replace", failing_replace(3))
    save(tmp_path / "return.xlsx")
    assert (tmp_path / "return.xlsx").read_bytes() == b"new"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "The disk is full"),
        (errno.EACCES, "Nothing can be written to"),
        (errno.EROFS, "Nothing can be written to"),
        (errno.EIO, "could not be saved"),
        (errno.ENAMETOOLONG, "shorter"),
    ],
)
def test_trouble_with_the_disk_is_a_sentence_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    def fail(handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(saving.os, "fsync", fail)
    with pytest.raises(Mistake, match=words):
        save(tmp_path / "return.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Mistake, match="There is no folder"):
        save(tmp_path / "none" / "return.xlsx")
    with pytest.raises(Mistake, match="is a folder: give the file a name"):
        save(tmp_path)


def test_a_job_that_is_stopped_leaves_the_old_file(small_group: Maker) -> None:
    prepared = small_group.prepare()
    path = small_group.folder / prepared.file_name
    path.write_bytes(b"old")

    def stop(done: int, of: int) -> None:
        if done > of / 2:
            raise Stopped

    with pytest.raises(Stopped):
        write_group_return(prepared, path, stop)
    assert [each.read_bytes() for each in small_group.folder.iterdir()] == [b"old"]


def test_progress_goes_up_to_the_end(small_group: Maker) -> None:
    told: list[tuple[int, int]] = []
    prepared = small_group.prepare()
    write_group_return(prepared, small_group.folder / "r.xlsx", lambda done, of: told.append((done, of)))
    assert [done for done, _ in told] == list(range(len(told)))
    assert told[-1][0] == told[-1][1] - 1


def test_a_file_that_the_disk_did_not_keep_is_found_out(small_group: Maker) -> None:
    written = small_group.write()
    content = bytearray(written.path.read_bytes())
    content[len(content) // 3] ^= 0xFF
    with pytest.raises(Mistake, match="did not reach the disk whole"):
        save(
            small_group.folder / "spoilt.xlsx",
            bytes(content),
            lambda beside: hold_against(beside, written.prepared.book),
        )


def test_a_sheet_that_was_not_planned_is_found_out(small_group: Maker) -> None:
    from dataclasses import replace

    written = small_group.write()
    fewer = replace(written.prepared.book, sheets=written.prepared.book.sheets[:-1])
    with pytest.raises(AssertionError, match="sheets"):
        hold_against(written.path, fewer)


def test_what_left_is_entered_with_the_files_checksum(small_group: Maker) -> None:
    import hashlib

    written = small_group.write()
    entry = written.departure("d", "Head office", "The quarter's return")
    assert entry.problems() == []
    assert entry.file_sha256 == hashlib.sha256(written.path.read_bytes()).hexdigest()
    assert entry.rows == written.prepared.rows
    assert written.prepared.record.problems() == []
