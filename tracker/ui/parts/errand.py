"""What every dialog asks before a file leaves: to whom and what for, with the buttons that let it go or not."""

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPushButton

from tracker.ui.style import UNIT
from tracker.ui.widgets import label

# A line of the register holds no more of either.
_LONGEST = 300


def errand_grid(to_whom: QLineEdit, purpose: QLineEdit) -> QGridLayout:
    """Both inputs side by side, each under its caption."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(4 * UNIT)
    grid.setVerticalSpacing(UNIT)
    for place, (words, edit) in enumerate((("&To whom", to_whom), ("What &for", purpose))):
        caption = label(words, "caption")
        caption.setBuddy(edit)
        edit.setAccessibleName(words.replace("&", ""))
        edit.setMaxLength(_LONGEST)
        grid.addWidget(caption, 0, place)
        grid.addWidget(edit, 1, place)
    return grid


def closing_row(close: QPushButton, save: QPushButton) -> QHBoxLayout:
    """The two buttons at the right of the dialog's foot."""
    row = QHBoxLayout()
    row.setSpacing(2 * UNIT)
    row.addStretch(1)
    row.addWidget(close)
    row.addWidget(save)
    return row
