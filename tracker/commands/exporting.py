"""`tracker export`: everything the office holds, readable without this program."""

from pathlib import Path

import click

from tracker.commands.offices import FilePath, office_file, writing


@click.command()
@office_file
@click.option("--out", type=FilePath(), required=True, help="A folder that is not there yet.")
@click.option("--to", "to_whom", default="the office itself", show_default=True, help="Who gets it.")
@click.option("--purpose", default="the office's own copy", show_default=True, help="What for.")
def export_command(file: Path, out: Path, to_whom: str, purpose: str) -> None:
    """Write everything as CSV and JSON.

    It can be read without this program, and is noted in the register of what left.
    """
    from tracker.store.copy import write_copy

    with writing(file) as office:
        rows = write_copy(office, out, to_whom, purpose)
    click.echo(f"{rows:,} entries are in {out}, as CSV and JSON.")
    click.echo("tracker: this copy holds what is restricted too: keep it as safe as the office itself.", err=True)
