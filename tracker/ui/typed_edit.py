"""One line of text that helps with names: a list after @, and otherwise a quiet word behind the cursor."""

import re
import unicodedata
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFocusEvent, QHideEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from tracker.models.folding import folded
from tracker.ui.name_popup import NamePopup
from tracker.ui.style import UNIT, current

Names = Callable[[str], tuple[str, ...]]

# A name is looked for in so many letters, and a quiet word in so many words, before the cursor.
_REACH = 60
_WORDS = 4
# Fewer letters fit too much; a capital says that a name is meant.
_LEAST, _LEAST_CAPITAL = 4, 2
_CLOSING = tuple(",.;:!?)")


class TypedEdit(QLineEdit):
    """Arrow keys choose in the list, Tab and Enter take a name, Esc closes it; without a list every key is the line's.

    The word offered without @ is only shown: Right, at the end of the line, takes it.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self._names: Names = _no_names
        # The line for which a word was offered, where the name begins in it, and the name.
        self._offer: tuple[str, int, str] = ("", 0, "")
        # Letters that begin no name, by where they stand: more letters there are not looked for again.
        self._fruitless: dict[int, str] = {}
        self._popup: NamePopup | None = None
        self._space_added_at = -1
        self.setAccessibleName(name)
        self.textEdited.connect(self._look_for_names)
        self.cursorPositionChanged.connect(self._follow_cursor)

    @property
    def offered(self) -> str:
        """The rest of the name that Right would take, "" if none is offered."""
        text, start, name = self._offer
        here = text == self.text() and self.cursorPosition() == len(text) and not self.hasSelectedText()
        return name[len(text) - start :] if here and text else ""

    @property
    def popup(self) -> NamePopup:
        """The list of names; made when it is first wanted."""
        if self._popup is None:
            self._popup = NamePopup()
            self._popup.chosen.connect(self._take)
        return self._popup

    @property
    def choosing(self) -> bool:
        """Whether the list of names is open."""
        return self._popup is not None and not self._popup.isHidden()

    def set_names(self, names: Names) -> None:
        """What gives the names that begin with some letters."""
        self._names = names
        self._fruitless.clear()

    def close_names(self) -> None:
        """Closes the list, and forgets what was offered."""
        self._offer = ("", 0, "")
        if self._popup is not None:
            self._popup.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.choosing and self._answer(event):
            return
        if event.key() == Qt.Key.Key_Right and not event.modifiers() and self.offered:
            self._replace(self._offer[1], self._offer[2])
            return
        if event.text() in _CLOSING and event.text() and self._space_added_at == self.cursorPosition():
            self.backspace()
        if event.text():
            self._space_added_at = -1
        # A key that undoes nothing here is left to the form, which can take back more than letters.
        if event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable():
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.close_names()
        super().focusOutEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        # Qt asks this before a line ever sees the Tab key.
        if self.choosing and forward:
            self._take(self.popup.name)
            return True
        return super().focusNextPrevChild(forward)

    def hideEvent(self, event: QHideEvent) -> None:
        self.close_names()
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        rest = self.offered
        if not rest or not self.hasFocus():
            return
        place = self.contentsRect().adjusted(0, 0, -2 * UNIT, 0)
        place.setLeft(self.cursorRect().center().x() + 1)
        with QPainter(self) as painter:
            painter.setPen(QColor(current().muted))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, rest)

    def _answer(self, event: QKeyEvent) -> bool:
        """What the open list does with a key; returns whether it was meant for it."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._take(self.popup.name)
        elif key == Qt.Key.Key_Escape:
            self.close_names()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.popup.step(1 if key == Qt.Key.Key_Down else -1)
        else:
            return False
        return True

    def _look_for_names(self) -> None:
        self._offer = self._word_to_offer()
        start, beginning = self._begun()
        names = self._names(beginning) if start >= 0 else ()
        if names:
            self.popup.show_names(names, self, self.cursorRect())
        elif self._popup is not None:
            self._popup.hide()

    def _follow_cursor(self) -> None:
        if self.choosing and self._begun()[0] < 0:
            self.popup.hide()

    def _begun(self) -> tuple[int, str]:
        """Where an @ stands that begins a name, and the letters from there to the cursor; -1 if there is none."""
        before = self.text()[: self.cursorPosition()]
        start = before.rfind("@", max(0, len(before) - _REACH))
        if start < 0 or (start and before[start - 1].isalnum()):
            return -1, ""
        return start, before[start + 1 :]

    def _word_to_offer(self) -> tuple[str, int, str]:
        """The name that the last words of the line begin, the longest beginning first."""
        text = self.text()
        if self.cursorPosition() != len(text) or text[-1:].isspace() or "@" in text[-_REACH:] or _runs_left(text):
            return "", 0, ""
        starts = [found.start() for found in re.finditer(r"(?<!\w)\w", text[-_REACH:])][-_WORDS:]
        for start in (max(0, len(text) - _REACH) + place for place in starts):
            beginning = text[start:]
            if len(beginning) < (_LEAST_CAPITAL if beginning[0].isupper() else _LEAST):
                continue
            for name in self._names_at(start, beginning):
                if len(name) > len(beginning) and folded(name[: len(beginning)]) == folded(beginning):
                    return text, start, name
        return "", 0, ""

    def _names_at(self, start: int, beginning: str) -> tuple[str, ...]:
        known = self._fruitless.get(start)
        if known and beginning.startswith(known):
            return ()
        names = self._names(beginning)
        if not names:
            self._fruitless[start] = beginning
        return names

    def _take(self, name: str) -> None:
        """Puts a name where @ began it, with a space behind, which a full stop or a comma takes away again."""
        start, _ = self._begun()
        if start < 0 or not name:
            return
        spaced = self.text()[self.cursorPosition() :][:1] not in (" ", *_CLOSING)
        self._replace(start, f"{name} " if spaced else name)
        self._space_added_at = self.cursorPosition() if spaced else -1

    def _replace(self, start: int, words: str) -> None:
        """Puts words in place of what stands from `start` to the cursor, as typed: it can be undone."""
        self.setSelection(start, self.cursorPosition() - start)
        self.insert(words)
        self.close_names()


def _runs_left(text: str) -> bool:
    strong = (unicodedata.bidirectional(letter) for letter in text)
    return next((kind for kind in strong if kind in ("L", "R", "AL")), "L") != "L"


def _no_names(beginning: str) -> tuple[str, ...]:
    return ()
