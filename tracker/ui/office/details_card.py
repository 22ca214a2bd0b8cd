"""This office: what it is called, where its file lies, and what it holds."""

import os
from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout

from tracker.models.dates import shown
from tracker.models.records import Agency, Group, Meeting, OfficeDetails, Person
from tracker.models.snapshot import Snapshot
from tracker.store.office import Office
from tracker.ui.office.file_size import size_words
from tracker.ui.style import UNIT
from tracker.ui.widgets import Card, label, quiet_button
from tracker.ui.words import count

# What an office is called stands first, then its file, then what is in it.
_CAPTIONS = ("Name", "Short code", "Region", "File", "Folder", "Holds", "Sample")


class DetailsCard(Card):
    """Each fact beside what it is called; one that has nothing to say is left out."""

    correct_requested = Signal()
    copy_requested = Signal()

    def __init__(self) -> None:
        super().__init__("This office")
        self.correct = quiet_button("Correct the off&ice", icon_name="pencil")
        self.copy = quiet_button("Copy where the file lies")
        self.facts = {caption: label("") for caption in _CAPTIONS}
        self._captions = {caption: label(caption, "caption") for caption in _CAPTIONS}
        self._lay_out()
        self.correct.clicked.connect(self.correct_requested)
        self.copy.clicked.connect(self.copy_requested)

    def show_office(self, office: Office) -> None:
        """Shows what the office says of itself."""
        told = dict(_told(office))
        for caption, fact in self.facts.items():
            words = told.get(caption, "")
            # A path has no spaces: it may go on in the next line after each folder.
            fact.setText(words.replace(os.sep, f"{os.sep}\u200b") if caption == "Folder" else words)
            fact.setAccessibleName(f"{caption}: {words}")
            for widget in (fact, self._captions[caption]):
                widget.setVisible(bool(words))

    def _lay_out(self) -> None:
        self.header.addWidget(self.correct)
        for button in (self.correct, self.copy):
            button.setProperty("small", True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(4 * UNIT)
        grid.setVerticalSpacing(UNIT)
        grid.setColumnStretch(1, 1)
        for row, (caption, fact) in enumerate(self.facts.items()):
            fact.setWordWrap(True)
            grid.addWidget(self._captions[caption], row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(fact, row, 1)
        self.body.addLayout(grid)
        self.body.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)


def _told(office: Office) -> Iterator[tuple[str, str]]:
    details, path = office.details, office.path
    yield "Name", details.name
    yield "Short code", details.code
    yield "Region", details.region
    yield "File", f"{path.name}, {size_words(path.stat().st_size)}" if path.exists() else path.name
    yield "Folder", str(path.absolute().parent)
    yield "Holds", _held(office.snapshot())
    yield "Sample", _sample_words(details)


def _held(snapshot: Snapshot) -> str:
    parts = [
        count(len(snapshot.of(kind)), kind.noun, kind.nouns)
        for kind in (Group, Agency, Person, Meeting)
        if snapshot.of(kind)
    ]
    return ", ".join(parts) or "nothing yet"


def _sample_words(details: OfficeDetails) -> str:
    if not details.sample:
        return ""
    return f"Seen as at {shown(details.seen_as_at)}" if details.seen_as_at else "Yes"
