"""Files are written beside and put in place: what was there stays whole until the new one is."""

import errno
import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from tracker.models.mistake import Mistake

# A virus scanner or an indexer may hold a file for a moment: tried ten times over five seconds.
_TRIES = 10
_PAUSE_SECONDS = 0.5


def put_in_place(made: Path, target: Path) -> None:
    """Puts a finished file under its name, in place of what is there. Raises Mistake if something holds that file."""
    for last in [False] * (_TRIES - 1) + [True]:
        try:
            made.replace(target)
        except PermissionError as error:
            if last:
                raise Mistake(
                    f"{target.name} is held by another program: close it there, or choose another name."
                ) from error
            time.sleep(_PAUSE_SECONDS)
        else:
            return


def write_beside(target: Path, fill: Callable[[Path], None]) -> None:
    """Has `fill` write a new file beside `target`, and puts it in place only when that went well.

    Raises Mistake if the folder is missing, cannot be written to or the disk is full; nothing is left half done.
    """
    made = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        fill(made)
        put_in_place(made, target)
    except OSError as error:
        raise Mistake(_why_not(target, error)) from error
    finally:
        discard(made)


def reserve(target: Path) -> None:
    """Takes a name that nobody has, with an empty file. Raises Mistake if it is taken or the folder refuses."""
    try:
        target.open("xb").close()
    except FileExistsError as error:
        raise Mistake(f"{target.name} is there already: choose another name, or open it.") from error
    except OSError as error:
        raise Mistake(_why_not(target, error)) from error


def discard(made: Path) -> None:
    """Removes what was written beside, if it is still there."""
    # Nothing to add when it cannot be: why it could not be written has been said.
    with suppress(OSError):
        made.unlink(missing_ok=True)


def write_synced(path: Path, content: bytes) -> None:
    """Writes bytes and waits until the disk has them."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _why_not(target: Path, error: OSError) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return f"There is no folder {target.parent}: choose another, or make it first."
    if isinstance(error, IsADirectoryError):
        return f"{target} is a folder: give the file a name."
    if isinstance(error, PermissionError):
        return f"{target.parent} does not let you write: choose another folder."
    if error.errno == errno.ENAMETOOLONG:
        return f"{target.name} is too long a name: choose a shorter one."
    return f"{target.name} could not be written ({error.strerror}): look at the disk, or choose another."
