"""An agency is renamed, or split, from a day on."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.builders import an_agency
from tests.ui.moved import HOUSING, MERE, POLICE, VAN, everything, fill, typed
from tracker.models.records import Agency, Commitment, FormerName, Membership, Person, Succession
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.moving.rename_dialog import RenameDialog
from tracker.ui.moving.split_dialog import SplitDialog

DONE = (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(office: Office) -> Desk:
    fill(office)
    return Desk(office)


@pytest.fixture
def renaming(desk: Desk, qtbot: QtBot) -> RenameDialog:
    made = RenameDialog(desk, None, POLICE.id)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def splitting(desk: Desk, qtbot: QtBot) -> SplitDialog:
    made = SplitDialog(desk, None, POLICE.id)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_new_name_holds_from_the_day_and_the_old_one_is_kept(renaming: RenameDialog, desk: Desk) -> None:
    typed(renaming.name, "Ngā Pirihimana o Aotearoa")
    typed(renaming.from_day, "1 Jun 2008")
    QTest.keyClick(renaming, *DONE)
    (former,) = desk.snapshot.of(FormerName)
    assert (former.name, former.until) == (POLICE.name, date(2008, 5, 31))
    assert desk.snapshot.one(Agency, POLICE.id).name == "Ngā Pirihimana o Aotearoa"
    assert desk.office.undo_name == "rename an agency"


def test_undo_gives_the_old_name_back(renaming: RenameDialog, desk: Desk) -> None:
    typed(renaming.name, "Another name")
    QTest.keyClick(renaming, *DONE)
    desk.office.undo()
    assert (desk.snapshot.one(Agency, POLICE.id), desk.snapshot.of(FormerName)) == (POLICE, ())


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        ("name", "", "Give the new name of Police."),
        ("code", "HNZ", "has the code HNZ"),
        ("from_day", "1 Jan 2030", "1 Jan 2030 is still to come"),
        ("from_day", "soon", ""),
    ],
)
def test_what_cannot_be_is_said_and_nothing_changes(
    renaming: RenameDialog, desk: Desk, field: str, text: str, sentence: str
) -> None:
    renaming.te_reo_name.setText("Ngā Pirihimana")
    getattr(renaming, field).setText(text)
    QTest.keyClick(renaming, *DONE)
    assert renaming.isVisible()
    assert renaming.banner.sentence
    assert sentence in renaming.banner.sentence
    assert desk.snapshot.one(Agency, POLICE.id) == POLICE


def test_it_opens_with_the_names_as_they_are(renaming: RenameDialog) -> None:
    assert (renaming.name.text(), renaming.code.text()) == (POLICE.name, "POL")
    assert renaming.preview.text == "Police has this name already: give the new one."


def name_parts(dialog: SplitDialog, *names: str) -> None:
    for place, name in enumerate(names):
        typed(dialog.parts.line(place)[0], name)
    dialog.refresh()


def test_a_split_makes_new_agencies_and_leads_people_and_the_rest_there(splitting: SplitDialog, desk: Desk) -> None:
    name_parts(splitting, "Youth Police", "Road Police")
    typed(splitting.from_day, "1 Jun 2008")
    splitting.list.hand(splitting.parts.agencies[0].id, [MERE.id])
    QTest.keyClick(splitting, *DONE)
    youth, road = desk.office.find(Agency, "Youth Police"), desk.office.find(Agency, "Road Police")
    assert {each.successor_id for each in desk.snapshot.of(Succession)} == {youth.id, road.id}
    assert desk.snapshot.one(Person, MERE.id).agency_id == youth.id
    assert desk.snapshot.one(Commitment, VAN.id).agency_id == youth.id
    assert {seat.from_on for seat in desk.snapshot.of(Membership, agency_id=youth.id)} == {date(2008, 6, 1)}
    assert desk.office.undo_name == "split an agency"


def test_undo_puts_the_agency_together_again(splitting: SplitDialog, desk: Desk) -> None:
    before = everything(desk.office)
    name_parts(splitting, "Youth Police")
    QTest.keyClick(splitting, *DONE)
    assert everything(desk.office) != before
    desk.office.undo()
    assert (everything(desk.office), desk.snapshot.of(Succession)) == (before, ())


def test_a_name_that_is_here_already_is_that_agency_with_its_code(splitting: SplitDialog) -> None:
    name_parts(splitting, "housing new zealand")
    code = splitting.parts.line(0)[1]
    assert splitting.parts.agencies == (HOUSING,)
    assert (code.text(), code.isEnabled()) == ("HNZ", False)


def test_who_has_not_chosen_is_named_and_keys_let_all_choose(splitting: SplitDialog) -> None:
    name_parts(splitting, "Youth Police", "Road Police")
    assert splitting.preview.text == "Say to which agency they go: Mere Tāwhai."
    QTest.keyClick(splitting.list.view, Qt.Key.Key_A, CTRL)
    QTest.keyClick(splitting.list.view, Qt.Key.Key_Space)
    assert not splitting.preview.problem


def test_an_agency_that_goes_on_keeps_its_people(splitting: SplitDialog, desk: Desk) -> None:
    name_parts(splitting, "Youth Police")
    QTest.keyClick(splitting.stays, Qt.Key.Key_Space)
    QTest.keyClick(splitting, *DONE)
    assert desk.snapshot.one(Person, MERE.id).agency_id == POLICE.id
    assert len(desk.snapshot.of(Succession)) == 1


def test_without_a_part_nothing_can_be_split(splitting: SplitDialog) -> None:
    QTest.keyClick(splitting, *DONE)
    assert splitting.isVisible()
    assert splitting.banner.sentence == "Name at least one agency that takes over from Police."


def test_two_with_one_code_and_a_code_that_is_taken_are_refused(splitting: SplitDialog) -> None:
    name_parts(splitting, "Youth Police", "Road Police")
    for place, code in enumerate(("NP", "NP")):
        splitting.parts.line(place)[1].setText(code)
    splitting.refresh()
    assert "the same code" in splitting.preview.text
    splitting.parts.line(1)[1].setText("HNZ")
    splitting.refresh()
    assert "has the code HNZ" in splitting.preview.text


def test_another_line_is_added_for_a_third(splitting: SplitDialog) -> None:
    splitting.parts.add.click()
    name_parts(splitting, "One Police", "Two Police", "Three Police")
    assert [part.name for part in splitting.parts.agencies] == ["One Police", "Two Police", "Three Police"]


def test_agencies_below_it_are_named(desk: Desk, qtbot: QtBot) -> None:
    desk.do("add", an_agency("DOGS", name="Dog section", part_of_id=POLICE.id))
    dialog = SplitDialog(desk, None, POLICE.id)
    qtbot.addWidget(dialog)
    name_parts(dialog, "Youth Police")
    assert "Dog section stays part of Police" in dialog.preview.text
