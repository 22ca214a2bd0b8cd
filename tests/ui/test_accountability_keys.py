"""A group's Accountability: what single keys do with the chosen claims."""

import dataclasses
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from tests.builders import (
    some_evidence,
)
from tests.ui.accountability_shown import (
    ATTENDANCE,
    BESIDE,
    CLAIM,
    CONTROL,
    EDUCATION,
    GROUP,
    LICENCES,
    MEETING,
    RECORDS,
    SCHOOL,
    SHIFT,
    Key,
    answer,
    keep,
    now,
    press,
    shown_tab,
)
from tests.ui.answering import answering
from tracker.models.records import Evidence, Mapping
from tracker.models.records.accountability import MappingRole, MappingState, MappingType, ShareBasis
from tracker.models.records.result import EvidenceKind, Grade
from tracker.store.office import Office
from tracker.ui.form_dialog import FormDialog
from tracker.ui.group.accountability import AccountabilityTab


@pytest.fixture
def tab(office: Office, qtbot: QtBot) -> AccountabilityTab:
    """Two claims on the first result, none on the second; the cursor stands on that of Education."""
    keep(office, *RECORDS, CLAIM, BESIDE)
    return shown_tab(office, GROUP.id, qtbot)


@pytest.fixture
def said(tab: AccountabilityTab) -> list[str]:
    """What was done, and what could not be."""
    told: list[str] = []
    tab.desk.said.connect(told.append)
    tab.desk.mistaken.connect(told.append)
    return told


def test_c_claims_for_the_columns_agency_in_one_step_that_undo_takes_back(
    tab: AccountabilityTab, office: Office, said: list[str], qtbot: QtBot
) -> None:
    press(tab, qtbot, Key.Key_Down, Key.Key_C)
    made = tab.chosen[0].claim
    assert made is not None
    assert (made.agency_id, made.line_id, made.state) == (EDUCATION.id, ATTENDANCE.id, MappingState.DRAFT)
    assert said == ["Claimed as a draft: Education on “Six learner licences”. Ctrl+Z takes it back."]
    assert office.undo_name == "claim a line"
    office.undo()
    assert tab.chosen[0].claim is None


def test_several_empty_cells_are_claimed_at_once(tab: AccountabilityTab, office: Office, qtbot: QtBot) -> None:
    press(tab, qtbot, Key.Key_Down)
    press(tab, qtbot, Key.Key_Right, modifier=SHIFT)
    press(tab, qtbot, Key.Key_C)
    assert office.undo_name == "claim 2 lines"
    assert len(office.snapshot().of(Mapping, result_id=LICENCES.id)) == 2


def test_figures_give_the_strength_of_all_that_are_chosen(
    tab: AccountabilityTab, office: Office, said: list[str], qtbot: QtBot
) -> None:
    press(tab, qtbot, Key.Key_A, modifier=CONTROL)
    press(tab, qtbot, Key.Key_4)
    assert (now(office).strength, now(office, BESIDE).strength) == (4, 4)
    assert said[0].startswith("Strength 4, essential: 2 claims. What was agreed otherwise is a draft again")
    assert "A strong claim, printed as reported by the agency until it has" in " ".join(tab.story.words)
    press(tab, qtbot, Key.Key_4)
    assert said[-1] == "It stands so already: nothing was changed."


def test_s_asks_for_a_share_and_refuses_10001_points_in_place(
    tab: AccountabilityTab, office: Office, qtbot: QtBot
) -> None:
    press(tab, qtbot, Key.Key_S)
    answer(tab, qtbot, "10001 bp")
    assert tab.card.asking.problem.startswith("A share of 100.01% cannot be")
    assert now(office).share_bp is None
    answer(tab, qtbot, "33.34")
    assert (now(office).share_bp, now(office).share_basis) == (3334, ShareBasis.AGREED)
    assert tab.card.asking.isHidden()
    assert tab.card.matrix.hasFocus()


def test_e_splits_equally_and_g_agrees_at_the_latest_meeting(
    tab: AccountabilityTab, office: Office, said: list[str], qtbot: QtBot
) -> None:
    press(tab, qtbot, Key.Key_E)
    assert (now(office).share_bp, now(office, BESIDE).share_bp) == (5000, 5000)
    press(tab, qtbot, Key.Key_G, modifier=SHIFT)
    qtbot.keyClick(tab.card.asking.inputs["on"], Key.Key_Return)
    assert (now(office).state, now(office).agreed_meeting_id) == (MappingState.GROUP_AGREED, MEETING.id)
    assert now(office, BESIDE).agreed_on == date(2008, 6, 26)
    assert "12 apportioned + 0 not allocated = 12 counted once" in tab.story.words
    assert said == [
        "Split equally, 2 × 50%: “Tamariki back at school”. "
        "What was agreed otherwise is a draft again: A or G when it is agreed anew. Ctrl+Z takes it back.",
        "Agreed by the group at the meeting on 26 Jun 2008: 2 claims. Ctrl+Z takes it back.",
    ]


def test_drafts_over_the_whole_are_shown_and_g_is_refused_in_place(
    office: Office, tab: AccountabilityTab, qtbot: QtBot
) -> None:
    shares = [dataclasses.replace(each, share_bp=5500, share_basis=ShareBasis.AGREED) for each in (CLAIM, BESIDE)]
    keep(office, *shares)
    assert tab.matrix is not None
    assert tab.matrix.words.endswith("1 result over 100%")
    press(tab, qtbot, Key.Key_G)
    qtbot.keyClick(tab.card.asking.inputs["on"], Key.Key_Return)
    assert "add up to 110%" in tab.card.asking.problem
    assert now(office).state is MappingState.DRAFT


def test_a_d_and_w_change_the_standing_and_c_takes_a_claim_up_again(
    tab: AccountabilityTab, office: Office, qtbot: QtBot
) -> None:
    states = []
    for key in (Key.Key_A, Key.Key_D, Key.Key_W, Key.Key_C):
        press(tab, qtbot, key)
        states.append(now(office).state)
    assert states == [
        MappingState.AGENCY_AGREED,
        MappingState.DISPUTED,
        MappingState.WITHDRAWN,
        MappingState.DRAFT,
    ]


def test_shift_a_asks_for_the_day(tab: AccountabilityTab, office: Office, qtbot: QtBot) -> None:
    press(tab, qtbot, Key.Key_A, modifier=SHIFT)
    answer(tab, qtbot, "12 June 2008")
    assert now(office).agreed_on == date(2008, 6, 12)


def test_p_gives_the_part(tab: AccountabilityTab, office: Office, qtbot: QtBot) -> None:
    press(tab, qtbot, Key.Key_P)
    inputs = tab.card.asking.inputs
    assert inputs["type"].key == MappingType.LEAD
    inputs["type"].choose(MappingType.FUNDED)
    inputs["role"].choose(MappingRole.CORE)
    qtbot.keyClick(inputs["role"], Key.Key_Return)
    assert (now(office).type, now(office).role) == (MappingType.FUNDED, MappingRole.CORE)


def test_n_proposes_a_sentence_counts_it_and_keeps_what_is_typed(
    tab: AccountabilityTab, office: Office, qtbot: QtBot
) -> None:
    press(tab, qtbot, Key.Key_N)
    writing = tab.card.writing
    assert writing.edit.toPlainText().startswith("Education led the work towards “Tamariki back at school” (12 people)")
    qtbot.keyClicks(writing.edit, "x" * 501)
    assert writing.count == "501 of 500 characters"
    qtbot.keyClick(writing.edit, Key.Key_Return)
    assert writing.problem.endswith("leave out 1.")
    qtbot.keyClick(writing.edit, Key.Key_Backspace)
    qtbot.keyClick(writing.edit, Key.Key_Return)
    assert now(office).narrative == "x" * 500
    assert tab.card.matrix.hasFocus()


def test_esc_leaves_a_sentence_as_it_was(tab: AccountabilityTab, office: Office, qtbot: QtBot) -> None:
    press(tab, qtbot, Key.Key_N)
    qtbot.keyClick(tab.card.writing.edit, Key.Key_Escape)
    assert tab.card.writing.isHidden()
    assert now(office).narrative == ""


def test_r_weighs_what_else_could_explain_it(tab: AccountabilityTab, office: Office, qtbot: QtBot) -> None:
    press(tab, qtbot, Key.Key_R)
    qtbot.keyClicks(tab.card.writing.edit, "A new principal came")
    qtbot.keyClick(tab.card.writing.edit, Key.Key_Return)
    assert now(office).rival_explanation == "A new principal came"


def test_v_adds_evidence_and_the_claim_takes_its_grade_in_the_same_step(
    tab: AccountabilityTab, office: Office, qtbot: QtBot
) -> None:
    def fill(dialog: FormDialog) -> None:
        dialog.form.inputs["name"].set_value("School registers")
        dialog.form.inputs["kind"].set_value(EvidenceKind.DATA)
        dialog.form.inputs["grade"].set_value(Grade.A)
        dialog.ok.click()

    with answering(fill):
        press(tab, qtbot, Key.Key_V)
    assert [each.name for each in office.snapshot().of(Evidence)] == ["School registers"]
    assert (now(office).evidence_grade, office.undo_name) == (Grade.A, "add evidence")
    office.undo()
    assert (now(office).evidence_grade, office.snapshot().of(Evidence)) == (None, ())


def test_shift_v_corrects_what_is_there(tab: AccountabilityTab, office: Office, qtbot: QtBot) -> None:
    keep(office, some_evidence(SCHOOL, grade=Grade.A))

    def fill(dialog: FormDialog) -> None:
        dialog.form.inputs["grade"].set_value(Grade.C)
        dialog.ok.click()

    with answering(fill):
        press(tab, qtbot, Key.Key_V, modifier=SHIFT)
    assert now(office).evidence_grade is Grade.C


def test_enter_opens_a_claim_and_claims_an_empty_cell(tab: AccountabilityTab, office: Office, qtbot: QtBot) -> None:
    def fill(dialog: FormDialog) -> None:
        dialog.form.inputs["evidence_grade"].set_value(Grade.B)
        dialog.ok.click()

    with answering(fill):
        press(tab, qtbot, Key.Key_Return)
    assert now(office).evidence_grade is Grade.B
    press(tab, qtbot, Key.Key_Down, Key.Key_Return)
    assert office.undo_name == "claim a line"


def test_an_empty_cell_says_so(tab: AccountabilityTab, said: list[str], qtbot: QtBot) -> None:
    press(tab, qtbot, Key.Key_Down, Key.Key_S)
    assert said == ["There is no claim in this cell yet: C makes one."]
