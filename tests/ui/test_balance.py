"""A group's Balance: the day that moves it, its pictures and lists, what was agreed, and what if."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import a_group, a_member, an_agency, an_id
from tests.models.balance_office import Table
from tests.ui.answering import answering
from tracker.models.records import Accommodation, Group, Record
from tracker.models.records.reading import Question
from tracker.store.office import Office
from tracker.ui.balance.balance_side import BalanceSide
from tracker.ui.balance.what_if_dialog import WhatIfDialog
from tracker.ui.desk import Desk
from tracker.ui.form_dialog import FormDialog
from tracker.ui.group.balance import CONTRIBUTIONS, BalanceTab
from tracker.ui.place import Place
from tracker.ui.printing.table_told import plain_table

TODAY = date(2008, 6, 30)


class Windows(QObject):
    """Keeps every widget that was shown as a window."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(watched)
        return False


def shown_tab(office: Office, group_id: str, qtbot: QtBot, record_id: str = "", width: int = 1016) -> BalanceTab:
    tab = BalanceTab(Desk(office))
    qtbot.addWidget(tab)
    tab.resize(width, 640)
    tab.show_place(Place("group", group_id, "balance", record_id))
    with qtbot.waitExposed(tab):
        tab.show()
    return tab


def side_of(tab: BalanceTab) -> BalanceSide:
    assert isinstance(tab.side, BalanceSide)
    return tab.side


def keep(office: Office, *records: Record) -> None:
    with office.step("make ready"):
        office.save(*records)


def four() -> Table:
    """70, 10, 10 and 10; all read who gives and who gains."""
    table = Table(4).gave(70, 10, 10, 10).read(0, (40, 30, 20, 10))
    return table.read(0, (60, 20, 10, 10), Question.GIVES).read(0, (20, 20, 30, 30), Question.GAINS)


@pytest.fixture
def tab(sample: Office, qtbot: QtBot) -> BalanceTab:
    return shown_tab(sample, sample.find(Group, "NMCC").id, qtbot)


@pytest.fixture
def side(tab: BalanceTab) -> BalanceSide:
    return side_of(tab)


def test_five_tiles_say_each_figure_with_its_count_and_its_day(side: BalanceSide) -> None:
    words = [tile.words for tile in side.tiles.tiles]
    assert words[0].startswith("Largest share of resources: Defence Force 70% · of $1,800,000 delivered · 6 of 8")
    assert words[1].startswith("Effective partners: 1.9 of 8")
    assert [word.split(":")[0] for word in words[2:]] == ["Chair", "Influence, largest", "Gives more than it gains"]


def test_a_day_moves_the_whole_page(side: BalanceSide, qtbot: QtBot) -> None:
    side.head.day.setFocus()
    side.head.day.selectAll()
    qtbot.keyClicks(side.head.day, "1 Mar 2007")
    qtbot.keyClick(side.head.day, Qt.Key.Key_Return)
    assert side.told.on == date(2007, 3, 1)
    assert "12 months to 1 Mar 2007" in side.tiles.tiles[0].words
    assert "1 Mar 2007" in side.cards.bars.said


def test_up_and_down_step_by_days_and_page_down_by_months(side: BalanceSide, qtbot: QtBot) -> None:
    qtbot.keyClick(side.head.day, Qt.Key.Key_Down)
    assert side.told.on == date(2008, 6, 29)
    qtbot.keyClick(side.head.day, Qt.Key.Key_PageDown)
    assert side.told.on == date(2008, 5, 29)
    side.head.to_today.click()
    assert side.told.on == TODAY


def test_a_day_to_come_is_refused_in_a_sentence(side: BalanceSide) -> None:
    mistakes: list[str] = []
    side.desk.mistaken.connect(mistakes.append)
    side.head.day.setText("12 Jul 2008")
    side.head.day.say()
    assert mistakes == ["12 Jul 2008 is still to come: the balance can be shown up to today."]
    assert side.head.day.text() == "30 Jun 2008"


def test_l_turns_every_picture_into_a_list_with_the_same_facts(tab: BalanceTab, qtbot: QtBot) -> None:
    side = side_of(tab)
    picture, view = side.cards.bars_picture, side.cards.bars.view
    picture.setFocus()
    qtbot.keyClick(picture, Qt.Key.Key_L)
    assert view.isVisible()
    assert not picture.isVisible()
    assert side.cards.give_and_get.view.isVisible()
    assert side.cards.over_time.view.isVisible()
    rows = view.table.as_text().splitlines()
    assert rows[0].split("\t") == ["Agency", "Resources", "Worth (NZD)", "Influence", "Views from–to"]
    assert rows[2].split("\t")[:3] == ["Defence Force", "70%", "1,260,000"]


def test_l_in_the_day_is_a_letter(side: BalanceSide, qtbot: QtBot) -> None:
    side.head.day.setFocus()
    side.head.day.clear()
    qtbot.keyClicks(side.head.day, "l")
    assert side.head.day.text() == "l"
    assert not side.head.as_list.isChecked()


def test_qt_finds_nothing_wrong_with_the_lists(side: BalanceSide) -> None:
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    cards = side.cards
    views = (cards.bars.view, cards.give_and_get.view, cards.over_time.view, cards.kinds_view)
    testers = [QAbstractItemModelTester(view.table, fatal) for view in views]
    side.show_day(date(2007, 1, 1))
    assert len(testers) == 4


def test_arrow_keys_go_from_agency_to_agency_and_enter_opens_it(side: BalanceSide, qtbot: QtBot) -> None:
    places: list[Place] = []
    side.desk.place_requested.connect(places.append)
    picture = side.cards.bars_picture
    picture.setFocus()
    qtbot.keyClick(picture, Qt.Key.Key_Down)
    assert side.cards.bars.said.startswith("Defence Force: 70% of resources, $1,260,000 · 29% of influence")
    assert picture.accessibleDescription() == side.cards.bars.said
    qtbot.keyClick(picture, Qt.Key.Key_Return)
    assert places == [Place("agency", record_id=side.told.rows[1].id)]


def test_what_each_gives_and_gets_is_said_point_by_point(side: BalanceSide, qtbot: QtBot) -> None:
    plot = side.cards.give_and_get_plot
    plot.setFocus()
    qtbot.keyClick(plot, Qt.Key.Key_Right)
    assert side.cards.give_and_get.said.startswith("Defence Force gives 60 of 100 points and gets 18: +42")


def test_enter_on_a_point_of_time_moves_the_page_there(side: BalanceSide, qtbot: QtBot) -> None:
    plot = side.cards.time_plot
    plot.setFocus()
    qtbot.keyClick(plot, Qt.Key.Key_Left)
    qtbot.keyClick(plot, Qt.Key.Key_Return)
    assert side.told.on == date(2008, 5, 31)
    assert side.head.day.text() == "31 May 2008"
    assert plot.number == plot.chosen + 2


def test_kinds_stand_in_their_own_units_and_nothing_is_added_over_them(side: BalanceSide) -> None:
    headings = [column.heading for column in side.cards.kinds_table.columns]
    assert headings[1:3] == ["Money\nNZD", "Staff time\nNZD"]
    last = side.cards.kinds_table.as_text().splitlines()[-1].split("\t")
    assert last[:3] == ["All of them", "270,000 1 of 8", "166,000 2 of 8"]


def test_sides_turn_by_their_buttons(tab: BalanceTab) -> None:
    tab.buttons[CONTRIBUTIONS].click()
    assert type(tab.side).__name__ == "ContributionsSide"
    assert not tab.findChildren(BalanceSide)[0].isVisible()


def test_too_few_values_say_how_to_get_there_and_lead_there(office: Office, qtbot: QtBot) -> None:
    table = Table(5).gave(700)
    keep(office, *table.records)
    tab = shown_tab(office, table.group.id, qtbot)
    assert side_of(tab).cards.bars.empty
    side_of(tab).cards.side_requested.emit(CONTRIBUTIONS)
    assert type(tab.side).__name__ == "ContributionsSide"


@pytest.mark.parametrize("size", [1, 2, 4])
def test_one_two_or_a_few_agencies_have_their_page(size: int, office: Office, qtbot: QtBot) -> None:
    table = Table(size).gave(*(10,) * size)
    keep(office, *table.records)
    tab = shown_tab(office, table.group.id, qtbot)
    side = side_of(tab)
    assert side.cards.bars_picture.number == size
    assert not side.cards.bars.empty


def test_a_group_without_members_leads_to_its_people(office: Office, qtbot: QtBot) -> None:
    group = a_group()
    keep(office, group)
    tab = shown_tab(office, group.id, qtbot)
    side = side_of(tab)
    assert not side.cards.isVisible()
    assert not side.head.isVisible()


def test_a_group_with_members_alone_says_what_goes_there(office: Office, qtbot: QtBot) -> None:
    group, agency = a_group(), an_agency()
    keep(office, group, agency, a_member(group, agency))
    tab = shown_tab(office, group.id, qtbot)
    assert not side_of(tab).cards.isVisible()


def test_names_that_stand_close_do_not_lie_over_each_other(office: Office, qtbot: QtBot) -> None:
    table = Table(6)
    for question in (Question.GIVES, Question.GAINS):
        table.read(0, (17, 17, 17, 17, 16, 16), question)
    keep(office, *table.records)
    tab = shown_tab(office, table.group.id, qtbot)
    plot = side_of(tab).cards.give_and_get_plot
    boxes = plot.label_boxes
    assert len(boxes) + plot.unnamed == 6
    assert not any(one.meets(other) for place, one in enumerate(boxes) for other in boxes[:place])


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


def with_what_if(act: Callable[[WhatIfDialog], None], opens: Callable[[], None]) -> None:
    seen: list[WhatIfDialog] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, WhatIfDialog)
        seen.append(dialog)
        try:
            act(dialog)
        finally:
            dialog.reject()

    QTimer.singleShot(0, answer)
    opens()
    assert seen


def test_what_if_moves_an_amount_and_leaves_no_trace(office: Office, qtbot: QtBot) -> None:
    table = four()
    keep(office, *table.records)
    tab = shown_tab(office, table.group.id, qtbot)
    side = side_of(tab)
    before = office.undo_name

    def suppose(dialog: WhatIfDialog) -> None:
        dialog.form.amount.setText("30")
        qtbot.keyClick(dialog.form.amount, Qt.Key.Key_Return)
        assert dialog.changes[0].words == "Largest share of resources: Agency 0 70% → Agency 0 40%"
        assert dialog.form.supposed_words == "1. 30 NZD of money from Agency 0 to Agency 1"

    with_what_if(suppose, side.head.what_if.click)
    assert office.undo_name == before
    assert side.told.tiles[0].figure == "Agency 0 70%"


def test_what_if_somebody_else_chairs_is_shown_and_taken_back(office: Office, qtbot: QtBot) -> None:
    table = four()
    keep(office, *table.records)
    tab = shown_tab(office, table.group.id, qtbot)
    side = side_of(tab)

    def suppose(dialog: WhatIfDialog) -> None:
        dialog.form.chair_to.choose(f"agency {table.agencies[0].id}")
        dialog.form.chair_it.click()
        assert dialog.changes[0].words == "Chair: – → Agency 0 70%"
        dialog.form.take_back.click()
        assert (dialog.changes, dialog.moves) == ((), ())

    with_what_if(suppose, side.head.what_if.click)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Say how much would move, in NZD."),
        ("lots", "“lots” is no amount: write it like 12,000."),
        ("-3", "Give an amount above 0 to move."),
        ("NaN", "Give an amount above 0 to move."),
        ("700", "Agency 0 delivered 70 NZD of money in these 12 months: move no more than that."),
    ],
)
def test_what_cannot_be_supposed_is_said_in_place(typed: str, sentence: str, qtbot: QtBot) -> None:
    table = four()
    dialog = WhatIfDialog(table.snapshot, None, table.group.id, TODAY)
    qtbot.addWidget(dialog)
    dialog.form.amount.setText(typed)
    qtbot.keyClick(dialog.form.amount, Qt.Key.Key_Return)
    assert dialog.form.problem == sentence
    assert dialog.moves == ()


def test_no_two_keys_of_the_page_are_the_same(tab: BalanceTab) -> None:
    words = [part.text() for kind in (QPushButton, QLabel) for part in tab.findChildren(kind) if part.isVisible()]
    letters = [word[word.index("&") + 1].lower() for word in words if "&" in word]
    assert sorted(letters) == sorted({*letters})
    # Those of the window's menus and of the group's own buttons.
    assert not {*letters} & set("fevghob")


def test_what_rests_on_readings_never_leaves_and_amounts_do(side: BalanceSide) -> None:
    assert plain_table(side.cards.bars.view, side.desk).stays == 8
    assert plain_table(side.cards.give_and_get.view, side.desk).rows == 0
    assert plain_table(side.cards.kinds_view, side.desk).stays == 0


def test_opening_the_balance_opens_no_window_of_its_own(sample: Office, qtbot: QtBot) -> None:
    seen = Windows()
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(seen)
    tab = shown_tab(sample, sample.find(Group, "NMCC").id, qtbot)
    app.removeEventFilter(seen)
    assert [widget for widget in seen.shown if widget is not tab] == []
