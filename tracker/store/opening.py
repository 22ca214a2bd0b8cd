"""What happens before an office can be used: making a new one, bringing an old one up to date, looking for damage."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from tracker.models.mistake import Mistake
from tracker.store.backups import back_up, verify
from tracker.store.files import discard, put_in_place, reserve, write_beside, write_synced
from tracker.store.migrations import migrate
from tracker.store.setting import Setting
from tracker.store.trouble import Damaged, in_plain_words, reading


def make_new(path: Path) -> None:
    """Makes an office file without any records. Raises Mistake if the name is taken or the folder refuses."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrate(connection)
        image = connection.serialize()
    reserve(path)
    try:
        write_beside(path, lambda made: write_synced(made, image))
    except BaseException:
        discard(path)
        raise


def refuse_if_taken(path: Path) -> None:
    """Raises Mistake if there is something under that name."""
    if os.path.lexists(path):
        raise Mistake(f"{path.name} is there already: choose another name, or open it.")


def refuse_if_damaged(path: Path) -> None:
    """After an unclean end: raises Mistake unless the file is whole."""
    try:
        # Opened to write, since a save that was cut off has to be rolled back first.
        with reading(path), closing(sqlite3.connect(path, isolation_level=None, timeout=0)) as connection:
            sound = connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    except Damaged:
        sound = False
    if not sound:
        raise Mistake(
            f"{path.name} was damaged when the program last ended: restore its newest backup "
            "(tracker backups lists them, tracker restore puts one in place and keeps this file)."
        )


def bring_up_to_date(path: Path, setting: Setting) -> None:
    """Migrates a copy of an older file, checks it, and puts it in place; a backup is made and checked first."""
    refuse_if_damaged(path)
    back_up(path.read_bytes(), setting.data_folder, path, setting.clock(), "before-update")
    made = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        made.write_bytes(path.read_bytes())
        with in_plain_words(made), closing(sqlite3.connect(made, isolation_level=None)) as connection:
            connection.execute("PRAGMA foreign_keys = OFF")
            migrate(connection)
        verify(made)
        put_in_place(made, path)
    except OSError as error:
        raise Mistake(f"{path.name} could not be brought up to date ({error.strerror}): look at the disk.") from error
    finally:
        discard(made)
