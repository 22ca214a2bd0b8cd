"""Opening an office for a command, and closing it in good order whatever happens."""

import dataclasses
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import click

from tracker.models.dates import read_date
from tracker.models.mistake import Mistake
from tracker.store.office import Office
from tracker.store.setting import Setting


class FilePath(click.ParamType[Path]):
    """A file's name; whether it is there is the store's to say, in a sentence."""

    name = "path"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        return Path(value)


class Day(click.ParamType[date]):
    """A date, day first."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return read_date(str(value))
        except Mistake as mistake:
            self.fail(mistake.sentence, param, ctx)


office_file = click.argument("file", type=FilePath())
as_json = click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
group_option = click.option("--group", metavar="GROUP", help="A group's name, short name, code or id.")


@contextmanager
def reading(file: Path, on: date | None = None) -> Iterator[Office]:
    """An office to read alone; `on` sets today."""
    office = Office.read(file, Setting.for_reading(on))
    try:
        yield office
    finally:
        office.close()


@contextmanager
def writing(file: Path, on: date | None = None) -> Iterator[Office]:
    """An office to read and write, with its backup of the day."""
    from tracker.store.backups import back_up_of_the_day

    office = Office.open(file, dataclasses.replace(Setting.of_this_machine(), today=on))
    try:
        # Before the first change of the day; one that fails is said and never stops the work.
        try:
            back_up_of_the_day(office.image(), office.setting.data_folder, file, office.setting.clock())
        except Mistake as mistake:
            click.echo(f"tracker: {mistake.sentence}", err=True)
        yield office
    finally:
        office.close()
