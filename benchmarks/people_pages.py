"""The page of a group with 40 agencies, 200 people and 5,000 contributions, on its People and on its Balance.

Opened in a running program on an office of which nothing has been read yet, and drawn anew when the day moves. Beside
each stands what is aimed for, and the ratio says how near it comes.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication

from benchmarks.ground import Ground
from benchmarks.large_group import TODAY, large_group
from benchmarks.timing import Pairs, Row, timed
from tracker.models.figures.day_in_view import months_away
from tracker.models.records import Group, OfficeDetails
from tracker.store.office import Office
from tracker.store.setting import Setting
from tracker.ui import style
from tracker.ui.balance.balance_side import BalanceSide
from tracker.ui.desk import Desk
from tracker.ui.group.people import PeopleTab
from tracker.ui.pages.group import GroupPage
from tracker.ui.place import Place

# In seconds, at the median.
OPEN, MOVE = 0.300, 0.100
OPENINGS, MONTHS = 9, 24
# What a window of 1280 by 820 leaves beside the navigation.
_SIZE = 1064, 780
_AIMED_FOR = "what is aimed for"


@dataclass(frozen=True)
class _Tab:
    """A tab of the group's page: how it is called, its place, and what in it moves with the day."""

    name: str
    place: str
    moving: type[PeopleTab] | type[BalanceSide]


_TABS = (_Tab("People", "people", PeopleTab), _Tab("Balance", "balance", BalanceSide))


def measure(ground: Ground) -> tuple[Row, ...]:
    """Two rows a tab; the first opening and the first move are warming up and not counted."""
    app = QApplication.instance() or style.application(["benchmarks"])
    assert isinstance(app, QApplication)
    style.apply(app, style.Theme.LIGHT)
    made = ground.setting
    setting = Setting(clock=made.clock, who=made.who, data_folder=made.data_folder, today=TODAY)
    path = _large_office(ground.folder / "many-people.tracker", setting)
    return tuple(row for tab in _TABS for row in _rows(app, path, setting, tab))


def _large_office(path: Path, setting: Setting) -> Path:
    records = large_group()
    details = next(record for record in records if isinstance(record, OfficeDetails))
    office = Office.create(path, details, setting)
    with office.step("make a large group"):
        office.save(*(record for record in records if record is not details))
    office.close()
    return path


def _rows(app: QApplication, path: Path, setting: Setting, tab: _Tab) -> tuple[Row, Row]:
    openings = [_opening(app, path, setting, tab, _nothing_more)[0] for _ in range(OPENINGS + 1)]
    _, moves = _opening(app, path, setting, tab, lambda page: _moves(app, page, tab))
    return (
        _row(f"{tab.name} of a group of 40 agencies, 200 people: opened", openings[1:], OPEN),
        _row(f"{tab.name} of the same group: its day moved by a month", moves[1:], MOVE),
    )


def _row(what: str, times: list[float], limit: float) -> Row:
    return Row(what, _AIMED_FOR, Pairs(tuple(times), (limit,) * len(times)), at_most=1.0)


def _opening(
    app: QApplication, path: Path, setting: Setting, tab: _Tab, after: Callable[[GroupPage], list[float]]
) -> tuple[float, list[float]]:
    """The seconds until the page was painted, and those of what is done with it afterwards."""
    office = Office.open(path, setting)
    pages: list[GroupPage] = []
    try:
        seconds = timed(lambda: pages.append(_opened(app, office, tab)))
        return seconds, after(pages[0])
    finally:
        for page in pages:
            page.close()
            page.deleteLater()
        app.processEvents()
        office.close()


def _opened(app: QApplication, office: Office, tab: _Tab) -> GroupPage:
    page = GroupPage(Desk(office))
    page.resize(*_SIZE)
    group = next(iter(office.snapshot().of(Group)))
    page.show_place(Place("group", group.id, tab.place))
    page.show()
    app.processEvents()
    return page


def _nothing_more(page: GroupPage) -> list[float]:
    return []


def _moves(app: QApplication, page: GroupPage, tab: _Tab) -> list[float]:
    moving = page.findChild(tab.moving)
    assert isinstance(moving, (PeopleTab, BalanceSide))
    days = [months_away(TODAY, -months) for months in range(1, MONTHS + 2)]
    return [timed(lambda on=day: _move(app, moving, on)) for day in days]  # type: ignore[misc]


def _move(app: QApplication, moving: PeopleTab | BalanceSide, on: date) -> None:
    moving.show_day(on)
    app.processEvents()
