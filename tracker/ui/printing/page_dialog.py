"""Pages before they leave: seen as they will be, then saved, printed or copied, and entered in the register."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from tracker.models.figures.handout_words import ADDRESSEES, stays_words
from tracker.models.mistake import Mistake
from tracker.ui.desk import Desk
from tracker.ui.printing.hand_out import Errand, hand_out, save_file
from tracker.ui.printing.page_view import PageView
from tracker.ui.printing.pdf import pdf_bytes
from tracker.ui.printing.printable import Printable
from tracker.ui.style import UNIT
from tracker.ui.widgets import Banner, Heading, Muted, label, link_button, primary_button, quiet_button
from tracker.ui.words import count

_WIDTH, _HEIGHT = 220 * UNIT, 240 * UNIT


class PageDialog(QDialog):
    """`heading` names the page; `noun` is "brief" or "minutes", as the history and the sentences call it.

    A subclass gives it the page with `show_page`, or with `refuse` the sentence on why nothing can leave. The button
    that Enter presses is "save", "print", or "" where the subclass has another.
    """

    def __init__(
        self, desk: Desk, parent: QWidget | None, heading: str, noun: str, purpose: str, pressed: str = "save"
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._noun = noun
        self._handout: Printable | None = None
        self._title = ""
        self._file_name = ""
        self.banner = Banner()
        self.view = PageView()
        self.to_whom, self.purpose = QLineEdit(ADDRESSEES), QLineEdit(purpose)
        self.buttons = QHBoxLayout()
        self.print = (primary_button if pressed == "print" else quiet_button)("&Print…")
        self.save = (primary_button if pressed == "save" else quiet_button)("&Save as PDF…", icon_name="download")
        self._leaves = Muted()
        self._size = label("", "muted")
        self.setWindowTitle(heading)
        self._lay_out(heading)
        self._connect()

    @property
    def handout(self) -> Printable | None:
        """The page or pages; None if nothing may leave."""
        return self._handout

    @property
    def leaves(self) -> str:
        """What is said of how much leaves, and what stays."""
        return self._leaves.text()

    def show_page(self, handout: Printable, title: str, file_name: str, stays: int) -> None:
        """Takes the page to show, what it is called, and how many restricted entries stay behind."""
        self._handout, self._title, self._file_name = handout, title, file_name
        self.view.show_page(handout)
        self.say_what_leaves(f"{count(handout.rows, 'entry', 'entries')}. {stays_words(stays)}")

    def say_what_leaves(self, words: str) -> None:
        """Says how much leaves, and what stays."""
        self._leaves.setText(f"Leaves: {words} What leaves is noted in the register.")

    def refuse(self, sentence: str) -> None:
        """Says why there is no page."""
        self.banner.warn(sentence)
        for button in self.findChildren(QPushButton):
            if button in (self.print, self.save) or button.property("leaves"):
                button.setEnabled(False)

    def ask_to_save(self) -> None:
        """Asks where to, then saves the page there."""
        if (path := self.asked_path("PDF (*.pdf)", ".pdf")) is not None:
            self.save_to(path)

    def asked_path(self, kind: str, ending: str) -> Path | None:
        """The file that the person names, with its ending; None if they think better of it."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        start = str((Path(folder) / self._file_name).with_suffix(ending))
        name, _ = QFileDialog.getSaveFileName(self, f"Save the {self._noun}", start, kind)
        if not name:
            return None
        path = Path(name)
        return path if path.suffix.lower() == ending else path.with_name(f"{path.name}{ending}")

    def save_to(self, path: Path) -> None:
        """Saves the page as PDF there, and enters it."""
        if self._handout is not None:
            self.save_content(pdf_bytes(self._handout, self._title, self._desk.office.details.name), path)

    def save_content(self, content: bytes, path: Path) -> None:
        """Puts a file in its place, and enters what left."""
        errand = self.errand("save", self._handout.rows if self._handout else 0)
        self.attempt(lambda: save_file(self._desk.office, errand, content, path), f"Saved: {path.name}.")

    def ask_to_print(self) -> None:
        """Asks for a printer, then prints the page and enters it."""
        # Loaded when somebody prints: it takes a while, and not every machine has it.
        try:
            from tracker.ui.printing.printer import asked_printer, print_pages
        except ImportError as error:
            self.banner.warn(f"Printing cannot be loaded here ({error}): save the page as PDF and print that.")
            return
        handout = self._handout
        printer = asked_printer(self, self._title, handout.pages) if handout is not None else None
        if handout is not None and printer is not None:
            errand = self.errand("print", handout.rows)
            work = lambda: hand_out(self._desk.office, errand, lambda: print_pages(handout, printer))  # noqa: E731
            self.attempt(work, "Sent to the printer.")

    def errand(self, verb: str, rows: int) -> Errand:
        """What is entered in the register when the page is saved, printed or copied."""
        how = {"print": ", printed", "copy": ", copied for an e-mail"}.get(verb, "")
        return Errand(f"{self._title}{how}", self.to_whom.text(), self.purpose.text(), rows, f"{verb} the {self._noun}")

    def attempt(self, work: Callable[[], object], done: str) -> None:
        """Does it and says so, or says what was in the way."""
        try:
            work()
        except Mistake as mistake:
            self.banner.warn(mistake.sentence)
            for edit in (self.purpose, self.to_whom):
                if not edit.text().strip():
                    edit.setFocus()
        else:
            self.banner.say(f"{done} That is noted in the register of what left.")

    def press_by_enter(self, button: QPushButton) -> None:
        """Gives Enter and the keyboard to a button."""
        button.setDefault(True)
        button.setFocus()

    def _lay_out(self, heading: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * UNIT, 4 * UNIT, 5 * UNIT, 4 * UNIT)
        column.setSpacing(3 * UNIT)
        top = QHBoxLayout()
        top.setSpacing(UNIT)
        top.addWidget(Heading(heading), 1)
        for words, name, keys, act in (
            ("−", "Smaller", "Ctrl+-", self.view.zoom_out),
            ("+", "Larger", "Ctrl++", self.view.zoom_in),
            ("Fit", "Fit the width", "Ctrl+0", self.view.fit),
        ):
            button = link_button(words)
            button.setAccessibleName(name)
            button.setToolTip(f"{name} ({keys})")
            button.clicked.connect(act)
            QShortcut(QKeySequence(keys), self, act)
            top.addWidget(button)
        top.insertWidget(2, self._size)
        column.addLayout(top)
        column.addWidget(self.banner)
        column.addWidget(self.view, 1)
        column.addLayout(self._asked())
        column.addWidget(self._leaves)
        self.buttons.setSpacing(2 * UNIT)
        self.buttons.addStretch(1)
        close = quiet_button("Close")
        close.clicked.connect(self.reject)
        for button in (close, self.print, self.save):
            self.buttons.addWidget(button)
        column.addLayout(self.buttons)

    def _asked(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2 * UNIT)
        for words, edit in (("&To whom", self.to_whom), ("What &for", self.purpose)):
            caption = label(words, "caption")
            caption.setBuddy(edit)
            edit.setAccessibleName(words.replace("&", ""))
            edit.setMaxLength(300)
            row.addWidget(caption)
            row.addWidget(edit, 1)
        return row

    def _connect(self) -> None:
        self.save.clicked.connect(self.ask_to_save)
        self.print.clicked.connect(self.ask_to_print)
        self.view.zoomed.connect(lambda zoom: self._size.setText(f"{zoom:.0%}"))
        for button, keys in ((self.save, "Ctrl+S"), (self.print, "Ctrl+P")):
            button.setToolTip(f"{button.accessibleName().removesuffix('…')} ({keys})")
            QShortcut(QKeySequence(keys), self, button.click)
        parent = self.parentWidget()
        most = parent.window().size() if parent else None
        self.resize(min(_WIDTH, most.width()) if most else _WIDTH, min(_HEIGHT, most.height()) if most else _HEIGHT)
        self.view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.press_by_enter(self.save)
