"""What can be done with a whole table: copied, saved as Excel, printed."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from tracker.ui.page import Page
from tracker.ui.table_view import TableView


def table_menu(view: TableView) -> QMenu:
    """The menu of a table, gone when it is closed."""
    menu = QMenu(view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    rows = bool(view.table.rows)
    leaves = rows and page_of(view) is not None
    copy = QKeySequence(QKeySequence.StandardKey.Copy)
    _add(menu, "&Copy", copy, view.copy_chosen, rows and view.chosen_row is not None)
    _add(menu, "Copy &all", QKeySequence(), view.copy_all, rows)
    menu.addSeparator()
    _add(menu, "Save as &Excel…", QKeySequence("Ctrl+E"), lambda: let_go(view, "excel"), leaves)
    _add(menu, "&Print…", QKeySequence("Ctrl+P"), lambda: let_go(view, "print"), leaves)
    return menu


def let_go(view: TableView, pressed: str) -> None:
    """Shows what will leave, to save ("excel") or to print ("print"); nothing where no office is open around it."""
    # Loaded when the first table leaves.
    from tracker.ui.printing.table_dialog import TableDialog
    from tracker.ui.printing.table_told import plain_table

    page = page_of(view)
    if page is None:
        return
    dialog = TableDialog(page.desk, view.window(), plain_table(view, page.desk, page.heading), pressed)
    dialog.exec()
    dialog.deleteLater()


def page_of(widget: QWidget) -> Page | None:
    """The page that a part of the window stands on, or from which its dialog was opened; the outermost one."""
    page = None
    around = widget.parentWidget()
    while around is not None:
        page = around if isinstance(around, Page) else page
        around = around.parentWidget()
    return page


def _add(menu: QMenu, words: str, keys: QKeySequence, chosen: Callable[[], None], possible: bool) -> None:
    action = menu.addAction(words)
    action.setShortcut(keys)
    action.setShortcutVisibleInContextMenu(True)
    action.setEnabled(possible)
    action.triggered.connect(chosen)
