"""The window: navigation on the left, one page on the right; who hears whom stands here."""

import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from tracker.models.mistake import Mistake
from tracker.models.records.office import OfficeDetails
from tracker.store.office import Office
from tracker.store.setting import Setting
from tracker.ui import style
from tracker.ui.desk import Desk
from tracker.ui.finder import Finder
from tracker.ui.first_place import first_place
from tracker.ui.group_list import groups_with_stage
from tracker.ui.job import Cancelled, Job, Progress
from tracker.ui.keeper import Keeper
from tracker.ui.menus import Menus
from tracker.ui.navigation import Navigation
from tracker.ui.office_files import OfficeFiles
from tracker.ui.page_shelf import PageShelf
from tracker.ui.place import Place
from tracker.ui.preferences import Preferences
from tracker.ui.style import UNIT, Theme
from tracker.ui.trail import Trail
from tracker.ui.widgets import Banner

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from tracker.ui.pages.first_start import FirstStartPage

_USUAL_SIZE = (1280, 820)
_LEAST_SIZE = (960, 640)
# Long enough for the first plot to be drawn: what only keeps records of the opening waits for it.
_SETTLED_MILLISECONDS = 700


class Window(QMainWindow):
    """One window on one office. Without an office it shows the first-start page."""

    painted = Signal()
    # The first plot, too, has been drawn by now, if the first page has one.
    settled = Signal()

    def __init__(self, setting: Setting, preferences: Preferences) -> None:
        super().__init__()
        self._setting = setting
        self._preferences = preferences
        self._trail = Trail()
        self._desk: Desk | None = None
        self._noted: Desk | None = None
        self._unpainted = True
        self._loader: Job | None = None
        self.banner = Banner()
        self.shelf = PageShelf()
        self.navigation = Navigation(Finder(self._search_desk))
        self.keeper = Keeper(self)
        self.files = OfficeFiles(self)
        self.menus = Menus(self)
        self._lay_out()
        self._connect()
        self._first_start: FirstStartPage | None = None

    @property
    def first_start(self) -> "FirstStartPage":
        """The page on which an office is made or opened; made when it is first wanted."""
        if self._first_start is None:
            page: FirstStartPage = import_module("tracker.ui.pages.first_start").FirstStartPage(self._setting)
            page.sample_requested.connect(self.open_sample)
            page.file_requested.connect(self.files.ask_to_open)
            page.office_requested.connect(self.create_office)
            page.way_back_requested.connect(self.show_office)
            self._whole.addWidget(page)
            self._first_start = page
        return self._first_start

    @property
    def desk(self) -> Desk | None:
        """The desk of the open office; None while none is open."""
        return self._desk

    @property
    def place(self) -> Place | None:
        """The place in view."""
        return self._trail.place

    def open_file(self, path: Path) -> None:
        """Opens an office; if it cannot be opened, the first-start page says why."""
        self._take(path, lambda: Office.open(path, self._setting))

    def create_office(self, path: Path, details: OfficeDetails) -> None:
        """Makes a new office file and opens it."""
        self._take(path, lambda: Office.create(path, details, self._setting))

    def open_sample(self) -> None:
        """Opens the sample office, made in the data folder the first time."""
        path = self._setting.data_folder / "Sample office.tracker"
        if path.exists():
            self.open_file(path)
            return
        making = import_module("tracker.store.making")
        path.parent.mkdir(parents=True, exist_ok=True)
        self._take(path, lambda: making.make_sample(path, self._setting))

    def take_office(self, office: Office) -> None:
        """Shows an office that is open already, and closes it in the end."""
        desk = Desk(office, self._preferences.last_start(office.path))
        self._desk = desk
        self._trail = Trail()
        desk.place_requested.connect(self.go)
        desk.mistaken.connect(self.banner.warn)
        desk.said.connect(self.banner.say)
        desk.changed.connect(self._hear)
        self.shelf.take_desk(desk)
        self._show_office_details()
        self.navigation.show_saved("All saved")
        self.menus.show_office(True)
        if self._first_start:
            self._first_start.say_mistake("")
        self.banner.clear()
        self.show_office()
        self.go(first_place(office, self._preferences, self.shelf.names))
        if not self._unpainted:
            self._note_office()

    def go(self, place: Place) -> None:
        """Goes to a place and notes it in the trail."""
        self._trail.go(place)
        self._show(place)

    def go_back(self) -> None:
        """Alt+Left."""
        if self._trail.can_go_back:
            self._show(self._trail.back())

    def go_forward(self) -> None:
        """Alt+Right."""
        if self._trail.can_go_forward:
            self._show(self._trail.forward())

    def go_to_menu_page(self) -> None:
        """Go → one of the pages."""
        from PySide6.QtGui import QAction

        action = self.sender()
        if isinstance(action, QAction):
            self.go(action.data())

    def log_meeting(self) -> None:
        """Ctrl+L: for the group in view, if there is one."""
        self.go(Place("log-meeting", self.place.group_id if self.place else ""))

    def start_search(self) -> None:
        """Ctrl+K."""
        self.navigation.search.begin()

    def undo(self) -> None:
        """Ctrl+Z: takes the last change back and says which."""
        if self._desk and self._desk.attempt(self._desk.office.undo):
            self.banner.say(f"Undone: {self._desk.office.redo_name}.")

    def redo(self) -> None:
        """Ctrl+Shift+Z."""
        if self._desk and self._desk.attempt(self._desk.office.redo):
            self.banner.say(f"Done again: {self._desk.office.undo_name}.")

    def show_first_start(self) -> None:
        """Shows the page on which an office is made or opened."""
        self.first_start.show_way_back(self._desk is not None)
        self._whole.setCurrentWidget(self.first_start)

    def show_office(self) -> None:
        """Shows the open office again."""
        self._whole.setCurrentWidget(self._inside)

    def take_theme(self, action: "QAction") -> None:
        """View → light, dark, or as the system."""
        self._preferences.theme = Theme(action.data())
        self._dress()

    def show_about(self) -> None:
        """Help → About."""
        about = import_module("tracker.ui.about").About(self)
        about.exec()
        about.deleteLater()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._unpainted:
            self._unpainted = False
            # The timer fires when this round of painting, pages included, is on the screen.
            QTimer.singleShot(0, self._after_first_paint)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._preferences.geometry = self.saveGeometry()
        if self._loader:
            self._loader.wait()
        from PySide6.QtCore import QThreadPool

        # What still loads beside the window must end before Qt does: it could wait for Python, and Python for it.
        QThreadPool.globalInstance().waitForDone()
        self._let_go()
        super().closeEvent(event)

    def _after_first_paint(self) -> None:
        """What may cost time waits until here: the plots' libraries, and the backup of the day."""
        self.painted.emit()
        self.navigation.draw_icons()
        self.menus.fill()
        if self._desk and self.isVisible():
            # A page with a plot has begun to load them already.
            if "pyqtgraph" not in sys.modules:
                self._loader = Job(_load_plots, self)
                self._loader.start()
            QTimer.singleShot(_SETTLED_MILLISECONDS, self, self._settle)
        else:
            self.settled.emit()

    def _settle(self) -> None:
        self.settled.emit()
        self._note_office()

    def _note_office(self) -> None:
        """What is noted of an office once it is seen: that it was the last one open, and its backup of the day."""
        if self._desk is None or self._noted is self._desk:
            return
        self._noted = self._desk
        office = self._desk.office
        self._preferences.last_file = office.path
        self._preferences.keep_start(office.path, office.setting.clock())
        self.keeper.show_saved(office)
        self.keeper.watch(office)
        self.keeper.back_up_of_the_day(office)

    def _lay_out(self) -> None:
        self.setMinimumSize(*_LEAST_SIZE)
        self.resize(*_USUAL_SIZE)
        if not self._preferences.geometry.isEmpty():
            self.restoreGeometry(self._preferences.geometry)
        self._whole = QStackedWidget()
        self._inside = QWidget()
        row = QHBoxLayout(self._inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        right = QVBoxLayout()
        right.setContentsMargins(6 * UNIT, 4 * UNIT, 6 * UNIT, 4 * UNIT)
        right.setSpacing(2 * UNIT)
        right.addWidget(self.banner)
        right.addWidget(self.shelf, 1)
        row.addLayout(right, 1)
        self._whole.addWidget(self._inside)
        self.setCentralWidget(self._whole)

    def _connect(self) -> None:
        self.navigation.place_requested.connect(self.go)
        self.keeper.said.connect(self.banner.say)
        self.keeper.mistaken.connect(self.banner.warn)
        self.keeper.saved.connect(self.navigation.show_saved)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._dress)
        self.menus.show_theme(self._preferences.theme)

    def _take(self, path: Path, opening: Callable[[], Office]) -> None:
        """Opens another office in place of this one; a mistake leaves this one as it is."""
        if self._desk and self._desk.office.path.resolve() == path.resolve():
            self.show_office()
            return
        try:
            office = opening()
        except Mistake as mistake:
            self.first_start.say_mistake(mistake.sentence)
            self.show_first_start()
            return
        self._let_go()
        self.take_office(office)

    def _let_go(self) -> None:
        if not self._desk:
            return
        self._note_office()
        self.keeper.wait()
        self.keeper.watch(None)
        if self.place:
            self._preferences.keep_place(self._desk.office.path, self.place)
        self._desk.office.close()
        self._desk = None

    def _show(self, place: Place) -> None:
        page = self.shelf.page(place.page)
        self.banner.clear_warning()
        self.shelf.setCurrentWidget(page)
        page.show_place(place)
        self.navigation.show_place(place)
        self.menus.show_trail(self._trail.can_go_back, self._trail.can_go_forward)
        self.show_office()

    def _hear(self, kinds: frozenset[type]) -> None:
        self._show_office_details()

    def _show_office_details(self) -> None:
        assert self._desk is not None
        office = self._desk.office
        self.setWindowTitle(f"Partnership Tracker – {office.details.name}")
        self.navigation.show_office(office.details)
        self.navigation.show_groups(groups_with_stage(self._desk.snapshot))
        self.menus.show_undo(office.undo_name, office.redo_name)

    def _search_desk(self) -> Desk | None:
        return self._desk

    def _dress(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            style.apply(app, self._preferences.theme)


def _load_plots(progress: Progress, cancelled: Cancelled) -> None:
    """Imports what plots need, so that the first trajectory does not wait for it."""
    import_module("pyqtgraph")
