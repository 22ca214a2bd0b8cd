"""The handover page of somebody who leaves, before it leaves."""

from datetime import date

from PySide6.QtWidgets import QWidget

from tracker.models.figures.handover import handover_sheet
from tracker.models.mistake import Mistake
from tracker.reports.file_name import safe_part
from tracker.ui.desk import Desk
from tracker.ui.printing.handover_page import HandoverPages
from tracker.ui.printing.page_dialog import PageDialog

PURPOSE = "The handover to a successor"


class HandoverDialog(PageDialog):
    """The pages as they will be, with Save as PDF and Print."""

    def __init__(self, desk: Desk, parent: QWidget | None, person_id: str, on: date, group_id: str = "") -> None:
        """`group_id` "" is for all groups."""
        super().__init__(desk, parent, "Handover page", "handover page", PURPOSE)
        try:
            sheet = handover_sheet(desk.snapshot, person_id, on, group_id)
        except Mistake as mistake:
            self.refuse(mistake.sentence)
            return
        file_name = f"Handover_{safe_part(sheet.name) or 'person'}_{on.isoformat()}.pdf"
        self.show_page(HandoverPages(sheet), sheet.title, file_name, sheet.stays)
