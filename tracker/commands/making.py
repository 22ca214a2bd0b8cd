"""`tracker sample` and `tracker new`: making an office."""

from pathlib import Path

import click

from tracker.commands.offices import FilePath, office_file
from tracker.models.dates import shown
from tracker.models.records import OfficeDetails
from tracker.store.making import make_sample
from tracker.store.office import Office
from tracker.store.setting import Setting


@click.command()
@office_file
def sample_command(file: Path) -> None:
    """Write the sample office, eight groups to try things on.

    It is seen as at 30 June 2008: that day counts as today in it.
    """
    office = make_sample(file, Setting.of_this_machine())
    today = office.today
    office.close()
    click.echo(f"The sample office is in {file}. It is seen as at {shown(today)}.")


@click.command()
@click.argument("file", type=FilePath())
@click.option("--office", "name", required=True, help="The office's name.")
@click.option("--region", required=True, help="The region it looks after.")
@click.option("--code", default="", help="A short code for returns, such as AKL; else made from the name.")
def new_command(file: Path, name: str, region: str, code: str) -> None:
    """Make an empty office."""
    from tracker.models.codes import code_for

    setting = Setting.of_this_machine()
    details = OfficeDetails(id="office", name=name.strip(), region=region.strip(), code=code.strip() or code_for(name))
    office = Office.create(file, details, setting)
    office.close()
    click.echo(f"{details.name} has its office in {file}. `tracker {file}` opens it.")
