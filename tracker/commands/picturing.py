"""`tracker picture`: a page of the window as PNG, for guides and for looking without a screen."""

import re
from pathlib import Path
from typing import Any

import click

from tracker.commands.offices import Day, FilePath, office_file, reading
from tracker.models.mistake import Mistake
from tracker.models.records import Agency, Group, Person, Record
from tracker.store.office import Office

PAGES = ("today", "groups", "meetings", "commitments", "trajectories", "returns", "log-meeting", "agencies", "office")
TABS = (
    "overview",
    "people",
    "meetings",
    "commitments",
    "balance",
    "victories",
    "life-cycle",
    "learning",
    "accountability",
)
SIDES = ("agencies", "people", "load", "overlap", "map", "confirm")
OFFICE_SIDES = ("limits", "before-a-fall")
KINDS = {"agency": Agency, "person": Person}


@click.command()
@office_file
@click.argument("page")
@click.option("--out", type=FilePath(), required=True, help="The picture, a .png.")
@click.option("--size", default="1280x820", show_default=True, help="Width and height of the window.")
@click.option("--scale", type=click.FloatRange(1, 4), default=1.0, show_default=True, help="2 for 200 %.")
@click.option("--theme", type=click.Choice(["light", "dark"]), default="light", show_default=True)
@click.option("--on", type=Day(), help="The day that counts as today.")
def picture_command(file: Path, page: str, out: Path, size: str, scale: float, theme: str, on: Any) -> None:
    """Draw a page of the window.

    PAGE: today, groups, meetings, commitments, trajectories, returns, agencies, agencies/SIDE with SIDE one of
    people, load, overlap, map, confirm, office, office/limits, office/before-a-fall,
    log-meeting, log-meeting:GROUP, agency:NAME, person:NAME, or
    group:GROUP/TAB with TAB one of overview, people, meetings, commitments, balance, victories, life-cycle,
    learning, accountability; a tab of several sides may be followed by one of them, as in life-cycle/assessment.
    """
    width, height = _size(size)
    with reading(file, on) as office:
        name, group_id, tab, record_id = _place(office, page)
        try:
            from PySide6.QtCore import QSize

            from tracker.ui.pictures import draw_page
            from tracker.ui.place import Place
            from tracker.ui.style import Theme
        except ImportError as error:
            raise Mistake(f"A picture needs Qt, which cannot be loaded here ({error}).") from error
        place = Place(name, group_id, tab, record_id)
        draw_page(office, place, out, size=QSize(width, height), scale=scale, theme=Theme(theme))
    click.echo(f"The picture is in {out}.")


def _size(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{3,4})x(\d{3,4})", text)
    if not found:
        raise click.UsageError(f"“{text}” is no size: write it like 1280x820.")
    return int(found[1]), int(found[2])


def _place(office: Office, page: str) -> tuple[str, str, str, str]:
    """The page's name, the group's id, the tab and the id of the agency or person that the words mean."""
    name, _, rest = page.partition(":")
    if name == "group" and rest:
        group, _, tab = rest.partition("/")
        if (tab or "overview").partition("/")[0] not in TABS:
            raise Mistake(f"A group has no tab “{tab}”: its tabs are {', '.join(TABS)}.")
        return name, office.find(Group, group).id, tab, ""
    if name in KINDS and rest:
        kind: type[Record] = KINDS[name]
        return name, "", "", office.find(kind, rest).id
    if name == "log-meeting" and rest:
        return name, office.find(Group, rest).id, "", ""
    page_name, _, side = name.partition("/")
    if (page_name == "agencies" and side in SIDES) or (page_name == "office" and side in OFFICE_SIDES):
        return page_name, "", side, ""
    if name not in PAGES or rest:
        raise Mistake(
            f"There is no page “{page}”: the pages are {', '.join(PAGES)}, agency:NAME, person:NAME and group:NAME/TAB."
        )
    return name, "", "", ""
