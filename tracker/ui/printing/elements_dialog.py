"""The page of the five elements, before it leaves."""

from PySide6.QtWidgets import QWidget

from tracker.models.figures.five_elements import five_elements
from tracker.models.figures.gate import group_that_leaves
from tracker.models.mistake import Mistake
from tracker.ui.desk import Desk
from tracker.ui.printing.elements_page import elements_handout
from tracker.ui.printing.hand_out import page_file_name
from tracker.ui.printing.page_dialog import PageDialog

PURPOSE = "How the group answers together"


class ElementsDialog(PageDialog):
    """The page as it will be, with Save as PDF and Print. It holds counts and no entry of its own."""

    def __init__(self, desk: Desk, parent: QWidget | None, group_id: str) -> None:
        super().__init__(desk, parent, "Five elements", "page of the five elements", PURPOSE)
        try:
            group = group_that_leaves(desk.snapshot, group_id)
        except Mistake as mistake:
            self.refuse(mistake.sentence)
            return
        found = five_elements(desk.snapshot, group_id)
        name = page_file_name("Five-elements", group.code, found.on)
        handout = elements_handout(found, desk.office.details.name)
        self.show_page(handout, f"Five elements of {group.name}", name, 0)
