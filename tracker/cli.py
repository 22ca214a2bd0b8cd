"""The program's door: opens the window or runs a command, and says mistakes as sentences with their exit status."""

import atexit
import errno
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from tracker.commands import COMMANDS, REFUSED
from tracker.models.mistake import Mistake

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command or opens the window; returns the exit status: 0 done, 1 refused or found, 2 used wrongly."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    sys.excepthook = _crashed
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        if not given or _means_window(given):
            return _window(given)
        if arguments is None:
            _live_briefly()
        return _run(given)
    except Mistake as mistake:
        _say(mistake.sentence)
        return REFUSED
    except KeyboardInterrupt:
        _say("stopped before it was done.")
        return REFUSED
    except BrokenPipeError:
        # Whoever read our output has had enough; closing it again at the exit would only complain.
        sys.stdout = None
        return REFUSED
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        sys.stdout = None
        _say("what was to be printed does not fit on the disk: free some space on it, then try again.")
        return REFUSED


def _live_briefly() -> None:
    """The process ends with its command: collecting garbage seldom, and not once more at the end, is a tenth faster."""
    gc.set_threshold(100_000)
    atexit.register(gc.freeze)


def _run(given: list[str]) -> int:
    # Loaded here: the window does not wait for the command line.
    from tracker.commands.command_line import run

    return run(given)


def _means_window(given: list[str]) -> bool:
    """Whether the words are an office file to open in the window."""
    word = given[0]
    if len(given) > 1 or word.startswith("-") or word in COMMANDS:
        return False
    return os.path.lexists(word) or bool(Path(word).suffix)


def _window(given: list[str]) -> int:
    # Without one Qt would end the process at once, and not in a sentence.
    if sys.platform == "linux" and not any(os.environ.get(name) for name in _SCREENS):
        raise Mistake("There is no screen here to open the window on: the commands work without (tracker --help).")
    try:
        from tracker.app import run
    except ImportError as error:
        raise Mistake(
            f"The window needs Qt, which cannot be loaded here ({error}): the commands work without it."
        ) from error
    return run(Path(given[0]) if given else None)


def _crashed(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """The crash hook: what is left here is our bug, told in a sentence with the details in a file."""
    from tracker.crash_log import write_crash_log

    try:
        details = f" Details: {write_crash_log(kind, error, trace)}"
    except OSError:
        details = ""
    _say(f"something went wrong inside the program, and nothing was changed by it.{details}")


def _say(sentence: str) -> None:
    # Where the window is started without a console, there is nobody to say it to.
    if sys.stderr:
        sys.stderr.write(f"tracker: {sentence}\n")


if __name__ == "__main__":
    sys.exit(main())
