"""The first page of all: look around in the sample office, or name one's own."""

import re
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from tracker.models.folding import folded
from tracker.models.records.office import OfficeDetails
from tracker.store.setting import Setting
from tracker.ui.style import UNIT
from tracker.ui.widgets import Banner, Card, Heading, label, link_button, primary_button, quiet_button

_ENDING = ".tracker"
_ABOUT = (
    "Agencies that work together: what they promised each other, what came of it, and where each group stands "
    "in its life cycle. From that the returns to head office are written."
)


class FirstStartPage(QWidget):
    """Says what the program is for; makes an office from two fields; says here why a file could not be opened."""

    sample_requested = Signal()
    file_requested = Signal()
    office_requested = Signal(Path, OfficeDetails)
    way_back_requested = Signal()

    def __init__(self, setting: Setting, folder: Path | None = None) -> None:
        """`folder` is where a new office is kept unless the person says otherwise: the documents if none is given."""
        super().__init__()
        self._setting = setting
        self._folder = folder or _documents()
        self._path: Path | None = None
        self.banner = Banner()
        self.name = _edit("Name of the office", "Auckland regional office")
        self.region = _edit("Region", "Auckland")
        self.code = _edit("Short code", "AKL")
        self.code.setMaxLength(12)
        self._where = label("", "muted")
        self._where.setWordWrap(True)
        self._lay_out()
        self.name.textEdited.connect(self._suggest)
        self._suggest("")

    def say_mistake(self, sentence: str) -> None:
        """Says why an office could not be opened or made; "" says nothing."""
        if sentence:
            self.banner.warn(sentence)
        else:
            self.banner.clear()

    def show_way_back(self, is_open: bool) -> None:
        """Shows the way back to the office that is open."""
        self._back.setVisible(is_open)

    def keep_in(self, path: Path) -> None:
        """Says in which file the new office will be kept."""
        self._path = path
        self._where.setText(f"Kept in {path}")

    def make_office(self) -> None:
        """Asks for the office that the fields describe, or says what they lack."""
        details = OfficeDetails(
            id=self._setting.mint(),
            name=self.name.text().strip(),
            region=self.region.text().strip(),
            code=self.code.text().strip() or code_for(self.name.text()),
        )
        if problems := details.problems():
            self.banner.warn(problems[0])
            (self.region if details.name else self.name).setFocus()
            return
        path = self._target()
        if path.exists():
            self.banner.warn(f"{path.name} is in that folder already: open it, or choose another place for this one.")
            return
        self.office_requested.emit(path, details)

    def _lay_out(self) -> None:
        across = QHBoxLayout(self)
        across.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(4 * UNIT)
        across.addLayout(column, 8)
        across.addStretch(1)
        self._back = link_button("Back to the open office", "arrow-left")
        self._back.clicked.connect(self.way_back_requested)
        column.addStretch(1)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Heading("Partnership Tracker"))
        words = label(_ABOUT, "quiet")
        words.setWordWrap(True)
        column.addWidget(words)
        column.addWidget(self.banner)
        row = QHBoxLayout()
        row.setSpacing(4 * UNIT)
        row.addWidget(self._sample_card(), 2)
        row.addWidget(self._office_card(), 3)
        column.addLayout(row)
        other = link_button("Open an office that is there already…")
        other.clicked.connect(self.file_requested)
        column.addWidget(other, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(2)

    def _sample_card(self) -> Card:
        card = Card("Look around first")
        words = label(
            "The sample office has eight groups with their people, meetings, promises and results, from families in "
            "Papakura to patrols at sea. Try anything in it: nothing you do there can do harm.",
            "quiet",
        )
        words.setWordWrap(True)
        card.body.addWidget(words)
        card.body.addStretch(1)
        button = quiet_button("Open the &sample office", icon_name="users-round")
        button.clicked.connect(self.sample_requested)
        card.body.addWidget(button)
        return card

    def _office_card(self) -> Card:
        card = Card("Name your own office")
        for words, edit in (("&Name", self.name), ("&Region", self.region), ("Short &code, for returns", self.code)):
            caption = label(words, "caption")
            caption.setBuddy(edit)
            card.body.addWidget(caption)
            card.body.addWidget(edit)
            edit.returnPressed.connect(self.make_office)
        row = QHBoxLayout()
        row.addWidget(self._where, 1)
        elsewhere = link_button("Keep it elsewhere…")
        elsewhere.clicked.connect(self._choose_place)
        row.addWidget(elsewhere)
        card.body.addLayout(row)
        make = primary_button("&Make this office", icon_name="plus")
        make.clicked.connect(self.make_office)
        card.body.addWidget(make)
        return card

    def _suggest(self, typed: str) -> None:
        if not self.code.isModified():
            self.code.setText(code_for(self.name.text()))
        self._where.setText(f"Kept in {self._target()}")

    def _target(self) -> Path:
        return self._path or self._folder / f"{file_name_for(self.name.text())}{_ENDING}"

    def _choose_place(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, "Where the office is kept", str(self._target()), f"Offices (*{_ENDING})"
        )
        if name:
            self.keep_in(Path(name) if Path(name).suffix else Path(name + _ENDING))


def code_for(name: str) -> str:
    """A short code from an office's name: the first letters of its words, or the first three of a single word."""
    words: list[str] = re.findall(r"[a-z0-9]+", folded(name))
    weighty = [word for word in words if word not in ("the", "of", "and", "for", "office", "regional", "district")]
    if len(weighty) == 1:
        return weighty[0][:3].upper()
    return "".join(word[0] for word in weighty)[:4].upper()


def file_name_for(name: str) -> str:
    """A file's name that every system takes."""
    bare = re.sub(r'[\x00-\x1f<>:"/\\|?*]+', " ", name)
    return " ".join(bare.split()).strip(" .")[:80] or "Our office"


def _documents() -> Path:
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(found) if found and Path(found).is_dir() else Path.home()


def _edit(name: str, example: str) -> QLineEdit:
    edit = QLineEdit()
    edit.setAccessibleName(name)
    edit.setPlaceholderText(example)
    return edit
