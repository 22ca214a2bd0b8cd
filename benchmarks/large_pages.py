"""The pages of an office of 200 groups, ten years and some 100,000 records: opened, and after a promise was kept.

In a running program: each page on an office of which nothing has been read yet, then once more, and after a change.
Beside each stands what is aimed for, and the ratio says how near it comes.
"""

import gc
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import NamedTuple

from PySide6.QtWidgets import QApplication

from benchmarks.ground import Ground
from benchmarks.life_course import TODAY
from benchmarks.life_office import GROUPS, make_life_office
from benchmarks.timing import Pairs, Row, timed
from tracker.models.figures.standing import closed_on
from tracker.models.records import Commitment, Group
from tracker.store.office import Office
from tracker.store.setting import Setting
from tracker.ui import style
from tracker.ui.desk import Desk
from tracker.ui.page_shelf import PageShelf
from tracker.ui.place import Place
from tracker.ui.start import SELDOM

# In seconds, at the median.
OPEN = 0.300
RUNS = 3
# What a window of 1280 by 820 leaves beside the navigation.
_SIZE = 1064, 780
_AIMED_FOR = "what is aimed for"
_GROUP = "group"


class _Wanted(NamedTuple):
    """A page as its row names it, and the place it has."""

    name: str
    page: str
    tab: str = ""


PAGES = (
    _Wanted("Today", "today"),
    _Wanted("Groups", "groups"),
    _Wanted("Meetings", "meetings"),
    _Wanted("Commitments", "commitments"),
    _Wanted("Trajectories", "trajectories"),
    _Wanted("Returns", "returns"),
    _Wanted("Agencies", "agencies", "agencies"),
    _Wanted("People", "agencies", "people"),
    _Wanted("Load", "agencies", "load"),
    _Wanted("Overlap", "agencies", "overlap"),
    _Wanted("Map", "agencies", "map"),
    _Wanted("Office", "office"),
    _Wanted("Log meeting", "log-meeting"),
    _Wanted("a group's Overview", _GROUP, "overview"),
    _Wanted("a group's People", _GROUP, "people"),
    _Wanted("a group's Meetings", _GROUP, "meetings"),
    _Wanted("a group's Commitments", _GROUP, "commitments"),
    _Wanted("a group's Balance", _GROUP, "balance"),
    _Wanted("a group's Victories", _GROUP, "victories"),
    _Wanted("a group's Learning", _GROUP, "learning"),
    _Wanted("a group's Accountability", _GROUP, "accountability"),
)


def measure(ground: Ground) -> tuple[Row, ...]:
    """A row a page and two for all; the first run of each is warming up and not counted."""
    app = QApplication.instance() or style.application(["benchmarks"])
    assert isinstance(app, QApplication)
    style.apply(app, style.Theme.LIGHT)
    made = ground.setting
    setting = Setting(clock=made.clock, who=made.who, data_folder=made.data_folder, today=TODAY)
    path = ground.folder / "many-years-of-pages.tracker"
    make_life_office(path, setting)
    # As in the program itself.
    gc.set_threshold(SELDOM)
    rows, again, changed = [], [], []
    for wanted in PAGES:
        times = [_run(app, path, setting, wanted) for _ in range(RUNS + 1)][1:]
        first, second, third = zip(*times, strict=True)
        rows.append(_row(f"{wanted.name}: opened, of {GROUPS} groups", first))
        again.append((median(second), wanted.name, second))
        changed.append((median(third), wanted.name, third))
    slowest, slowest_change = max(again), max(changed)
    return (
        *rows,
        _row(f"the slowest of these opened again: {slowest[1]}", slowest[2]),
        _row(f"the slowest of these after a promise was kept: {slowest_change[1]}", slowest_change[2]),
    )


def _row(what: str, times: tuple[float, ...]) -> Row:
    return Row(what, _AIMED_FOR, Pairs(times, (OPEN,) * len(times)), at_most=1.0)


def _run(app: QApplication, path: Path, setting: Setting, wanted: _Wanted) -> tuple[float, float, float]:
    """The seconds until the page was painted at first, once more, and anew after a change."""
    office = Office.open(path, setting)
    desk, shelf = Desk(office), PageShelf()
    try:
        shelf.take_desk(desk)
        shelf.resize(*_SIZE)
        shelf.show()
        place = Place(wanted.page, _first_group(office) if wanted.page == _GROUP else "", wanted.tab)
        return (
            timed(lambda: _open(app, shelf, place)),
            timed(lambda: _open(app, shelf, place)),
            timed(lambda: _keep_a_promise(app, desk)),
        )
    finally:
        shelf.close()
        shelf.take_desk(None)
        shelf.deleteLater()
        app.processEvents()
        office.close()
        gc.collect()


def _first_group(office: Office) -> str:
    return office.snapshot().of(Group)[0].id


def _open(app: QApplication, shelf: PageShelf, place: Place) -> None:
    page = shelf.page(place.page)
    shelf.setCurrentWidget(page)
    page.show_place(place)
    app.processEvents()


def _keep_a_promise(app: QApplication, desk: Desk) -> None:
    promise = next(each for each in desk.snapshot.of(Commitment) if closed_on(each) is None)
    assert desk.do("keep a promise", replace(promise, kept_on=TODAY))
    app.processEvents()
