"""The questions to talk over, before they leave: a page to print for the next meeting."""

from PySide6.QtWidgets import QWidget

from tracker.models.figures.assessment.assessment_round import assessment_round
from tracker.models.figures.gate import group_that_leaves
from tracker.models.figures.timeline_words import several
from tracker.models.mistake import Mistake
from tracker.models.records import Assessment
from tracker.ui.assessment.discussion_page import discussion_handout
from tracker.ui.desk import Desk
from tracker.ui.printing.hand_out import page_file_name
from tracker.ui.printing.page_dialog import PageDialog

_LEAST = 2
PURPOSE = "To talk over together what members see differently"


class DiscussionDialog(PageDialog):
    """The page as it will be, with Print and Save as PDF."""

    def __init__(self, desk: Desk, parent: QWidget | None, assessment_id: str) -> None:
        super().__init__(desk, parent, "Questions to talk over", "questions to talk over", PURPOSE, "print")
        snapshot = desk.snapshot
        assessment = snapshot.one(Assessment, assessment_id)
        told = assessment_round(snapshot, assessment)
        if not told.coverage.raters:
            self.refuse("Nobody has answered this round yet: there is nothing to talk over.")
            return
        if told.coverage.raters < _LEAST:
            self.refuse("One person has answered: there is nothing yet that members could see differently.")
            return
        try:
            group = group_that_leaves(snapshot, assessment.group_id)
        except Mistake as mistake:
            self.refuse(mistake.sentence)
            return
        handout = discussion_handout(told, group.name, desk.office.details.name)
        on = assessment.on or snapshot.today
        title = f"Questions to talk over, {group.called}"
        self.show_page(handout, title, page_file_name("Questions", group.code, on), stays=0)
        self.say_what_leaves(
            f"{several(len(told.to_discuss), 'question', 'questions')}. Single answers stay in the office."
        )
        self.press_by_enter(self.print)
