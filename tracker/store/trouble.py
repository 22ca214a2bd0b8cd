"""What SQLite and the disk say, put into a sentence for the person."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tracker.models.mistake import Mistake

_SENTENCES = (
    ("database is locked", "{name} is being used by another program: close it there, then try again."),
    ("disk is full", "The disk is full, so nothing was saved: free some space on it, then try again."),
    ("readonly", "{name} may only be read: save a copy in a folder of your own and open that."),
    ("unable to open", "{name} cannot be opened: look whether its folder is there and you may write in it."),
    ("malformed", "{name} is damaged: restore its newest backup (Backups keep a checked copy of every day)."),
    ("not a database", "{name} is damaged, or not an office of Partnership Tracker: restore its newest backup."),
    ("disk i/o", "The disk of {name} does not answer as it should: copy the file to another disk."),
)


@contextmanager
def in_plain_words(path: Path) -> Iterator[None]:
    """Turns what a person can put right into a Mistake; anything else stays what it is, our bug."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        for sign, sentence in _SENTENCES:
            if sign in str(error).lower():
                raise Mistake(sentence.format(name=path.name)) from error
        raise
