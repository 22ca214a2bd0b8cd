"""The story card of a group, before it leaves; what it tells in words can be written here."""

from PySide6.QtWidgets import QWidget

from tracker.models.figures.story_card import latest_story, story_card
from tracker.models.mistake import Mistake
from tracker.models.records import Group, Story
from tracker.ui.desk import Desk
from tracker.ui.printing.hand_out import page_file_name
from tracker.ui.printing.page_dialog import PageDialog
from tracker.ui.printing.story_page import story_handout
from tracker.ui.record_dialog import add_record, correct_record
from tracker.ui.widgets import quiet_button

PURPOSE = "A story for others to learn from"


class StoryDialog(PageDialog):
    """The page as it will be, with Save as PDF, Print, and Write, which asks for the story in one's own words."""

    def __init__(self, desk: Desk, parent: QWidget | None, group_id: str) -> None:
        super().__init__(desk, parent, "Story card", "story card", PURPOSE)
        self._group_id = group_id
        self.write = quiet_button("&Write it…", icon_name="pencil")
        self.write.setToolTip("What was seen differently, what turned it, and what others could take from it")
        self.write.clicked.connect(self.ask_for_words)
        self.buttons.insertWidget(2, self.write)
        self._show()

    def ask_for_words(self) -> None:
        """Asks for the story in words, or puts right what was written last; the page follows at once."""
        written = latest_story(self._desk.snapshot, self._group_id)
        if written is not None:
            correct_record(self._desk, self, written)
        else:
            add_record(self._desk, self, Story, group_id=self._group_id, on=self._desk.snapshot.today)
        self._show()

    def _show(self) -> None:
        snapshot = self._desk.snapshot
        try:
            card = story_card(snapshot, self._group_id)
        except Mistake as mistake:
            self.refuse(mistake.sentence)
            return
        code = snapshot.one(Group, self._group_id).code
        self.show_page(story_handout(card), card.title, page_file_name("Story", code, card.on), card.stays)
