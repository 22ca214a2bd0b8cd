"""The menu bar: every action with its words and its keys, wired to the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenuBar

from tracker.ui.bringing.bringing_menu import BringingMenu
from tracker.ui.navigation import PAGES
from tracker.ui.place import Place
from tracker.ui.style import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QKeySequence
    from PySide6.QtWidgets import QMenu

    from tracker.ui.window import Window

_THEMES = ((Theme.SYSTEM, "As the s&ystem"), (Theme.LIGHT, "&Light"), (Theme.DARK, "&Dark"))


class Menus:
    """File, Edit, View, Go and Help of one window.

    Their names stand there from the beginning; `fill` gives them their actions, after the first paint. What is shown
    before that is kept until then.
    """

    def __init__(self, window: Window) -> None:
        self._window = window
        self._bringing = BringingMenu(window)
        self._filled = False
        self._names = ("", "")
        self._ways = (False, False)
        self._is_open = False
        self._theme = Theme.SYSTEM
        bar = QMenuBar()
        window.setMenuBar(bar)
        self._menus = [bar.addMenu(name) for name in ("&File", "&Edit", "&View", "&Go", "&Help")]

    def fill(self) -> None:
        """Puts the actions into the menus, once."""
        if self._filled:
            return
        self._filled = True
        fillers = (self._fill_file, self._fill_edit, self._fill_view, self._fill_go, self._fill_help)
        for fill, menu in zip(fillers, self._menus, strict=True):
            fill(menu)
        self.show_undo(*self._names)
        self.show_trail(*self._ways)
        self.show_office(self._is_open)
        self.show_theme(self._theme)

    def show_undo(self, undo_name: str, redo_name: str) -> None:
        """Says which change undo takes back and which redo brings back."""
        self._names = (undo_name, redo_name)
        if not self._filled:
            return
        for action, word, name in ((self.undo, "&Undo", undo_name), (self.redo, "&Redo", redo_name)):
            action.setText(f"{word}: {name}" if name else word)
            action.setEnabled(bool(name))

    def show_trail(self, can_go_back: bool, can_go_forward: bool) -> None:
        """Says whether there is a place to go back or forward to."""
        self._ways = (can_go_back, can_go_forward)
        if not self._filled:
            return
        self.back.setEnabled(can_go_back)
        self.forward.setEnabled(can_go_forward)

    def show_office(self, is_open: bool) -> None:
        """What needs an office can be chosen only while one is open."""
        self._is_open = is_open
        if not self._filled:
            return
        for action in self._of_the_office:
            action.setEnabled(is_open)

    def show_theme(self, theme: Theme) -> None:
        """Ticks the theme in force."""
        self._theme = theme
        if self._filled:
            self._themes[theme].setChecked(True)

    def _fill_file(self, menu: QMenu) -> None:
        from PySide6.QtGui import QKeySequence

        window = self._window
        self._add(menu, "&New office…", window.show_first_start, QKeySequence.StandardKey.New)
        self._add(menu, "&Open…", window.files.ask_to_open, QKeySequence.StandardKey.Open)
        self._add(menu, "Open the &sample office", window.open_sample)
        menu.addSeparator()
        self._of_the_office = [
            self._add(menu, "Save a &copy…", window.files.ask_to_copy),
            self._add(menu, "&Back up now", window.files.back_up_now),
        ]
        menu.addSeparator()
        self._of_the_office += [self._add(menu, words, act) for words, act in self._bringing.offers]
        menu.addSeparator()
        self._add(menu, "&Quit", window.close, "Ctrl+Q")

    def _fill_edit(self, menu: QMenu) -> None:
        self.undo = self._add(menu, "&Undo", self._window.undo, "Ctrl+Z")
        self.redo = self._add(menu, "&Redo", self._window.redo, "Ctrl+Shift+Z")

    def _fill_view(self, menu: QMenu) -> None:
        from PySide6.QtGui import QActionGroup

        themes = QActionGroup(menu)
        self._themes: dict[Theme, QAction] = {}
        for theme, words in _THEMES:
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setData(theme.value)
            themes.addAction(action)
            self._themes[theme] = action
        themes.triggered.connect(self._window.take_theme)

    def _fill_go(self, menu: QMenu) -> None:
        window = self._window
        self.back = self._add(menu, "&Back", window.go_back, "Alt+Left")
        self.forward = self._add(menu, "&Forward", window.go_forward, "Alt+Right")
        menu.addSeparator()
        self._of_the_office.append(self._add(menu, "&Search", window.start_search, "Ctrl+K"))
        self._of_the_office.append(self._add(menu, "&Log meeting", window.log_meeting, "Ctrl+L"))
        menu.addSeparator()
        for number, (page, words, _) in enumerate(PAGES, start=1):
            action = self._add(menu, words, window.go_to_menu_page, f"Ctrl+{number}")
            action.setData(Place(page))
            self._of_the_office.append(action)

    def _fill_help(self, menu: QMenu) -> None:
        self._add(menu, "&About Partnership Tracker", self._window.show_about)

    def _add(
        self,
        menu: QMenu,
        words: str,
        chosen: Callable[..., object],
        keys: QKeySequence.StandardKey | str = "",
    ) -> QAction:
        action = menu.addAction(words)
        action.triggered.connect(chosen)
        if keys:
            action.setShortcut(keys)
        return action
