"""`tracker self-test`: every floor once, with the versions in use; what a packaged program runs first."""

import platform
import sqlite3
import tempfile
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import click

from tracker import __version__
from tracker.models.mistake import Mistake
from tracker.models.records import Group
from tracker.store.office import Office
from tracker.store.setting import Setting

_LIBRARIES = ("PySide6-Essentials", "pyqtgraph", "numpy", "sqlite-utils", "XlsxWriter", "openpyxl", "click")
# STRICT tables came with it.
_LEAST_SQLITE = (3, 37)


@click.command()
def self_test_command() -> int:
    """Run every floor once and say which versions are in use."""
    for name, value in _versions():
        click.echo(f"{name:20} {value}")
    if sqlite3.sqlite_version_info < _LEAST_SQLITE:
        raise Mistake(f"SQLite {sqlite3.sqlite_version} is too old: 3.37 or later is needed.")
    with tempfile.TemporaryDirectory() as folder:
        for done in _journey(Path(folder)):
            click.echo(f"well  {done}")
    click.echo("All is well.")
    return 0


def _versions() -> Iterator[tuple[str, str]]:
    yield "Partnership Tracker", __version__
    yield "Python", platform.python_version()
    yield "SQLite", sqlite3.sqlite_version
    for name in _LIBRARIES:
        try:
            yield name, version(name)
        except PackageNotFoundError:
            yield name, "not installed"


def _journey(folder: Path) -> Iterator[str]:
    from tracker.store.making import make_sample

    here = Setting.of_this_machine()
    setting = Setting(clock=here.clock, who=here.who, data_folder=folder)
    office = make_sample(folder / "sample.tracker", setting)
    try:
        yield f"the sample office, {len(office.snapshot().of(Group))} groups"
        group = office.find(Group, "ICM")
        _log(office, group)
        yield "a meeting logged, taken back and logged again"
        _draw(office, group, folder)
        yield "a trajectory drawn"
        yield f"the group return, {_return(office, group, folder):,} rows"
        if findings := office.findings():
            raise Mistake(f"The office is not sound after the journey: {findings[0]}")
        yield "the office checked"
    finally:
        office.close()


def _log(office: Office, group: Group) -> None:
    from tracker.models.meeting_draft import MeetingDraft
    from tracker.models.meeting_log import records_of
    from tracker.models.typed_line.reader import LineReader

    lines = ["d We meet on Tuesdays", "c Police: bring the list by 14 Jul 2008"]
    snapshot = office.snapshot()
    items = LineReader(snapshot, group.id, office.today).read_all(lines)
    draft = MeetingDraft(group_id=group.id, on=office.today, items=items)
    with office.step("log a meeting"):
        office.save(*records_of(draft, snapshot, office.mint))
    office.undo()
    office.redo()


def _draw(office: Office, group: Group, folder: Path) -> None:
    from tracker.models.figures.trajectory import trajectory
    from tracker.ui.pictures import draw_trajectory

    for ending in ("png", "svg", "pdf"):
        draw_trajectory(trajectory(office.snapshot(), group.id), folder / f"trajectory.{ending}")


def _return(office: Office, group: Group, folder: Path) -> int:
    from tracker.commands.returning import save_group_return
    from tracker.models.period import Period

    return save_group_return(office, group, Period(2008), folder / "return.xlsx")
