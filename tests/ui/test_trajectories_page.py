"""The Trajectories page, as a person uses it: ways to look, keys, the day, the table, and what is saved."""

from datetime import date
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from tests.builders import a_group, a_stage
from tests.models.judged_office import FLYING, FORMING, a_life, told
from tracker.models.records.record import Sensitivity
from tracker.models.records.stage import Stage
from tracker.store.office import Office
from tracker.ui.desk import Desk
from tracker.ui.pages.trajectories import TrajectoriesPage
from tracker.ui.place import Place
from tracker.ui.plots.office_lines import OfficeLines
from tracker.ui.plots.office_plot import OfficePlot
from tracker.ui.plots.spread import spread
from tracker.ui.preferences import Preferences
from tracker.ui.printing.table_told import plain_table
from tracker.ui.trajectories.view_choice import ViewChoice


def shown(office: Office, qtbot: QtBot) -> TrajectoriesPage:
    """With the plots loaded, as after the first moment of a running program."""
    import_module("tracker.ui.plots.trajectory")
    page = TrajectoriesPage(Desk(office))
    qtbot.addWidget(page)
    page.resize(1064, 780)
    page.show_place(Place("trajectories"))
    page.show()
    qtbot.waitExposed(page)
    return page


@pytest.fixture
def page(sample: Office, qtbot: QtBot) -> TrajectoriesPage:
    return shown(sample, qtbot)


def plot_of(page: TrajectoriesPage) -> OfficePlot:
    plot = page.chart.plot
    assert isinstance(plot, OfficePlot)
    return plot


def places_of(page: TrajectoriesPage) -> list[Place]:
    places: list[Place] = []
    page.desk.place_requested.connect(places.append)
    return places


def test_it_says_how_many_groups_and_judgements_there_are(page: TrajectoriesPage) -> None:
    assert page.summary.whole == "8 groups, 1 closed · 57 judgements"
    assert page.days.bar.words == "As at today"


def test_down_goes_from_group_to_group_and_left_through_its_judgements(page: TrajectoriesPage, qtbot: QtBot) -> None:
    plot = plot_of(page)
    qtbot.keyClick(plot, Qt.Key.Key_Down)
    qtbot.keyClick(plot, Qt.Key.Key_Down)
    assert page.chart.words == "GUEDO · Frustration 8 months · 35 in all · fell back once · stuck 257 days"
    qtbot.keyClick(plot, Qt.Key.Key_Left)
    assert page.chart.words.startswith("GUEDO · ")
    last = plot.chosen[1]
    qtbot.keyClick(plot, Qt.Key.Key_Left)
    assert plot.chosen[1] == last - 1


def test_enter_opens_the_group_at_the_judgement_that_is_ringed(page: TrajectoriesPage, qtbot: QtBot) -> None:
    places, plot = places_of(page), plot_of(page)
    qtbot.keyClick(plot, Qt.Key.Key_Down)
    qtbot.keyClick(plot, Qt.Key.Key_Return)
    qtbot.keyClick(plot, Qt.Key.Key_Right)
    qtbot.keyClick(plot, Qt.Key.Key_Return)
    assert [(place.group_id, place.tab) for place in places] == [(page.chart.chosen_id, "life-cycle/trajectory")] * 2
    assert [bool(place.record_id) for place in places] == [False, True]


def test_escape_lets_go_of_the_group(page: TrajectoriesPage, qtbot: QtBot) -> None:
    plot = plot_of(page)
    qtbot.keyClick(plot, Qt.Key.Key_End)
    assert page.chart.chosen_id
    qtbot.keyClick(plot, Qt.Key.Key_Escape)
    assert (page.chart.chosen_id, page.chart.words) == ("", "")


def test_a_click_on_a_line_opens_its_group(page: TrajectoriesPage, qtbot: QtBot) -> None:
    places, plot = places_of(page), plot_of(page)
    at = plot.position_of(5, 0).toPoint()
    assert plot.found_at(plot.position_of(5, 0)) == (5, 0)
    qtbot.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert [place.page for place in places] == ["group"]
    qtbot.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert len(places) == 1


def test_the_mouse_names_the_group_and_the_judgement_that_holds_there(page: TrajectoriesPage, qtbot: QtBot) -> None:
    plot = plot_of(page)
    with qtbot.waitSignal(plot.pointed_at) as said:
        qtbot.mouseMove(plot.viewport(), plot.position_of(5, 1).toPoint())
    assert said.args[0].startswith("Schooling (SEMO) · ")
    assert page.chart.words == said.args[0]


@pytest.mark.parametrize("view", ViewChoice)
def test_each_way_to_look_keeps_the_chosen_group_and_is_there_the_next_time(
    sample: Office, qtbot: QtBot, tmp_path: Path, view: ViewChoice
) -> None:
    Preferences.keep_in(tmp_path)
    page = shown(sample, qtbot)
    qtbot.keyClick(plot_of(page), Qt.Key.Key_End)
    chosen = page.chart.chosen_id
    page.choices[view].click()
    assert page.chart.chosen_id == chosen
    assert TrajectoriesPage(page.desk).view is view
    Preferences.forget()


def test_from_their_beginnings_all_lines_begin_in_the_first_months(page: TrajectoriesPage, qtbot: QtBot) -> None:
    page.show_view(ViewChoice.START)
    low, high = plot_of(page).in_view
    assert -5 < low < 0
    assert 148 < high < 170


def test_tiles_are_gone_through_with_the_arrow_keys_and_opened_with_enter(page: TrajectoriesPage, qtbot: QtBot) -> None:
    page.show_view(ViewChoice.MULTIPLES)
    places, tiles = places_of(page), page.chart.multiples
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down):
        qtbot.keyClick(tiles, key)
    assert tiles.chosen == 1 + tiles.columns
    assert page.chart.words.endswith(tiles.accessibleDescription().partition(": ")[2])
    qtbot.keyClick(tiles, Qt.Key.Key_Return)
    assert places[0].group_id == page.chart.chosen_id


def test_the_last_tile_is_brought_into_view(page: TrajectoriesPage, qtbot: QtBot) -> None:
    page.show_view(ViewChoice.MULTIPLES)
    tiles = page.chart.multiples
    qtbot.keyClick(tiles, Qt.Key.Key_End)
    # With the fonts of another machine a tile may be higher than the room that is left: then its foot is in view.
    qtbot.waitUntil(lambda: 0 < tiles.place_of(tiles.chosen).bottom() <= tiles.viewport().height())


def test_l_turns_the_picture_into_a_table_with_the_same_facts_and_back(page: TrajectoriesPage, qtbot: QtBot) -> None:
    plot_of(page).setFocus()
    qtbot.keyClick(plot_of(page), Qt.Key.Key_L)
    view = page.chart.table
    assert view.isVisible()
    rows = [row.split("\t") for row in view.table.as_text().splitlines()]
    assert rows[0] == [
        "Group",
        "Stage",
        "Since",
        "Months in it",
        "Months in all",
        "Fell back",
        "Judgements",
        "State",
    ]
    assert rows[2] == ["GUEDO", "Frustration", "17 Oct 2007", "8", "35", "Once", "7", "Stuck 257 days"]
    qtbot.keyClick(view, Qt.Key.Key_L)
    assert page.chart.plot is not None


def test_enter_in_the_table_opens_the_group(page: TrajectoriesPage, qtbot: QtBot) -> None:
    page.head.as_table.click()
    places, view = places_of(page), page.chart.table
    view.setFocus()
    view.choose(view.table.rows[3].id)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert places[0].group_id == view.table.rows[3].id == page.chart.chosen_id


def test_l_in_the_filter_is_a_letter(page: TrajectoriesPage, qtbot: QtBot) -> None:
    page.head.filter.setFocus()
    qtbot.keyClicks(page.head.filter, "l")
    assert page.head.filter.text() == "l"
    assert not page.head.as_table.isChecked()


def test_the_filter_leaves_groups_out_and_says_so(page: TrajectoriesPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.head.filter, "schooling")
    assert page.summary.whole.endswith("· 1 group shown")
    page.head.stage.setCurrentIndex(page.head.stage.findData("failing"))
    assert page.chart.empty_words == "No group fits what the page is narrowed to."
    page.chart.all.click()
    assert page.chart.empty_words == ""
    page.head.state.setCurrentIndex(page.head.state.findData("closed"))
    assert [row.group.called for row in page.chart.table.table.rows] == ["Circuit-breaker team"]


def test_left_on_the_slider_shows_the_whole_office_a_month_earlier(page: TrajectoriesPage, qtbot: QtBot) -> None:
    page.days.slider.setFocus()
    qtbot.keyClick(page.days.slider, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: page.on == date(2008, 5, 30))
    assert page.days.bar.words == "As at 30 May 2008, not today"
    qtbot.keyClick(page.days.slider, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: page.on == date(2008, 6, 30))


def test_a_day_that_is_typed_moves_the_page_and_today_leads_back(page: TrajectoriesPage, qtbot: QtBot) -> None:
    field = page.days.bar.field
    field.setFocus()
    field.clear()
    qtbot.keyClicks(field, "1 Jan 2004")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert page.summary.whole == "4 groups · 16 judgements"
    assert page.days.bar.summary.startswith("Left out: 4 groups begun and ")
    assert sum(row.going_on for row in page.facts.months.table.rows) == 4
    page.days.bar.today.click()
    assert page.summary.whole.startswith("8 groups")


def test_a_day_to_come_is_refused(page: TrajectoriesPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.desk.mistaken) as said:
        page.days.bar.field.set_day(date(2009, 1, 1))
        page.days.bar.field.say()
    assert said.args == ["1 Jan 2009 is still to come: trajectories are shown up to today."]
    assert page.days.bar.field.text() == "30 Jun 2008"


def test_before_any_judgement_the_page_says_so_and_can_be_moved_on(page: TrajectoriesPage, qtbot: QtBot) -> None:
    page.show_day(date(1995, 12, 1))
    assert page.chart.empty_words
    page.days.bar.today.click()
    assert page.chart.plot is not None


def test_months_and_moves_stand_in_counts(page: TrajectoriesPage) -> None:
    months = [row.split("\t") for row in page.facts.months.table.as_text().splitlines()]
    assert months[2] == ["Functioning", "23", "17 to 35", "5", "3", "", ""]
    page.facts.buttons[1].click()
    moves = [row.split("\t") for row in page.facts.moves.table.as_text().splitlines()]
    assert moves[2] == ["Functioning", "4 of 8", "", "", "1 of 8", "", "", "3 there"]
    assert page.facts.nothing_words.startswith("Too few falls to tell")


def test_all_facts_stand_beside_the_chart_where_there_is_room(page: TrajectoriesPage) -> None:
    page.resize(1660, 1000)
    assert all(card.isVisible() for card in page.facts.cards)


def test_qt_finds_nothing_wrong_with_the_tables(page: TrajectoriesPage) -> None:
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    models: list[QAbstractItemModel] = [page.chart.table.table, page.facts.months.table, page.facts.moves.table]
    testers = [QAbstractItemModelTester(model, fatal) for model in models]
    page.show_day(date(2005, 1, 1))
    assert len(testers) == 3


@pytest.mark.parametrize("view", ViewChoice)
@pytest.mark.parametrize(("ending", "sign"), [("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF")])
def test_what_is_in_view_is_saved_as_a_picture(
    page: TrajectoriesPage, tmp_path: Path, view: ViewChoice, ending: str, sign: bytes
) -> None:
    page.show_view(view)
    page.save_picture(tmp_path / f"all.{ending}")
    assert (tmp_path / f"all.{ending}").read_bytes().startswith(sign)


def test_a_picture_that_cannot_be_saved_says_why(page: TrajectoriesPage, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.desk.mistaken) as said:
        page.save_picture(tmp_path / "all.docx")
    assert "end its name in .png, .svg or .pdf" in said.args[0]


def test_a_restricted_groups_row_stays_in_the_office(office: Office, qtbot: QtBot) -> None:
    open_group, kept = a_group(), a_group(code="KEPT", name="Kept", sensitivity=Sensitivity.RESTRICTED)
    with office.step("make ready"):
        office.save(open_group, kept, a_stage(open_group), a_stage(kept))
    page = shown(office, qtbot)
    assert plain_table(page.chart.table, page.desk).stays == 1


def test_an_office_without_groups_offers_the_first_one(office: Office, qtbot: QtBot) -> None:
    page = shown(office, qtbot)
    assert page.first_group.isVisible()
    assert not page.summary.isVisible()


def test_an_office_without_judgements_leads_to_a_groups_life_cycle(office: Office, qtbot: QtBot) -> None:
    group = a_group()
    with office.step("add a group"):
        office.save(group)
    page = shown(office, qtbot)
    places = places_of(page)
    page.first_judgement.click()
    assert places == [Place("group", group.id, "life-cycle/trajectory")]


def test_a_new_judgement_is_drawn_at_once(page: TrajectoriesPage) -> None:
    group = page.chart.table.table.rows[0].group
    page.desk.do("judge a stage", a_stage(group, Stage.FLYING, on=date(2008, 6, 29)))
    assert page.summary.whole.endswith("58 judgements")
    assert page.chart.table.table.rows[0].stage == "Flying"


def test_lines_are_moved_apart_within_their_lane_and_only_step() -> None:
    assert spread(1) == (0.0,)
    assert all(abs(each) <= 0.34 for each in spread(1000))
    lines = OfficeLines(told(a_life("A", (FORMING, 0), (FLYING, 9)), a_life("B", (FORMING, 0))).lines, since_start=True)
    assert len(set(lines.apart)) == 2
    assert all(x1 == x2 or y1 == y2 for _, x1, y1, x2, y2 in lines.pieces)


def test_the_picture_of_many_groups_is_no_ribbon(office: Office, tmp_path: Path, qtbot: QtBot) -> None:
    lives = [record for number in range(120) for record in a_life(f"G{number}", (FORMING, 0), (FLYING, 9))]
    with office.step("make ready"):
        office.save(*lives)
    page = shown(office, qtbot)
    page.show_view(ViewChoice.MULTIPLES)
    page.save_picture(tmp_path / "many.png")
    image = QImage(str(tmp_path / "many.png"))
    assert image.height() < 3 * image.width()
