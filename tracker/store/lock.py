"""One writer at a time: a lock file beside the office says who has it, and that it was not closed in good order.

The system's own lock on that file goes with the process, however it ends. So a lock file that nobody holds is the
mark of an unclean end; it never lies in the office file itself.
"""

import json
import os
import sys
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import IO

from tracker.models.mistake import Mistake
from tracker.models.value import Value, value

# Far behind the text, so that the text can be read while the byte is locked (Windows locks bytes against reading).
_LOCKED_BYTE = 1 << 30


@value
class Holder(Value):
    """Who has the office open."""

    who: str
    host: str
    pid: int


class Lock:
    """Held from opening to closing. `unclean` says that the office was not closed in good order the last time."""

    def __init__(self, office_path: Path, who: str) -> None:
        """Takes the lock. Raises Mistake, naming the holder, if somebody has it."""
        self._path = lock_path(office_path)
        try:
            file = _locked(self._path)
            if file is None:
                raise _held(office_path)
            self._file: IO[bytes] = file
            self.unclean = os.fstat(file.fileno()).st_size > 0
            self._sign(office_path, who)
        except FileNotFoundError as error:
            raise Mistake(f"There is no folder {office_path.parent}: choose another, or make it first.") from error
        except PermissionError as error:
            raise Mistake(
                f"{office_path.name} cannot be opened for writing, since its folder does not allow it "
                f"({error.strerror}): copy it to a folder of your own."
            ) from error
        except OSError as error:
            raise Mistake(
                f"{office_path.name} cannot be opened for writing ({error.strerror}): look at its name and at the disk."
            ) from error

    def release(self) -> None:
        """Closed in good order: the lock file goes."""
        # Removed before it is unlocked, so that nobody can take a lock on a file that is about to go.
        if sys.platform != "win32":
            self._path.unlink(missing_ok=True)
        self._file.close()
        if sys.platform == "win32":
            self._path.unlink(missing_ok=True)

    def _sign(self, office_path: Path, who: str) -> None:
        """Writes down who has the office now."""
        here = _host()
        elsewhere = holder(office_path) if self.unclean else None
        if elsewhere and elsewhere.host != here:
            # Locks do not reach over every network drive, so another machine's mark is believed.
            self._file.close()
            raise _held(office_path)
        try:
            self._file.truncate(0)
            self._file.write(json.dumps(asdict(Holder(who, here, os.getpid()))).encode())
            self._file.flush()
        except OSError:
            # Raised again by the close, since what could not be written is still waiting to be.
            with suppress(OSError):
                self.release()
            raise


def lock_path(office_path: Path) -> Path:
    """Where the lock of an office lies: beside the file itself, also when it is opened through a link."""
    return Path(os.path.realpath(office_path) + ".lock")


def holder(office_path: Path) -> Holder | None:
    """Who the lock file names, or None where there is no readable one."""
    try:
        return Holder(**json.loads(lock_path(office_path).read_bytes()))
    except (OSError, ValueError, TypeError):
        return None


def is_held(office_path: Path) -> bool:
    """Whether somebody has the office open for writing."""
    path = lock_path(office_path)
    try:
        with path.open("r+b") as file:
            return not _lock_byte(file)
    except OSError:
        return False


def refuse_if_held(office_path: Path) -> None:
    """For those who only read: raises Mistake if somebody has the office open for writing."""
    if is_held(office_path):
        raise _held(office_path)


def _locked(path: Path) -> IO[bytes] | None:
    """The lock file, locked; None if somebody has it."""
    while True:
        file = path.open("a+b")
        if not _lock_byte(file):
            file.close()
            return None
        # Whoever had it may have closed in good order, and so removed it, since it was opened here.
        if path.exists() and os.path.samestat(os.fstat(file.fileno()), path.stat()):
            return file
        file.close()


def _host() -> str:
    if hasattr(os, "uname"):
        return os.uname().nodename
    # Loaded here, since those who only read take no lock; and not socket, which takes longer than all the rest.
    import platform

    return platform.node()


def _held(office_path: Path) -> Mistake:
    now = holder(office_path)
    by = f"{now.who} on {now.host} (process {now.pid})" if now else "another program"
    gone = (
        f" If that computer no longer runs, remove {lock_path(office_path).name} beside it."
        if now and now.host != _host()
        else ""
    )
    return Mistake(f"{office_path.name} is open already, by {by}: close it there first.{gone}")


if sys.platform == "win32":
    import msvcrt

    def _lock_byte(file: IO[bytes]) -> bool:
        file.seek(_LOCKED_BYTE)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            file.seek(0)
        return True

else:
    import fcntl

    def _lock_byte(file: IO[bytes]) -> bool:
        try:
            # flock and not lockf: a lock of lockf's kind goes as soon as this process closes the file anywhere.
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
