"""`tracker check`, `backup`, `backups` and `restore`: keeping the office safe."""

from pathlib import Path

import click

from tracker.commands.offices import FilePath, as_json, office_file, reading
from tracker.commands.printing import print_json, print_rows, shown_moment
from tracker.models.mistake import Mistake
from tracker.store.backup_request import ask_window
from tracker.store.backups import back_up, list_backups, restore, save_image
from tracker.store.lock import is_held
from tracker.store.office import Office
from tracker.store.setting import Setting


@click.command()
@office_file
@as_json
def check_command(file: Path, *, as_json: bool) -> int:
    """Look whether the office is sound.

    Exit status 1 if something is found. Nothing is changed.
    """
    with reading(file) as office:
        found = office.findings()
    if as_json:
        print_json({"file": str(file), "findings": found})
    else:
        for sentence in found or ["All is well: the file is whole, and what it holds fits together."]:
            click.echo(sentence)
    return 1 if found else 0


@click.command()
@office_file
@click.option("--out", type=FilePath(), help="Where to; else among the office's backups.")
def backup_command(file: Path, out: Path | None) -> None:
    """Make a checked backup.

    While the window has the office, the window makes it.
    """
    setting = Setting.of_this_machine()
    if out is not None and out.exists():
        raise Mistake(f"{out.name} is there already: choose another name.")
    if is_held(file):
        click.echo(f"The window made a backup: {ask_window(file, out)}.")
        return
    office = Office.read(file, setting)
    try:
        image = office.image()
    finally:
        office.close()
    if out is None:
        made = back_up(image, setting.data_folder, file, setting.clock(), "asked").path
    else:
        save_image(image, out)
        made = out
    click.echo(f"A checked backup is in {made}.")


@click.command()
@office_file
@as_json
def backups_command(file: Path, *, as_json: bool) -> None:
    """List the backups of an office, newest first."""
    found = list_backups(Setting.of_this_machine().data_folder, file)
    if as_json:
        print_json(
            [
                {
                    "path": str(backup.path),
                    "made_at": backup.made_at.isoformat(),
                    "reason": backup.reason,
                    "size": backup.size,
                }
                for backup in found
            ]
        )
        return
    rows = [
        [
            shown_moment(backup.made_at),
            backup.reason,
            f"{backup.size / 1024:,.0f} KB",
            str(backup.path),
        ]
        for backup in found
    ]
    print_rows([["Made", "Why", "Size", "File"], *rows] if rows else [], f"{file.name} has no backups yet.")


@click.command()
@office_file
@click.argument("backup", type=FilePath())
def restore_command(file: Path, backup: Path) -> None:
    """Put a backup in the place of an office.

    FILE is the office, BACKUP what is to take its place. The office as it was is kept beside it.
    """
    setting = Setting.of_this_machine()
    kept = restore(backup, file, setting.who, setting.clock())
    aside = f" What was there before is kept in {kept.name}." if kept else ""
    click.echo(f"{file} is the backup now.{aside}")
