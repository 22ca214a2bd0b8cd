"""The small parts that every page is put together from."""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from tracker.ui.icons import icon
from tracker.ui.style import UNIT, current

# How long a confirmation stands.
_CONFIRMATION_MS = 8_000


class Button(QPushButton):
    """A push button whose icon follows the theme. `look` is "", "primary", "link" or "action"."""

    def __init__(self, text: str, icon_name: str = "", look: str = "") -> None:
        # Fusion sets the icon close to the words.
        super().__init__(f" {text}" if icon_name and text else text)
        self._icon_name = icon_name
        self._icon_colour = ""
        self._look = look
        self.setProperty("look", look)
        self.setAccessibleName(text.replace("&", ""))
        self.setAutoDefault(False)
        self.setIconSize(QSize(16, 16))
        self._draw_icon()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icon()

    def _draw_icon(self) -> None:
        if self._icon_name:
            colours = current()
            ground = {"primary": colours.accent_text, "link": colours.link, "action": colours.action_text}
            colour = ground.get(self._look, colours.text)
            # Qt tells of a new palette several times while a page is put together.
            if colour != self._icon_colour:
                self._icon_colour = colour
                self.setIcon(icon(self._icon_name, colour, 16))


def primary_button(text: str, shortcut: str = "", icon_name: str = "") -> Button:
    """The one button of a page that does what the page is for. The shortcut stands in its tooltip."""
    return _with_shortcut(Button(text, icon_name, "primary"), shortcut)


def quiet_button(text: str, shortcut: str = "", icon_name: str = "") -> Button:
    """Any other button."""
    return _with_shortcut(Button(text, icon_name), shortcut)


def link_button(text: str, icon_name: str = "") -> Button:
    """A button that reads as a word that leads somewhere."""
    button = Button(text, icon_name, "link")
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button


def Heading(text: str) -> QLabel:
    """The page's name, in the largest size."""
    return label(text, "heading")


def Title(text: str) -> QLabel:
    """What a card or a section is about."""
    return label(text, "title")


def Muted(text: str = "") -> QLabel:
    """A note in the smallest size; long ones go over several lines."""
    made = label(text, "muted")
    made.setWordWrap(True)
    return made


def label(text: str, look: str = "", tone: str = "") -> QLabel:
    """A label with one of the looks of the style sheet. Text from records is shown as it stands, never as markup."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if look:
        made.setProperty("look", look)
    if tone:
        made.setProperty("tone", tone)
    return made


def set_tone(widget: QWidget, tone: str) -> None:
    """Changes a widget's tone ("", "danger", "warning", "good") and draws it anew."""
    if (widget.property("tone") or "") != tone:
        widget.setProperty("tone", tone)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class Card(QFrame):
    """A framed part of a page: a title on top, what belongs beside it on the right, and the body."""

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(4 * UNIT, 3 * UNIT, 4 * UNIT, 3 * UNIT)
        self.body.setSpacing(2 * UNIT)
        self.header = QHBoxLayout()
        self.header.setSpacing(2 * UNIT)
        self._title = Title(title)
        if title:
            self.header.addWidget(self._title)
            self.header.addStretch(1)
            self.body.addLayout(self.header)

    def set_title(self, title: str) -> None:
        """Changes the title."""
        self._title.setText(title)


class Stat(Card):
    """A figure with what it is called above and what it rests on below."""

    def __init__(self, caption: str, figure: str = "", note: str = "", tone: str = "") -> None:
        super().__init__()
        self.body.setSpacing(0)
        self._figure = Elided(figure, "figure")
        self._note = Elided(note, "muted")
        self.body.addWidget(Elided(caption, "caption"))
        self.body.addWidget(self._figure)
        self.body.addWidget(self._note)
        set_tone(self._figure, tone)
        self.setAccessibleName(f"{caption}: {figure}, {note}")
        self._caption = caption

    def show_figure(self, figure: str, note: str = "", tone: str = "") -> None:
        """Shows another figure."""
        self._figure.set_text(figure)
        self._note.set_text(note)
        set_tone(self._figure, tone)
        self.setAccessibleName(f"{self._caption}: {figure}, {note}")


class Elided(QLabel):
    """One line of text that ends in … where there is no room; the whole text is its tooltip then."""

    def __init__(self, text: str = "", look: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("look", look)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._whole = ""
        self.set_text(text)

    @property
    def whole(self) -> str:
        """The text as it is, shown in full or not."""
        return self._whole

    def set_text(self, text: str) -> None:
        """Shows another text."""
        self._whole = " ".join(text.split())
        self.setAccessibleName(self._whole)
        self._fit()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 4, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(10 * UNIT, self.sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = max(self.contentsRect().width(), 1)
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        if shown != self.text():
            self.setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")


class Banner(QFrame):
    """The line at a page's top that says what went wrong, or what was done. Never in the way, closed with ×."""

    action_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "banner")
        self._sentence = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_CONFIRMATION_MS)
        self._timer.timeout.connect(self.clear)
        self.hide()

    @property
    def sentence(self) -> str:
        """What stands there now; "" when the line is closed."""
        return self._sentence

    def say(self, sentence: str, action: str = "") -> None:
        """Confirms something; `action` is the word of a link beside it."""
        self._show(sentence, "good", "circle-check", action)

    def warn(self, sentence: str, action: str = "") -> None:
        """Says what went wrong and what to do."""
        self._show(sentence, "danger", "circle-alert", action)

    def clear(self) -> None:
        """Closes the line."""
        self._timer.stop()
        self._sentence = ""
        self.hide()

    def clear_warning(self) -> None:
        """Closes a line that says what went wrong; a confirmation goes by itself."""
        if self.property("tone") == "danger":
            self.clear()

    def _lay_out(self) -> None:
        """With the first sentence: the first page does not wait for a line that is closed."""
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * UNIT, UNIT, UNIT, UNIT)
        row.setSpacing(2 * UNIT)
        self._sign = QLabel()
        self._text = label("")
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._action = link_button("")
        self._action.clicked.connect(self.action_chosen)
        self._close = link_button("", "x")
        self._close.setAccessibleName("Close this message")
        self._close.setToolTip("Close this message")
        self._close.clicked.connect(self.clear)
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)

    def _show(self, sentence: str, tone: str, sign: str, action: str) -> None:
        if self.layout() is None:
            self._lay_out()
        self._sentence = sentence
        colours = current()
        colour = colours.danger if tone == "danger" else colours.good
        self._sign.setPixmap(icon(sign, colour).pixmap(18, 18))
        self._text.setText(sentence)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        set_tone(self, tone)
        self.setAccessibleName(sentence)
        self.show()
        # A mistake stays until it is closed or put right; a confirmation has been read by then.
        self._timer.stop()
        if tone == "good" and not action:
            self._timer.start()


class EmptyState(QWidget):
    """What an empty page or table says: one line on what goes there, and the button for it."""

    def __init__(self, sentence: str, button: QPushButton | None = None, heading: str = "") -> None:
        """`heading` stands on top where the whole page is empty."""
        super().__init__()
        column = QVBoxLayout(self)
        margin = 0 if heading else 6 * UNIT
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(3 * UNIT)
        if heading:
            column.addWidget(Heading(heading))
        column.addStretch(1)
        self._text = label(sentence, "quiet")
        self._text.setWordWrap(True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self._text)
        if button is not None:
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    @property
    def sentence(self) -> str:
        """What is said now."""
        return self._text.text()

    def say(self, sentence: str) -> None:
        """Says something else."""
        self._text.setText(sentence)


def _with_shortcut(button: Button, shortcut: str) -> Button:
    if shortcut:
        shown = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(shown)
        button.setShortcut(QKeySequence(shortcut))
    return button
