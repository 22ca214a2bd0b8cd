"""Files are written beside and put in place: what was there stays whole until the new one is."""

import os
import time
from collections.abc import Callable
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
    return f"{target.name} could not be written ({error.strerror}): look at the disk, or choose another."
