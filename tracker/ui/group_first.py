"""What a page shows that needs a group and has none yet: a sentence, and the button that adds the first."""

from collections.abc import Callable

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from tracker.ui.widgets import EmptyState, primary_button


def lay_out_after_group(
    page: QWidget, sheet: QWidget, heading: str, sentence: str, add_group: Callable[[], None]
) -> QStackedWidget:
    """Fills a page with a stack of two: the sentence with its button, and the sheet for an office with groups."""
    add = primary_button("Add a group", icon_name="plus")
    add.clicked.connect(add_group)
    stack = QStackedWidget()
    stack.addWidget(EmptyState(sentence, add, heading))
    stack.addWidget(sheet)
    whole = QVBoxLayout(page)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.addWidget(stack)
    return stack
