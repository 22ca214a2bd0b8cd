"""The command line: finds the command that is named, and runs it."""

from importlib import import_module
from typing import NoReturn

import click

from tracker import __version__
from tracker.commands import COMMANDS, DONE, MISUSED, REFUSED


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

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            _refuse_unknown(args[0])
        return super().resolve_command(ctx, args)


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="tracker")
def commands() -> None:
    """Partnership Tracker: groups of agencies, what they promise each other and how far they have come.

    `tracker FILE` opens that office in the window, and `tracker` alone the last one. The commands below do the rest
    without a window; each has its own --help. GROUP is a group's name, short name, code or id.
    """


def run(given: list[str]) -> int:
    """Runs the command that is named; returns the exit status. Raises Mistake as the command does."""
    try:
        answer = commands.main(args=given, prog_name="tracker", standalone_mode=False)
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.UsageError as error:
        click.echo(f"tracker: {error.format_message()}", err=True)
        if error.ctx:
            click.echo(f"{error.ctx.get_usage()} ({error.ctx.command_path} --help says more)", err=True)
        return MISUSED
    except click.ClickException as error:
        click.echo(f"tracker: {error.format_message()}", err=True)
        return REFUSED
    except click.Abort as stop:
        raise KeyboardInterrupt from stop
    return answer if isinstance(answer, int) else DONE


def _refuse_unknown(word: str) -> NoReturn:
    import difflib

    near = difflib.get_close_matches(word, COMMANDS, n=3)
    hint = f" Did you mean {' or '.join(near)}?" if near else " `tracker --help` lists the commands."
    raise click.UsageError(f"There is no command and no file called “{word}”.{hint}")
