"""The promises of a group, shown and typed into as a person would."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tests.ui.promised import TODAY
from tracker.models.figures.standing import Standing, standing
from tracker.models.records import Commitment
from tracker.store.office import Office
from tracker.ui.commitments.promises_view import PromisesView
from tracker.ui.group.commitments import CommitmentsTab
from tracker.ui.parts.headed_table import RowHeading

SHIFT = Qt.KeyboardModifier.ShiftModifier


def shown_promises(page: CommitmentsTab) -> PromisesView:
    """The promises of a page, with the keyboard; the overdue one is chosen."""
    page.promises.view.setFocus()
    return page.promises


def press(view: PromisesView, letter: str, shift: bool = False) -> None:
    key = Qt.Key(ord(letter))
    QTest.keyClick(view.view, key, SHIFT if shift else Qt.KeyboardModifier.NoModifier)


def answer(view: PromisesView, name: str, text: str) -> None:
    edit = view.asking.inputs[name]
    assert isinstance(edit, QLineEdit)
    edit.clear()
    QTest.keyClicks(edit, text)
    QTest.keyClick(edit, Qt.Key.Key_Return)


def how(office: Office, promise: Commitment) -> Standing:
    return standing(office.snapshot().one(Commitment, promise.id), TODAY)


def headings(view: PromisesView) -> list[str]:
    return [row.words for row in view.table.rows if isinstance(row, RowHeading)]


def texts(view: PromisesView) -> list[str]:
    return [promise.commitment.text for promise in view.table.things]
