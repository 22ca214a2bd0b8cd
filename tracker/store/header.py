"""Whose file is it, and of which version? Read from its first hundred bytes, so that nothing is written to it."""

import os
import stat
from pathlib import Path
from typing import NamedTuple

from tracker.models.mistake import Mistake
from tracker.store.migrations import APPLICATION_ID, VERSION

_MAGIC = b"SQLite format 3\x00"
_HEADER_BYTES = 100
# What byte 19 says of a file that another program has set to write ahead (WAL).
_WRITES_AHEAD = 2


class Header(NamedTuple):
    """What the header of an office file says: the version of its shape, and whether it was set to write ahead."""

    version: int
    writes_ahead: bool = False

    @property
    def older(self) -> bool:
        """Whether the file has to be brought up to date before it can be used."""
        return self.version < VERSION


def read_header(path: Path) -> Header:
    """The header of an office file (SQLite file format, section 1.3).

    Raises Mistake if there is no such file, it is empty or cut short, it is not an office, or it is newer.
    """
    try:
        # Asked before it is opened: a pipe would keep its reader waiting for ever.
        if not stat.S_ISREG(path.stat().st_mode) and not path.is_dir():
            raise Mistake(f"{path} is not a file that could hold an office: choose another.")
        with path.open("rb") as file:
            header = file.read(_HEADER_BYTES)
    except FileNotFoundError as error:
        raise Mistake(f"There is no file {path}: look at its name and its folder.") from error
    except IsADirectoryError as error:
        raise Mistake(f"{path} is a folder: choose the office file in it.") from error
    except OSError as error:
        raise Mistake(f"{path} cannot be read ({error.strerror}): ask who may open it.") from error
    _refuse_what_is_not_ours(path, header)
    _refuse_cut_short(path, header)
    version = int.from_bytes(header[60:64], "big")
    if version > VERSION:
        raise Mistake(
            f"{path.name} was written by a newer Partnership Tracker (file version {version}, this program reads "
            f"up to {VERSION}): install the newer program to open it. Nothing was changed."
        )
    return Header(version, header[19] == _WRITES_AHEAD)


def _refuse_what_is_not_ours(path: Path, header: bytes) -> None:
    if not header:
        raise Mistake(f"{path.name} is empty: choose another file, or restore a backup.")
    if not header.startswith(_MAGIC[: len(header)]) or (
        len(header) == _HEADER_BYTES and int.from_bytes(header[68:72], "big") != APPLICATION_ID
    ):
        raise Mistake(f"{path.name} is not an office of Partnership Tracker: choose another file.")


def _refuse_cut_short(path: Path, header: bytes) -> None:
    page_size = int.from_bytes(header[16:18], "big") if len(header) == _HEADER_BYTES else 0
    page_size = 65536 if page_size == 1 else page_size
    pages = int.from_bytes(header[28:32], "big")
    whole = page_size > 0 and path.stat().st_size >= page_size * pages
    # With a journal a save was cut off between the header and the rest: SQLite takes it back.
    if not whole and not (page_size and os.path.lexists(f"{os.path.realpath(path)}-journal")):
        raise Mistake(f"{path.name} is cut short, as after a broken copy: restore a backup of it.")
