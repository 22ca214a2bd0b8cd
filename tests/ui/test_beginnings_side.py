"""How a group began: the triage, its reasons, the members' views, the continuum, and the wordings of the purpose."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.builders import a_group, a_member, an_agency, an_id
from tests.ui.answering import answering
from tracker.models.records import ContinuumPlace, Group, Purpose, Record, SenseMaking, Triage
from tracker.models.records.group import Trigger
from tracker.models.records.outlook import Closeness, Domain, TriageResult
from tracker.store.office import Office
from tracker.ui.beginnings.beginnings_side import BeginningsSide
from tracker.ui.desk import Desk
from tracker.ui.form_dialog import FormDialog
from tracker.ui.place import Place

GROUP = a_group(purpose="Fewer services at one door.")
POLICE, EDUCATION = an_agency("POL", short_name="Police"), an_agency("EDU", short_name="Education")
MEMBERS = (a_member(GROUP, POLICE), a_member(GROUP, EDUCATION))
TODAY = date(2008, 6, 30)


def keep(office: Office, *records: Record) -> None:
    with office.step("make ready"):
        office.save(*records)


def shown_side(office: Office, group_id: str, qtbot: QtBot, record_id: str = "") -> BeginningsSide:
    side = BeginningsSide(Desk(office))
    qtbot.addWidget(side)
    side.resize(1000, 640)
    side.show()
    side.show_place(Place("group", group_id, "overview/beginnings", record_id))
    if not record_id:
        side.take_focus()
    return side


@pytest.fixture
def side(office: Office, qtbot: QtBot) -> BeginningsSide:
    keep(office, GROUP, POLICE, EDUCATION, *MEMBERS)
    return shown_side(office, GROUP.id, qtbot)


def answer(side: BeginningsSide, qtbot: QtBot, *answers: str) -> None:
    """Types the answers one after the other, and Enter in the last."""
    edits = list(side.triage.rows.edits.values())
    for edit, words in zip(edits, answers, strict=True):
        edit.clear()
        qtbot.keyClicks(edit, words)
    qtbot.keyClick(edits[-1], Qt.Key.Key_Return)


def test_the_first_question_has_the_keyboard_and_enter_keeps_the_answers(
    side: BeginningsSide, office: Office, qtbot: QtBot
) -> None:
    assert side.triage.rows.edits["aspects"].hasFocus()
    answer(side, qtbot, "7", "6", "1", "0")
    (triage,) = office.snapshot().of(Triage)
    assert (triage.aspects, triage.standardness, triage.on) == (7, 0, TODAY)
    assert triage.result is TriageResult.JOINED_UP
    assert side.triage.words[0] == "A joined-up response is needed"
    office.undo()
    assert side.triage.words[0] == "Not enough to tell"


def test_an_open_question_is_kept_as_open(side: BeginningsSide, office: Office, qtbot: QtBot) -> None:
    answer(side, qtbot, "7", "", "1", "0")
    assert office.snapshot().of(Triage)[0].result is None
    assert side.triage.words[1].startswith("1 of 4 questions is open")


def test_an_answer_out_of_range_is_said_and_nothing_is_kept(side: BeginningsSide, office: Office, qtbot: QtBot) -> None:
    answer(side, qtbot, "7", "6", "5", "0")
    assert "“How clear is it what the matter is?” takes a whole number from 0 to 4" in side.triage.words[-1]
    assert office.snapshot().of(Triage) == ()


def test_up_and_down_step_through_the_answers(side: BeginningsSide, qtbot: QtBot) -> None:
    edit = side.triage.rows.edits["clarity"]
    for _ in range(6):
        qtbot.keyClick(edit, Qt.Key.Key_Up)
    assert edit.answer == 4
    qtbot.keyClick(edit, Qt.Key.Key_Down)
    assert edit.answer == 3


def test_what_is_typed_stays_when_something_else_changes(side: BeginningsSide, office: Office, qtbot: QtBot) -> None:
    qtbot.keyClicks(side.triage.rows.edits["aspects"], "7")
    keep(office, SenseMaking(id=an_id(), group_id=GROUP.id, agency_id=POLICE.id, on=TODAY, domain=Domain.CHAOS))
    assert side.triage.rows.edits["aspects"].text() == "7"


def test_the_result_is_overruled_with_a_reason(side: BeginningsSide, office: Office, qtbot: QtBot) -> None:
    answer(side, qtbot, "7", "6", "1", "0")
    qtbot.keyClick(side.triage.overrule_button, Qt.Key.Key_Space)
    side.triage.asking.inputs["result"].choose("single")
    why = side.triage.asking.inputs["why"]
    qtbot.keyClick(why, Qt.Key.Key_Return)
    assert side.triage.asking.problem.startswith("Say in a line why")
    qtbot.keyClicks(why, "Housing has it in hand.")
    qtbot.keyClick(why, Qt.Key.Key_Return)
    assert office.snapshot().of(Triage)[0].overruled_because == "Housing has it in hand."
    assert side.triage.words[0] == "A single agency is enough"
    assert "Overruled: Housing has it in hand." in side.triage.words[1]


def test_why_it_formed_is_asked_for_and_shown(side: BeginningsSide, office: Office, qtbot: QtBot) -> None:
    def fill(dialog: FormDialog) -> None:
        assert list(dialog.form.inputs) == ["triggers", "catalyst"]
        dialog.form.inputs["triggers"].set_value((Trigger.CRISIS,))
        dialog.form.inputs["catalyst"].set_value("A case manager")
        dialog.ok.click()

    with answering(fill):
        side.why.note_button.click()
    assert office.snapshot().one(Group, GROUP.id).triggers == (Trigger.CRISIS,)
    assert side.why.words[0] == "A crisis, or high public profile"
    assert "Set off by: A case manager" in side.why.words


def test_a_adds_a_view_and_m_a_newer_one_of_the_same_member(side: BeginningsSide, office: Office, qtbot: QtBot) -> None:
    before = SenseMaking(id=an_id(), group_id=GROUP.id, agency_id=POLICE.id, on=date(2008, 1, 1), domain=Domain.CHAOS)
    keep(office, before)

    def fill(dialog: FormDialog) -> None:
        dialog.form.inputs["domain"].set_value(Domain.COMPLEX)
        dialog.ok.click()

    with answering(fill):
        qtbot.keyClick(side.sense.view, Qt.Key.Key_M)
    assert len(office.snapshot().of(SenseMaking)) == 2
    assert "moved from chaos (1 Jan 2008)" in side.sense.table.as_text()
    assert side.sense.boxes.boxes[Domain.COMPLEX].accessibleName() == "Complex: Police"
    assert side.sense.words == ["One view so far: 1 complex", "1 agency not asked yet: Education"]


def test_the_arrow_keys_choose_a_place_and_p_and_t_note_it(side: BeginningsSide, office: Office, qtbot: QtBot) -> None:
    picture = side.continuum.picture
    picture.setFocus()
    for key, steps in ((Qt.Key.Key_P, 1), (Qt.Key.Key_T, 2)):
        for _ in range(steps):
            qtbot.keyClick(picture, Qt.Key.Key_Right)
        qtbot.keyClick(picture, key)
        qtbot.keyClick(side.continuum.asking.inputs["on"], Qt.Key.Key_Return)
    places = [(each.closeness, each.target) for each in office.snapshot().of(ContinuumPlace)]
    assert places == [(Closeness.COMMUNICATION, False), (Closeness.CO_ORDINATION, True)]
    assert side.continuum.words == "Communication now, 2 places short of co-ordination, where the group means to be"
    assert picture.hasFocus()


def test_r_rewords_the_purpose_and_keeps_the_words_before(side: BeginningsSide, office: Office, qtbot: QtBot) -> None:
    def fill(dialog: FormDialog) -> None:
        assert dialog.form.inputs["text"].value == GROUP.purpose
        dialog.form.inputs["text"].set_value("Fewer doors.")
        dialog.ok.click()
        assert dialog.banner.sentence.startswith("Say in a line why")
        dialog.form.inputs["why"].set_value("The aunties said so.")
        dialog.ok.click()

    with answering(fill):
        qtbot.keyClick(side.wordings.reword_button, Qt.Key.Key_R)
    assert office.snapshot().one(Group, GROUP.id).purpose == "Fewer doors."
    assert [each.text for each in office.snapshot().of(Purpose)] == ["Fewer services at one door.", "Fewer doors."]
    assert side.wordings.words[:2] == ["Fewer doors.", "Since 30 Jun 2008: The aunties said so."]
    office.undo()
    assert office.snapshot().one(Group, GROUP.id).purpose == GROUP.purpose
    assert office.snapshot().of(Purpose) == ()


def test_a_purpose_changed_in_the_groups_form_is_shown_without_a_reason(sample: Office, qtbot: QtBot) -> None:
    group = sample.find(Group, "ICM")
    side = shown_side(sample, group.id, qtbot)
    with sample.step("correct a group"):
        sample.save(type(group)(**vars(group) | {"purpose": "Something else."}))
    assert side.wordings.words[:2] == ["Something else.", "Reworded without a reason"]


def test_an_empty_group_says_what_goes_where(office: Office, qtbot: QtBot) -> None:
    keep(office, a := a_group())
    side = shown_side(office, a.id, qtbot)
    assert side.words == ""
    assert side.triage.words[0] == "Not enough to tell"
    assert side.why.words[0].startswith("What made people come together")
    assert side.wordings.words[0].startswith("What the group is there to change")
    assert side.sense.first.isVisible()


@pytest.mark.parametrize("kind", [SenseMaking, ContinuumPlace, Purpose, Triage])
def test_a_place_leads_to_what_it_names(kind: type[Record], sample: Office, qtbot: QtBot) -> None:
    group = sample.find(Group, "ICM")
    thing = sample.snapshot().of(kind, group_id=group.id)[-1]
    side = shown_side(sample, group.id, qtbot, thing.id)
    assert side.isAncestorOf(side.focusWidget())


@pytest.mark.parametrize("width", [760, 1000, 1640])
def test_nothing_needs_more_width_than_the_window_has(width: int, sample: Office, qtbot: QtBot) -> None:
    side = shown_side(sample, sample.find(Group, "ICM").id, qtbot)
    side.resize(width, 640)
    cards = (side.wordings, side.triage, side.why, side.sense, side.continuum)
    qtbot.waitUntil(lambda: all(card.mapTo(side, card.rect().bottomRight()).x() <= width for card in cards))


def test_each_question_says_beforehand_what_it_takes(side: BeginningsSide) -> None:
    edits = side.triage.rows.edits
    assert edits["aspects"].toolTip() == "A number from 0 to 20; empty if not known"
    assert edits["clarity"].toolTip().startswith("0 not at all, 1 a little")
