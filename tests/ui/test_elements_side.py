"""The Five elements side, and the pages that come of what a group learned."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.builders import a_group
from tracker.models.records import Departure, Group
from tracker.models.records.record import Sensitivity
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.learning.elements_side import ElementsSide
from tracker.ui.place import Place
from tracker.ui.printing.elements_dialog import ElementsDialog
from tracker.ui.printing.story_dialog import StoryDialog


def shown_side(office: Office, group_id: str, qtbot: QtBot) -> ElementsSide:
    side = ElementsSide(Desk(office))
    qtbot.addWidget(side)
    side.resize(1000, 560)
    side.show_place(Place("group", group_id, "learning/elements"))
    side.show()
    return side


def test_each_element_says_what_is_there_and_what_is_a_gap(sample: Office, qtbot: QtBot) -> None:
    side = shown_side(sample, sample.find(Group, "ICM").id, qtbot)
    words = [line for box in side.boxes for line in box.words]
    assert "There: The shared purpose is written down" in words
    assert "A gap: Nobody is the critical friend now" in words


def test_a_gap_leads_to_where_it_is_seen_to(sample: Office, qtbot: QtBot) -> None:
    group = sample.find(Group, "ICM")
    side = shown_side(sample, group.id, qtbot)
    link = next(link for box in side.boxes for link in box.links if "critical friend" in link.accessibleName())
    with qtbot.waitSignal(side.desk.place_requested) as asked:
        link.click()  # type: ignore[attr-defined]
    assert asked.args == [Place("group", group.id, "learning/friend")]


def test_an_empty_group_shows_all_five(office: Office, qtbot: QtBot) -> None:
    group = a_group()
    with office.step("make ready"):
        office.save(group)
    assert len(shown_side(office, group.id, qtbot).boxes) == 5


def test_the_page_of_the_elements_leaves_and_is_registered(sample: Office, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = ElementsDialog(Desk(sample), None, sample.find(Group, "ICM").id)
    qtbot.addWidget(dialog)
    dialog.save_to(tmp_path / "elements.pdf")
    assert (tmp_path / "elements.pdf").read_bytes().startswith(b"%PDF")
    left = [each.what for each in sample.snapshot().of(Departure)]
    assert "Five elements of Integrated Case Management, Papakura" in left


def test_the_story_card_tells_what_was_written_and_fits_a_page(sample: Office, qtbot: QtBot) -> None:
    dialog = StoryDialog(Desk(sample), None, sample.find(Group, "SEMO").id)
    qtbot.addWidget(dialog)
    assert dialog.handout is not None
    assert dialog.handout.pages == 1
    assert "Look at what children can do" in dialog.handout.text  # type: ignore[attr-defined]


def test_of_a_restricted_group_no_story_leaves(office: Office, qtbot: QtBot) -> None:
    group = a_group(sensitivity=Sensitivity.RESTRICTED)
    with office.step("make ready"):
        office.save(group)
    dialog = StoryDialog(Desk(office), None, group.id)
    qtbot.addWidget(dialog)
    assert dialog.handout is None
    assert not dialog.save.isEnabled()
