"""What SQLite and the disk say, put into a sentence for the person."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tracker.models.mistake import Mistake


class Damaged(Mistake):
    """The file is not whole any more."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path.name} is damaged: restore its newest backup (a checked copy of every day is kept).")


# The last two: a bit has flipped in the shape of a table. Every table is held against its declaration in the tests.
_DAMAGE = (
    "malformed",
    "corrupt",
    "not a database",
    "could not decode",
    "invalid fts5",
    "unsupported file format",
    "has no column named",
    "no such column",
)

_SENTENCES = (
    ("database is locked", "{name} is being used by another program: close it there, then try again."),
    ("disk is full", "The disk is full, so nothing was saved: free some space on it, then try again."),
    ("readonly", "{name} may only be read: save a copy in a folder of your own and open that."),
    ("unable to open", "{name} cannot be opened: look whether its folder is there and you may write in it."),
    ("closed database", "{name} was closed when its disk failed: open it again."),
    ("disk i/o", "The disk of {name} does not answer as it should: copy the file to another disk."),
)


@contextmanager
def in_plain_words(path: Path) -> Iterator[None]:
    """Turns what a person can put right into a Mistake; anything else stays what it is, our bug."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        said = str(error).lower()
        if any(sign in said for sign in _DAMAGE):
            raise Damaged(path) from error
        for sign, sentence in _SENTENCES:
            if sign in said:
                raise Mistake(sentence.format(name=path.name)) from error
        raise


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """The same for what is read from the file: one bit that has flipped on the disk can make a date that is none."""
    with in_plain_words(path):
        try:
            yield
        except sqlite3.OperationalError as error:
            if "no such" in str(error):
                raise Damaged(path) from error
            raise
        except (ValueError, KeyError, TypeError, ArithmeticError) as error:
            raise Damaged(path) from error
