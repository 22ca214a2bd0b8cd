"""Keeps what is being typed: in memory while the window is open, and on disk soon after each keystroke."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from tracker.models.meeting_draft import MeetingDraft
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
        # What the disk has refused, by key: it is offered again until it is taken.
        self._refused: set[str] = set()
        self._unread: Path | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY_MILLISECONDS)
        self._timer.timeout.connect(self.keep)

    @property
    def unread(self) -> str:
        """What to say of the draft that was last looked for if it could not be read; "" if it could, or was none."""
        if self._unread is None:
            return ""
        return (
            "What was typed here before cannot be read any more: begin again. "
            f"The file is kept as {self._unread}, and a text editor may show its words."
        )

    def touch(self) -> None:
        """Something was typed. The delay counts from the first keystroke: steady typing does not put it off."""
        if not self._timer.isActive():
            self._timer.start()

    def keep(self) -> None:
        """Keeps the draft in view now; says so if the disk refuses, and tries again soon."""
        self._timer.stop()
        key, typed = self._typed()
        if not key:
            return
        if typed is None:
            self.forget(key)
            return
        if self._memory.get(key) == typed and key not in self._refused:
            return
        self._memory[key] = typed
        try:
            self._folder.write(key, typed)
        except Mistake as mistake:
            self._timer.start()
            if key not in self._refused:
                self._refused.add(key)
                self.mistaken.emit(mistake.sentence)
        else:
            self._refused.discard(key)

    def find(self, key: str, begun: MeetingDraft | None = None) -> Typed | None:
        """An unfinished draft, if there is one; `begun` is how a saved meeting is kept.

        One that cannot be read is moved out of the way, and told of in `unread`.
        """
        typed = self._memory.get(key) or self._folder.read(key, begun)
        self._unread = self._folder.set_aside(key) if typed is None else None
        return typed

    def forget(self, key: str) -> None:
        """The draft was saved, or thrown away."""
        self._timer.stop()
        self._refused.discard(key)
        self._memory.pop(key, None)
        self._folder.remove(key)
