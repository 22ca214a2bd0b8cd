"""The ways from a page to what moves people and agencies: each is loaded when it is first wanted."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QMenu, QWidget

from tracker.models.records import Agency, Person
from tracker.ui.desk import Desk
from tracker.ui.widgets import Button, quiet_button


class Ways:
    """Opens a dialog over a page; each asks, says what will happen, and does it in one step."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        self._desk = desk
        self._parent = parent

    def transfer(self, person_id: str, group_id: str = "") -> None:
        """Hands over the seats of somebody in one group, or in all."""
        from tracker.ui.moving.step_dialog import opened
        from tracker.ui.moving.transfer_dialog import TransferDialog

        opened(TransferDialog(self._desk, self._parent, group_id, person_id))

    def what_if_leaves(self, person_id: str, group_id: str = "") -> None:
        """Shows what would go with somebody."""
        from tracker.ui.moving.leaving_dialog import LeavingDialog
        from tracker.ui.moving.step_dialog import opened

        opened(LeavingDialog(self._desk, self._parent, person_id, group_id))

    def merge(self, kind: type[Agency | Person], identity: str) -> None:
        """Makes one of two that were typed for the same one."""
        from tracker.ui.moving.merge_dialog import MergeDialog
        from tracker.ui.moving.step_dialog import opened

        opened(MergeDialog(self._desk, self._parent, kind, identity))

    def rename(self, agency_id: str) -> None:
        """Gives an agency another name from a day on."""
        from tracker.ui.moving.rename_dialog import RenameDialog
        from tracker.ui.moving.step_dialog import opened

        opened(RenameDialog(self._desk, self._parent, agency_id))

    def split(self, agency_id: str) -> None:
        """Lets others take over from an agency from a day on."""
        from tracker.ui.moving.split_dialog import SplitDialog
        from tracker.ui.moving.step_dialog import opened

        opened(SplitDialog(self._desk, self._parent, agency_id))


def menu_button(words: str, parent: QWidget, ways: Sequence[tuple[str, str, Callable[[], None]]]) -> Button:
    """A button with a menu: the words, the keys and the act of each line. The keys hold while the page is in view."""
    button = quiet_button(words)
    menu = QMenu(button)
    for line, keys, act in ways:
        action = menu.addAction(line)
        action.setShortcut(keys)
        action.setShortcutVisibleInContextMenu(True)
        action.triggered.connect(act)
        # A key of a closed menu holds where the page has the action as well.
        parent.addAction(action)
    button.setMenu(menu)
    return button
