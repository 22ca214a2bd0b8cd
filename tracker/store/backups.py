"""Backups: made from a consistent image, opened and checked before they count, and put back when they are needed."""

import hashlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tracker.models.mistake import Mistake
from tracker.store.files import put_in_place, write_beside, write_synced
from tracker.store.header import read_header
from tracker.store.lock import Lock

_SIDECARS = ("-journal", "-wal", "-shm")
_ENDING = ".tracker"
_STAMP = "%Y-%m-%d %H%M%S"


@dataclass(frozen=True)
class Backup:
    """One backup: where it lies, when it was made (UTC), why, and its size in bytes."""

    path: Path
    made_at: datetime
    reason: str
    size: int


def backups_folder(data_folder: Path, office_path: Path) -> Path:
    """Where an office's backups lie: in the person's data folder, apart from the office."""
    # Two offices may have one name in two folders.
    mark = hashlib.sha256(str(office_path.resolve()).encode()).hexdigest()[:8]
    return data_folder / "backups" / f"{office_path.stem}-{mark}"


def list_backups(data_folder: Path, office_path: Path) -> list[Backup]:
    """The backups of an office, newest first."""
    folder = backups_folder(data_folder, office_path)
    return sorted(_found(folder), key=lambda backup: (backup.made_at, backup.path.name), reverse=True)


def back_up(image: bytes, data_folder: Path, office_path: Path, now: datetime, reason: str) -> Backup:
    """Writes an image (`Office.image()`) as a backup, checked. Raises Mistake if it cannot be kept."""
    folder = backups_folder(data_folder, office_path)
    target = folder / f"{now.astimezone(UTC):{_STAMP}} {reason}{_ENDING}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Mistake(f"No backup could be made in {folder} ({error.strerror}): look at the disk.") from error
    save_image(image, target)
    return Backup(target, now, reason, len(image))


def back_up_of_the_day(image: bytes, data_folder: Path, office_path: Path, now: datetime) -> Backup | None:
    """A backup unless today has one already; None then."""
    for backup in list_backups(data_folder, office_path):
        if backup.made_at.astimezone().date() == now.astimezone().date() and backup.reason == "opening":
            return None
    return back_up(image, data_folder, office_path, now, "opening")


def save_image(image: bytes, target: Path) -> None:
    """Writes a checked copy of an office under any name. Raises Mistake if it cannot be written or is not sound."""

    def fill(made: Path) -> None:
        write_synced(made, image)
        verify(made)

    write_beside(target, fill)


def verify(path: Path) -> None:
    """Raises Mistake unless the file is a sound office: ours, not newer, whole, its references leading somewhere."""
    read_header(path)
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            sound = connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            sound = sound and connection.execute("PRAGMA foreign_key_check").fetchone() is None
    except sqlite3.DatabaseError:
        sound = False
    if not sound:
        raise Mistake(f"{path.name} is damaged and cannot be used as an office: choose another backup.")


def restore(backup: Path, office_path: Path, who: str, now: datetime) -> Path | None:
    """Puts a backup in the place of an office; what was there is kept beside it, and named in the answer.

    Raises Mistake if the office is open somewhere or the backup is not sound; then nothing has changed.
    """
    verify(backup)
    lock = Lock(office_path, who)
    try:
        made = office_path.with_name(f".{office_path.name}.{os.getpid()}.part")
        try:
            write_synced(made, backup.read_bytes())
            verify(made)
            kept = _set_aside(office_path, now)
            put_in_place(made, office_path)
        except OSError as error:
            raise Mistake(f"The backup could not be put in place ({error.strerror}): look at the disk.") from error
        finally:
            made.unlink(missing_ok=True)
        verify(office_path)
    finally:
        lock.release()
    return kept


def _set_aside(office_path: Path, now: datetime) -> Path | None:
    """Moves the office and whatever SQLite left beside it out of the way: a stale journal would spoil the backup."""
    kept = None
    stamp = f"{now.astimezone(UTC):{_STAMP}}"
    for ending in ("", *_SIDECARS):
        old = office_path.with_name(office_path.name + ending)
        if old.exists():
            aside = old.with_name(f"{office_path.stem} replaced {stamp}{office_path.suffix}{ending}")
            put_in_place(old, aside)
            kept = kept or aside
    return kept


def _found(folder: Path) -> Iterator[Backup]:
    for path in folder.glob(f"*{_ENDING}"):
        stamp, _, reason = path.stem.rpartition(" ")
        try:
            made_at = datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
        except ValueError:
            continue
        yield Backup(path, made_at, reason, path.stat().st_size)
