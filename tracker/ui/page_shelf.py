"""The pages of one open office, each made when it is first visited."""

from importlib import import_module

from PySide6.QtWidgets import QStackedWidget

from tracker.ui.desk import Desk
from tracker.ui.page import Page

# A page's module is imported when it is first wanted: the first page must not wait for plots and workbooks.
_MODULES = {
    "today": ("tracker.ui.pages.today", "TodayPage"),
    "groups": ("tracker.ui.pages.groups", "GroupsPage"),
    "group": ("tracker.ui.pages.group", "GroupPage"),
    "meetings": ("tracker.ui.pages.meetings", "MeetingsPage"),
    "commitments": ("tracker.ui.pages.commitments", "CommitmentsPage"),
    "trajectories": ("tracker.ui.pages.trajectories", "TrajectoriesPage"),
    "log-meeting": ("tracker.ui.pages.log_meeting", "LogMeetingPage"),
    "returns": ("tracker.ui.pages.returns", "ReturnsPage"),
    "agencies": ("tracker.ui.pages.agencies", "AgenciesPage"),
    "agency": ("tracker.ui.pages.agency", "AgencyPage"),
    "person": ("tracker.ui.pages.person", "PersonPage"),
    "office": ("tracker.ui.pages.office", "OfficePage"),
}


class PageShelf(QStackedWidget):
    """Shows one page at a time. Taking another desk throws the pages of the one before away."""

    def __init__(self) -> None:
        super().__init__()
        self._desk: Desk | None = None
        self._made: dict[str, Page] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all pages."""
        return tuple(_MODULES)

    def take_desk(self, desk: Desk | None) -> None:
        """Begins anew with another office's desk."""
        for page in self._made.values():
            self.removeWidget(page)
            page.deleteLater()
        self._made.clear()
        self._desk = desk

    def page(self, name: str) -> Page:
        """The page of that name. Raises KeyError if there is no such page."""
        if name not in self._made:
            module, kind = _MODULES[name]
            assert self._desk is not None
            page: Page = getattr(import_module(module), kind)(self._desk)
            self._made[name] = page
            self.addWidget(page)
        return self._made[name]
