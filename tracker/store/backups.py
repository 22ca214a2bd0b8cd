"""Backups: made from a consistent image, opened and checked before they count, and put back when they are needed."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from tracker.models.mistake import Mistake
from tracker.models.value import Value, value
from tracker.store.connection import SIDECARS, connect_to_read
from tracker.store.files import discard, put_in_place, write_beside, write_synced
from tracker.store.header import read_header
from tracker.store.lock import Lock
from tracker.store.trouble import Damaged, reading

_ENDING = ".tracker"
_STAMP = "%Y-%m-%d %H%M%S"


@value
class Backup(Value):
    """One backup: where it lies, when it was made (UTC), why, and its size in bytes."""

    path: Path
    made_at: datetime
    reason: str
    size: int


def backups_folder(data_folder: Path, office_path: Path) -> Path:
    """Where an office's backups lie: in the person's data folder, apart from the office."""
    # Two offices may have one name in two folders.
    real = Path(os.path.realpath(office_path))
    # Loaded after the first paint: it takes longer than all of this file.
    import hashlib

    mark = hashlib.sha256(os.fsencode(real)).hexdigest()[:8]
    return data_folder / "backups" / f"{real.stem}-{mark}"


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
        if _sound_image(made) is None:
            raise Mistake("No copy was made, since the office is damaged: restore its newest backup.")

    write_beside(target, fill)


def verify(path: Path) -> bytes:
    """The image of a sound office: ours, not newer, whole, its references leading somewhere. Raises Mistake if not.

    What a cut-off save has left beside the file is taken into account, and left as it is.
    """
    image = _sound_image(path)
    if image is None:
        raise Mistake(f"{path.name} is damaged and cannot be used as an office: choose another backup.")
    return image


def restore(backup: Path, office_path: Path, who: str, now: datetime) -> Path | None:
    """Puts a backup in the place of an office; what was there is kept beside it, and named in the answer.

    Raises Mistake if the office is open somewhere or the backup is not sound; then nothing has changed.
    """
    image = verify(backup)
    # A link stays, and leads to the backup then.
    place = Path(os.path.realpath(office_path))
    if os.path.lexists(place) and not place.is_file():
        raise Mistake(f"{office_path} is not a file: name the office that the backup is to replace.")
    lock = Lock(place, who)
    made = place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        _refuse_if_in_use(place)
        write_synced(made, image)
        verify(made)
        kept = _swap(made, place, now)
    except OSError as error:
        raise Mistake(f"The backup could not be put in place ({error.strerror}): look at the disk.") from error
    finally:
        discard(made)
        lock.release()
    return kept


def _sound_image(path: Path) -> bytes | None:
    """What the file holds, or None if it is damaged. Raises Mistake if it is not an office, or newer."""
    header = read_header(path)
    try:
        with reading(path), closing(connect_to_read(path, writes_ahead=header.writes_ahead)) as connection:
            sound = connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            sound = sound and connection.execute("PRAGMA foreign_key_check").fetchone() is None
            return connection.serialize() if sound else None
    except Damaged:
        return None


def _refuse_if_in_use(place: Path) -> None:
    """Raises Mistake if another program is at the office; one that is damaged, or none at all, may be replaced."""
    try:
        if read_header(place).writes_ahead:
            return
    except Mistake:
        return
    with closing(sqlite3.connect(f"{place.as_uri()}?mode=ro", uri=True, timeout=0)) as connection:
        try:
            connection.execute("SELECT 1 FROM sqlite_master").fetchone()
        except sqlite3.DatabaseError as error:
            if "locked" in str(error):
                raise Mistake(f"{place.name} is being used by another program: close it there first.") from error


def _swap(made: Path, place: Path, now: datetime) -> Path | None:
    """Puts the finished file in place; what was there is kept beside, or put back if that fails."""
    kept = _set_aside(place, now)
    try:
        put_in_place(made, place)
    except (OSError, Mistake):
        if kept:
            put_in_place(kept, place)
        raise
    return kept


def _set_aside(place: Path, now: datetime) -> Path | None:
    """Moves the office and whatever SQLite left beside it out of the way: a stale journal would spoil the backup."""
    kept = None
    name = f"{place.stem} replaced {now.astimezone(UTC):{_STAMP}}"
    # Twice in one second, and the first that was kept must not be lost.
    names = (name, *(f"{name} {number}" for number in range(2, 100)))
    name = next(free for free in names if not place.with_name(free + place.suffix).exists())
    for ending in ("", *SIDECARS, "-shm"):
        old = place.with_name(place.name + ending)
        if old.exists():
            aside = old.with_name(f"{name}{place.suffix}{ending}")
            put_in_place(old, aside)
            kept = kept or aside
    return kept


def _found(folder: Path) -> Iterator[Backup]:
    try:
        paths = sorted(folder.glob(f"*{_ENDING}"))
    except OSError:
        # A folder that cannot be looked into holds no backup that could be put back.
        return
    for path in paths:
        stamp, _, reason = path.stem.rpartition(" ")
        try:
            made_at = datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
        except ValueError:
            continue
        yield Backup(path, made_at, reason, path.stat().st_size)
