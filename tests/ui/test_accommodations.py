"""What a group agreed about an imbalance, and the second look at it."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from tests.builders import an_id
from tests.ui.answering import answering
from tests.ui.balance_shown import TODAY, four, keep, shown_tab, side_of
from tracker.models.records import Accommodation, Group
from tracker.store.office import Office
from tracker.ui.balance.balance_side import BalanceSide
from tracker.ui.form_dialog import FormDialog
from tracker.ui.group.balance import BalanceTab


@pytest.fixture
def tab(sample: Office, qtbot: QtBot) -> BalanceTab:
    return shown_tab(sample, sample.find(Group, "NMCC").id, qtbot)


@pytest.fixture
def side(tab: BalanceTab) -> BalanceSide:
    return side_of(tab)


def test_what_was_agreed_is_added_with_its_review_date(office: Office, qtbot: QtBot) -> None:
    table = four()
    keep(office, *table.records)
    tab = shown_tab(office, table.group.id, qtbot)
    side = side_of(tab)

    def fill(dialog: FormDialog) -> None:
        dialog.form.inputs["imbalance"].set_value("One agency carries it")
        dialog.form.inputs["text"].set_value("Another chairs")
        dialog.form.inputs["review_on"].set_value(date(2008, 12, 1))
        dialog.ok.click()

    with answering(fill):
        side.cards.agreed.add.click()
    assert "To be looked at again on 1 Dec 2008" in side.cards.agreed.words
    assert office.undo_name == "add an accommodation"


def test_an_overdue_second_look_is_marked_and_looking_again_keeps_what_was(office: Office, qtbot: QtBot) -> None:
    table = four()
    old = Accommodation(
        id=an_id(),
        group_id=table.group.id,
        imbalance="One agency carries it",
        text="Another chairs",
        agreed_on=date(2007, 6, 1),
        review_on=date(2008, 6, 20),
    )
    keep(office, *table.records, old)
    tab = shown_tab(office, table.group.id, qtbot, old.id)
    side = side_of(tab)
    assert "! Overdue: to be looked at again on 20 Jun 2008, 10 days ago" in side.cards.agreed.words
    with answering(lambda dialog: dialog.ok.click()):
        side.cards.agreed.buttons[0][0].click()
    assert [each.agreed_on for each in office.snapshot().of(Accommodation)] == [date(2007, 6, 1), TODAY]
    assert "To be looked at again on 20 Jun 2008; agreed anew on 30 Jun 2008" in side.cards.agreed.words
