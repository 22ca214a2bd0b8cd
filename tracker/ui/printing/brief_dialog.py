"""The brief for a group's next meeting, before it leaves."""

from PySide6.QtWidgets import QWidget

from tracker.models.figures.brief import brief
from tracker.models.mistake import Mistake
from tracker.ui.desk import Desk
from tracker.ui.printing.brief_page import brief_handout
from tracker.ui.printing.hand_out import page_file_name
from tracker.ui.printing.page_dialog import PageDialog

PURPOSE = "The next meeting"


class BriefDialog(PageDialog):
    """The page as it will be, with Save as PDF and Print."""

    def __init__(self, desk: Desk, parent: QWidget | None, group_id: str) -> None:
        super().__init__(desk, parent, "Brief for the next meeting", "brief", PURPOSE)
        try:
            told = brief(desk.snapshot, group_id)
        except Mistake as mistake:
            self.refuse(mistake.sentence)
            return
        on = told.next_meeting.on if told.next_meeting else told.as_at
        self.show_page(brief_handout(told), told.title, page_file_name("Brief", told.group.code, on), told.stays)
