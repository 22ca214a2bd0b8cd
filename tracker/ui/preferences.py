"""A person's own settings: the theme, the window's size, the last file and place, the widths of columns."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QByteArray, QCoreApplication, QSettings, Qt

from tracker.ui.place import Place
from tracker.ui.style import Theme

# The application object carries the settings: each further QSettings on one file would wait for its lock.
_NAME = "preferences"


class Preferences:
    """Kept in preferences.ini in the data folder, apart from every office's file."""

    def __init__(self, settings: QSettings | None) -> None:
        self._settings = settings

    @classmethod
    def here(cls) -> "Preferences":
        """The preferences of the running program; kept nowhere until `keep_in` has said where."""
        app = QCoreApplication.instance()
        return cls(app.findChild(QSettings, _NAME) if app else None)

    @staticmethod
    def keep_in(folder: Path) -> "Preferences":
        """Says in which folder the running program keeps its preferences."""
        Preferences.forget()
        settings = QSettings(str(folder / "preferences.ini"), QSettings.Format.IniFormat, QCoreApplication.instance())
        settings.setObjectName(_NAME)
        return Preferences(settings)

    @staticmethod
    def forget() -> None:
        """From here on nothing is kept, and nothing of what was kept is in force."""
        app = QCoreApplication.instance()
        for settings in app.findChildren(QSettings, _NAME) if app else []:
            settings.setObjectName("")
            settings.deleteLater()

    @property
    def theme(self) -> Theme:
        """Light, dark, or what the system shows."""
        kept = str(self._value("theme", ""))
        return Theme(kept) if kept in list(Theme) else Theme.SYSTEM

    @theme.setter
    def theme(self, theme: Theme) -> None:
        self._keep("theme", theme.value)

    @property
    def trajectories_view(self) -> str:
        """In which way the Trajectories page shows the groups; "" at first."""
        return str(self._value("trajectories_view", ""))

    @trajectories_view.setter
    def trajectories_view(self, view: str) -> None:
        self._keep("trajectories_view", view)

    @property
    def geometry(self) -> QByteArray:
        """The window's size and place on the screen, as Qt writes them; empty at first."""
        kept = self._value("window", QByteArray())
        return kept if isinstance(kept, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._keep("window", geometry)

    @property
    def last_file(self) -> Path | None:
        """The office that was open last."""
        kept = str(self._value("last_file", ""))
        return Path(kept) if kept else None

    @last_file.setter
    def last_file(self, path: Path) -> None:
        if path != self.last_file:
            self._keep("last_file", str(path))

    def place_in(self, path: Path) -> Place | None:
        """The place that was last looked at in an office's file."""
        if str(self._value("place/file", "")) != str(path):
            return None
        kept = (str(self._value(f"place/{part}", "")) for part in ("page", "group", "tab", "record"))
        page, group_id, tab, record_id = kept
        return Place(page, group_id, tab, record_id) if page else None

    def keep_place(self, path: Path, place: Place) -> None:
        """Keeps the place for the next start."""
        parts = {"file": path, "page": place.page, "group": place.group_id, "tab": place.tab, "record": place.record_id}
        for part, value in parts.items():
            self._keep(f"place/{part}", str(value))

    def last_start(self, path: Path) -> datetime | None:
        """When an office's file was opened last; None if it never was."""
        kept = str(self._value(_start_key(path), ""))
        try:
            return datetime.fromisoformat(kept) if kept else None
        except ValueError:
            return None

    def keep_start(self, path: Path, moment: datetime) -> None:
        """Keeps when an office's file was opened."""
        self._keep(_start_key(path), moment.isoformat())

    def table(self, name: str, columns: int) -> tuple[dict[int, int], tuple[int, Qt.SortOrder] | None]:
        """The dragged widths of a table by column, and the column it is sorted by with its order."""
        widths = _numbers(self._value(f"tables/{name}/widths", ""))
        pairs = dict(zip(widths[::2], widths[1::2], strict=False))
        order = _numbers(self._value(f"tables/{name}/order", ""))
        sound = len(order) == 2 and 0 <= order[0] < columns
        down = Qt.SortOrder.DescendingOrder if sound and order[1] else Qt.SortOrder.AscendingOrder
        return {place: width for place, width in pairs.items() if place < columns}, (order[0], down) if sound else None

    def keep_widths(self, name: str, widths: Mapping[int, int]) -> None:
        """Keeps the dragged widths of a table."""
        text = " ".join(f"{place} {width}" for place, width in widths.items())
        self._keep(f"tables/{name}/widths", text)

    def keep_order(self, name: str, place: int, order: Qt.SortOrder) -> None:
        """Keeps the column that a table is sorted by; -1 for none."""
        self._keep(f"tables/{name}/order", f"{place} {int(order is Qt.SortOrder.DescendingOrder)}")

    def _value(self, key: str, otherwise: object) -> object:
        return self._settings.value(key, otherwise) if self._settings else otherwise

    def _keep(self, key: str, value: object) -> None:
        if self._settings:
            self._settings.setValue(key, value)


def _start_key(path: Path) -> str:
    """Of each file apart. A path has signs that part keys from one another, so its bytes stand for it."""
    return f"starts/{str(path).encode(errors='surrogateescape').hex()}"


def _numbers(kept: object) -> list[int]:
    words = str(kept).split()
    return [int(word) for word in words] if all(word.lstrip("-").isdigit() for word in words) else []
