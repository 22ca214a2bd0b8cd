"""The command line's door: finds the command, and says mistakes as sentences with their exit status."""

import atexit
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from types import TracebackType

import click

from tracker import __version__
from tracker.models.mistake import Mistake

# Each command lives in one module of tracker/commands, so that `tracker list` does not wait for the workbooks.
COMMANDS = {
    "sample": "making",
    "new": "making",
    "list": "listing",
    "search": "searching",
    "log": "logging_meeting",
    "trajectory": "trajectory",
    "return": "returning",
    "check": "keeping",
    "backup": "keeping",
    "backups": "keeping",
    "restore": "keeping",
    "export": "exporting",
    "picture": "picturing",
    "self-test": "self_test",
}

DONE, REFUSED, MISUSED = 0, 1, 2

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


class Commands(click.Group):
    """Loads a command's module when the command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"tracker.commands.{COMMANDS[cmd_name]}")
        command = getattr(module, f"{cmd_name.replace('-', '_')}_command")
        assert isinstance(command, click.Command)
        return command


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="tracker")
def commands() -> None:
    """Partnership Tracker: groups of agencies, what they promise each other and how far they have come.

    `tracker FILE` opens the window; without FILE it opens the last office.
    """


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
        click.echo(f"tracker: {mistake.sentence}", err=True)
        return REFUSED
    except click.UsageError as error:
        error.show()
        return MISUSED
    except click.ClickException as error:
        click.echo(f"tracker: {error.format_message()}", err=True)
        return REFUSED
    except (click.Abort, KeyboardInterrupt):
        click.echo("tracker: stopped before it was done.", err=True)
        return REFUSED
    except BrokenPipeError:
        # Whoever read our output has had enough; closing it again at the exit would only complain.
        sys.stdout = None
        return REFUSED


def _live_briefly() -> None:
    """The process ends with its command: collecting garbage seldom, and not once more at the end, is a tenth faster."""
    gc.set_threshold(100_000)
    atexit.register(gc.freeze)


def _run(given: list[str]) -> int:
    try:
        answer = commands.main(args=given, prog_name="tracker", standalone_mode=False)
    except click.exceptions.Exit as end:
        return end.exit_code
    return answer if isinstance(answer, int) else DONE


def _means_window(given: list[str]) -> bool:
    """Whether the words are an office file to open in the window."""
    word = given[0]
    if word.startswith("-") or word in COMMANDS or len(given) > 1:
        return False
    if Path(word).exists() or Path(word).suffix:
        return True
    import difflib

    near = difflib.get_close_matches(word, COMMANDS, n=3)
    hint = f" Did you mean {' or '.join(near)}?" if near else " `tracker --help` lists the commands."
    raise click.UsageError(f"There is no command and no file called “{word}”.{hint}")


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

    path = write_crash_log(kind, error, trace)
    click.echo(
        f"tracker: something went wrong inside the program, and nothing was changed by it. Details: {path}", err=True
    )


if __name__ == "__main__":
    sys.exit(main())
