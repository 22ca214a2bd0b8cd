"""Putting a finished file in its place: written beside, looked at, then swapped in. Never half a file."""

import contextlib
import errno
import hashlib
import os
import secrets
import time
from collections.abc import Callable
from pathlib import Path

from tracker.models.mistake import Mistake

# A virus scanner or an indexer lets go within seconds; a spreadsheet program that has the file open does not.
_TRIES = 6
_FIRST_WAIT = 0.05

_FULL = (errno.ENOSPC, errno.EDQUOT)


def save_whole(
    path: Path, content: bytes, look: Callable[[Path], None], wait: Callable[[float], None] = time.sleep
) -> str:
    """Writes `content` at `path`, after `look` has found it sound; returns its SHA-256 as hexadecimal digits.

    Raises Mistake, in plain words, if it cannot be written; then whatever stood at `path` stands there still.
    """
    refuse_bad_place(path)
    beside = path.with_name(f".{secrets.token_hex(6)}.part")
    try:
        _write(beside, content)
        look(beside)
        _swap(beside, path, wait)
    except OSError as error:
        raise Mistake(in_plain_words(error, path)) from error
    finally:
        # On a disk that takes nothing there is nothing to take away.
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
    return hashlib.sha256(content).hexdigest()


def refuse_bad_place(path: Path) -> None:
    """Raises Mistake if no file can stand at `path`: it is a folder, its folder is not there, or its name too long."""
    try:
        is_folder, has_folder = path.is_dir(), path.parent.is_dir()
    except OSError as error:
        raise Mistake(in_plain_words(error, path)) from error
    if is_folder:
        raise Mistake(f"{path} is a folder: give the file a name.")
    if not has_folder:
        raise Mistake(f"There is no folder {path.parent}: make it first, or choose another.")


def in_plain_words(error: OSError, path: Path) -> str:
    """Why a file could not be saved, and what to do."""
    if error.errno in _FULL:
        return f"The disk is full, so {path.name} was not saved: free some space, or choose another disk."
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return f"Nothing can be written to {path.parent}: choose another folder."
    if error.errno in (errno.ENAMETOOLONG, errno.EINVAL):
        return f"“{path.name}” cannot be a file's name here: choose another, shorter one."
    return f"{path.name} could not be saved ({error.strerror or error}): choose another folder, and try again."


def _write(beside: Path, content: bytes) -> None:
    with beside.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _swap(beside: Path, path: Path, wait: Callable[[float], None]) -> None:
    for number in range(_TRIES):
        try:
            os.replace(beside, path)  # noqa: PTH105
        except PermissionError as error:
            if number == _TRIES - 1:
                sentence = f"{path.name} is open in another program: close it, or save as another name."
                raise Mistake(sentence if path.exists() else in_plain_words(error, path)) from error
            wait(_FIRST_WAIT * 2**number)
        else:
            return
