"""Keeps what is being typed: in memory while the window is open, and on disk soon after each keystroke."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from tracker.models.mistake import Mistake
from tracker.ui.draft import DraftFolder, Typed

# At most 2 s after a keystroke the draft is to be on disk; the write itself takes some of that.
_DELAY_MILLISECONDS = 1_000


class DraftKeeper(QObject):
    """`typed` gives the key of the draft in view and what is typed there, None where nothing would be lost."""

    mistaken = Signal(str)

    def __init__(self, folder: DraftFolder, typed: Callable[[], tuple[str, Typed | None]], parent: QObject) -> None:
        super().__init__(parent)
        self._folder = folder
        self._typed = typed
        self._memory: dict[str, Typed] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY_MILLISECONDS)
        self._timer.timeout.connect(self.keep)

    def touch(self) -> None:
        """Something was typed. The delay counts from the first keystroke: steady typing does not put it off."""
        if not self._timer.isActive():
            self._timer.start()

    def keep(self) -> None:
        """Keeps the draft in view now; says so if the disk refuses."""
        self._timer.stop()
        key, typed = self._typed()
        if not key:
            return
        if typed is None:
            self.forget(key)
            return
        if self._memory.get(key) == typed:
            return
        self._memory[key] = typed
        try:
            self._folder.write(key, typed)
        except Mistake as mistake:
            self.mistaken.emit(mistake.sentence)

    def find(self, key: str) -> Typed | None:
        """An unfinished draft, if there is one."""
        return self._memory.get(key) or self._folder.read(key)

    def forget(self, key: str) -> None:
        """The draft was saved, or thrown away."""
        self._timer.stop()
        self._memory.pop(key, None)
        self._folder.remove(key)
