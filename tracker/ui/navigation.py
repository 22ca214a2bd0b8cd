"""The left side of the window: search, the pages, the groups with their stage, and Log meeting."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QButtonGroup, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from tracker.models.dates import shown
from tracker.models.figures.lane import Lane
from tracker.models.records.group import Group
from tracker.models.records.office import OfficeDetails
from tracker.ui.icons import icon, no_icon, stage_icon
from tracker.ui.place import Place
from tracker.ui.search_box import Find, SearchBox
from tracker.ui.stage_badge import lane_word
from tracker.ui.style import LIGHT, UNIT
from tracker.ui.widgets import Button, Elided, label

# The pages that stand here: name of the place, what it is called, its icon. Those of `BELOW` stand under the groups.
PAGES = (
    ("today", "Today", "sun"),
    ("groups", "Groups", "users-round"),
    ("meetings", "Meetings", "calendar"),
    ("commitments", "Commitments", "handshake"),
    ("trajectories", "Trajectories", "chart-line"),
    ("returns", "Returns", "file-spreadsheet"),
    ("agencies", "People and agencies", "building-2"),
    ("office", "Office", "settings"),
)
BELOW = frozenset({"agencies", "office"})
WIDTH = 54 * UNIT
_ICON = 16


class Navigation(QWidget):
    """Asks for places; shows which one is in view."""

    place_requested = Signal(Place)

    def __init__(self, find: Find) -> None:
        super().__init__()
        self.setObjectName("navigation")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        self.search = SearchBox(find)
        self.search.place_chosen.connect(self.place_requested)
        self.groups = QListWidget()
        self._office = Elided("", "muted")
        self._sample = label("", "muted")
        self._sample.setWordWrap(True)
        self._saved = Elided("", "muted")
        self._log = Button(" Log meeting     Ctrl+L", look="action")
        self._buttons = QButtonGroup(self)
        self._pages: dict[str, Button] = {}
        self._lay_out()

    @property
    def sample_note(self) -> str:
        """What stands under the office's name; "" for an office of one's own."""
        return self._sample.text()

    @property
    def saved_words(self) -> str:
        """What is said of saving and backups."""
        return self._saved.whole

    def button(self, page: str) -> Button:
        """The button of a page. Raises KeyError if there is none."""
        return self._pages[page]

    def draw_icons(self) -> None:
        """Gives the buttons their icons, after the first paint: until then their room is kept."""
        for page, _, sign in PAGES:
            self._pages[page].setIcon(icon(sign, LIGHT.nav_text, _ICON))
        self._log.setIcon(icon("calendar-plus", LIGHT.action_text, _ICON))

    def show_office(self, details: OfficeDetails) -> None:
        """Shows the office's name; of the sample, that it is one, and the day it is seen as at."""
        self._office.set_text(details.name)
        seen = f", seen as at {shown(details.seen_as_at)}" if details.seen_as_at else ""
        self._sample.setText(f"Sample{seen}" if details.sample else "")
        self._sample.setVisible(details.sample)

    def show_saved(self, sentence: str) -> None:
        """Shows that all is saved, and when the last backup was made."""
        self._saved.set_text(sentence)

    def show_groups(self, groups: Sequence[tuple[Group, Lane | None, bool]]) -> None:
        """Shows the groups, each with its stage and whether it is running."""
        chosen = self._chosen_group()
        self.groups.clear()
        for group, lane, running in groups:
            item = QListWidgetItem(group.called)
            item.setIcon(stage_icon(lane, 14, LIGHT.lane_nav(lane) if running else LIGHT.nav_muted))
            item.setData(Qt.ItemDataRole.UserRole, group.id)
            state = lane_word(lane) if running else "closed"
            item.setToolTip(f"{group.name}: {state}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{group.name}, {state}")
            if not running:
                item.setForeground(QColor(LIGHT.nav_muted))
            self.groups.addItem(item)
        self._choose_group(chosen)

    def show_place(self, place: Place) -> None:
        """Marks the page and the group that are in view."""
        wanted = "groups" if place.page == "group" else place.page
        self._buttons.setExclusive(False)
        for button in self._buttons.buttons():
            button.setChecked(button.property("page") == wanted)
        self._buttons.setExclusive(True)
        self._choose_group(place.group_id)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * UNIT, 4 * UNIT, 3 * UNIT, 3 * UNIT)
        column.setSpacing(UNIT)
        column.addWidget(label("Partnership Tracker", "name"))
        column.addWidget(self._office)
        column.addWidget(self._sample)
        column.addSpacing(2 * UNIT)
        column.addWidget(self.search)
        column.addSpacing(2 * UNIT)
        column.addLayout(self._buttons_of([page for page in PAGES if page[0] not in BELOW]))
        column.addSpacing(2 * UNIT)
        column.addWidget(label("GROUPS", "caption"))
        self._dress_groups()
        column.addWidget(self.groups, 1)
        column.addLayout(self._buttons_of([page for page in PAGES if page[0] in BELOW]))
        column.addSpacing(2 * UNIT)
        self._log.setIcon(no_icon(_ICON))
        self._log.setAccessibleName("Log meeting")
        self._log.clicked.connect(self._ask_to_log)
        column.addWidget(self._log)
        column.addWidget(self._saved)

    def _buttons_of(self, pages: Sequence[tuple[str, str, str]]) -> QVBoxLayout:
        """Close together: at the least height of the window the groups need the room."""
        column = QVBoxLayout()
        column.setSpacing(0)
        for page, words, _ in pages:
            column.addWidget(self._page_button(page, words))
        return column

    def _page_button(self, page: str, words: str) -> Button:
        button = Button(f" {words}")
        button.setAccessibleName(words)
        button.setIcon(no_icon(_ICON))
        button.setCheckable(True)
        button.setProperty("page", page)
        button.clicked.connect(self._ask_for_page)
        self._buttons.addButton(button)
        self._pages[page] = button
        return button

    def _dress_groups(self) -> None:
        self.groups.setAccessibleName("Groups")
        self.groups.setIconSize(QSize(14, 14))
        self.groups.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.groups.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.groups.itemActivated.connect(self._ask_for_group)
        self.groups.itemClicked.connect(self._ask_for_group)

    def _chosen_group(self) -> str:
        item = self.groups.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item and item.isSelected() else ""

    def _choose_group(self, group_id: str) -> None:
        self.groups.clearSelection()
        for row in range(self.groups.count()):
            if group_id and self.groups.item(row).data(Qt.ItemDataRole.UserRole) == group_id:
                self.groups.setCurrentRow(row)

    def _ask_for_page(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.place_requested.emit(Place(str(button.property("page"))))

    def _ask_for_group(self, item: QListWidgetItem) -> None:
        self.place_requested.emit(Place("group", str(item.data(Qt.ItemDataRole.UserRole)), "overview"))

    def _ask_to_log(self) -> None:
        self.place_requested.emit(Place("log-meeting", self._chosen_group()))
