"""A key in the search box of an office of 100,000 records, until what was found is drawn."""

from collections.abc import Iterator
from statistics import median

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from benchmarks.bare.one_line import window_with_line
from benchmarks.ground import Ground
from benchmarks.large_office import RARE, make_large_office
from benchmarks.timing import Pairs, Row, timed
from tracker.store.office import Office
from tracker.ui import style
from tracker.ui.preferences import Preferences
from tracker.ui.window import Window

# What a person notices as late, in milliseconds: no key may take longer.
LIMIT = 50

# Letter by letter: one letter and two of what is everywhere, common words, several of them, and a word that is rare.
_TYPED = (
    "t",
    "w",
    "k",
    "m",
    "whānau",
    "school house",
    "the whanau meeting",
    "mangere",
    "aroha ngata",
    RARE,
    f"{RARE} t",
    "nothing at all that",
)
_ROUNDS = 2


def measure(ground: Ground) -> Row:
    """Both boxes take the same keys in turn; the first round is warming up and not counted. The worst key is named."""
    app = QApplication.instance() or style.application(["benchmarks"])
    assert isinstance(app, QApplication)
    style.apply(app, style.Theme.LIGHT)
    path = ground.folder / "much-to-find.tracker"
    make_large_office(path, ground.setting)
    window = Window(ground.setting, Preferences(None))
    bare_window, bare = window_with_line()
    try:
        window.take_office(Office.open(path, ground.setting))
        for shown in (window, bare_window):
            shown.show()
        measured = _measured(app, window.navigation.search, bare)
    finally:
        for shown in (window, bare_window):
            shown.close()
            shown.deleteLater()
    pairs = Pairs(tuple(ours for _, ours, _ in measured), tuple(theirs for _, _, theirs in measured))
    typed, worst, _ = max(measured, key=lambda one: one[1])
    return Row(
        f"a key in the search, 100,000 records, until drawn (limit {LIMIT} ms; worst {worst * 1000:.1f}: “{typed}”)",
        "a key in a bare QLineEdit",
        pairs,
        at_most=round(LIMIT / 1000 / median(pairs.bare), 1),
    )


def _measured(app: QApplication, box: QLineEdit, bare: QLineEdit) -> list[tuple[str, float, float]]:
    measured = []
    for number, (typed, letter) in enumerate(_keys()):
        if not letter:
            box.clear()
            bare.clear()
            continue
        measured.append((typed, _pressed(app, box, letter), _pressed(app, bare, letter), number))
    half = len(list(_keys())) // _ROUNDS
    return [(typed, ours, theirs) for typed, ours, theirs, number in measured if number >= half]


def _keys() -> Iterator[tuple[str, str]]:
    """What is typed by then and the letter, round after round; "" between two of them."""
    for _ in range(_ROUNDS):
        for words in _TYPED:
            yield from ((words[: place + 1], letter) for place, letter in enumerate(words))
            yield "", ""


def _pressed(app: QApplication, box: QLineEdit, letter: str) -> float:
    """The seconds from a key to the end of all that it has drawn."""
    box.window().activateWindow()
    box.setFocus()
    app.processEvents()

    def press() -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            app.sendEvent(box, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
        app.processEvents()

    return timed(press)
