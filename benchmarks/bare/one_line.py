"""A window with one line of text and nothing else, to type into."""

from PySide6.QtWidgets import QLineEdit, QMainWindow


def window_with_line() -> tuple[QMainWindow, QLineEdit]:
    """The window, not shown yet, and its line."""
    window = QMainWindow()
    window.resize(1280, 820)
    line = QLineEdit()
    window.setCentralWidget(line)
    return window, line
