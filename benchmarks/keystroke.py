"""A key pressed in the line of a meeting with twenty lines kept, until what it is read as has been drawn."""

from collections.abc import Iterator
from itertools import cycle
from statistics import median

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from benchmarks.bare.one_line import window_with_line
from benchmarks.ground import Ground
from benchmarks.timing import Pairs, Row, timed
from tracker.models.records import Group
from tracker.store.office import Office
from tracker.ui import style
from tracker.ui.desk import Desk
from tracker.ui.pages.log_meeting import LogMeetingPage
from tracker.ui.place import Place

# What a person notices as late; in milliseconds, at the median.
LIMIT = 16

_KEPT = 20
# A promise of ninety letters, typed to its end over and over: every key of it counts.
_PROMISE = "Police will bring the list of whānau in the street to Education at the marae by 27 July "
_ROUNDS = 3


def measure(ground: Ground) -> Row:
    """Both lines take the same keys in turn; the first round of the program's is warming up and not counted."""
    app = QApplication.instance() or style.application(["benchmarks"])
    assert isinstance(app, QApplication)
    style.apply(app, style.Theme.LIGHT)
    office = Office.open(ground.copy_of_sample("keystroke"), ground.setting)
    window, bare = window_with_line()
    ours = QWidget()
    ours.resize(1064, 780)
    try:
        window.show()
        pairs = _measured(app, _page(office, ours).form.composer.line, bare)
    finally:
        for shown in (ours, window):
            shown.hide()
            shown.deleteLater()
        office.close()
    return Row(
        f"a key in a promise, {_KEPT} lines kept, until drawn (limit {LIMIT} ms)",
        "a key in a bare QLineEdit",
        pairs,
        at_most=round(LIMIT / 1000 / median(pairs.bare), 1),
    )


def _measured(app: QApplication, line: QLineEdit, bare: QLineEdit) -> Pairs:
    measured = []
    for letter in _keys():
        if not letter:
            line.clear()
            bare.clear()
            app.processEvents()
            continue
        measured.append((_pressed(app, line, letter), _pressed(app, bare, letter)))
    warm = measured[len(_PROMISE) :]
    return Pairs(tuple(ours for ours, _ in warm), tuple(theirs for _, theirs in warm))


def _keys() -> Iterator[str]:
    """The letters of the promise, round after round; "" between two of them."""
    for _ in range(_ROUNDS):
        yield from _PROMISE
        yield ""


def _pressed(app: QApplication, line: QWidget, letter: str) -> float:
    """The seconds from a key to the end of all that it has drawn."""
    line.window().activateWindow()
    line.setFocus()
    app.processEvents()

    def press() -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            app.sendEvent(line, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
        app.processEvents()

    return timed(press)


def _page(office: Office, window: QWidget) -> LogMeetingPage:
    page = LogMeetingPage(Desk(office))
    # As in the window, where the page asks no screen for its size.
    page.setParent(window)
    page.resize(1064, 780)
    window.show()
    page.show_place(Place("log-meeting", office.find(Group, "ICM").id))
    starts = cycle(("d One plan for each family", "c Police: run the course by 27 Jul 2008", "v Six licences"))
    for number, start in zip(range(_KEPT), starts, strict=False):
        page.form.composer.line.setText(f"{start}, {number}")
        page.form.composer.keep()
    return page
