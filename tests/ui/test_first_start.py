"""The first page: the sample office, one's own office, and a sentence when a file cannot be opened."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.opened import a_window
from tracker.models.records import Group
from tracker.store.office import Office
from tracker.store.setting import Setting
from tracker.ui.pages.first_start import FirstStartPage, code_for, file_name_for
from tracker.ui.place import Place
from tracker.ui.today.first_group import FirstGroup


@pytest.fixture
def page(setting: Setting, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> FirstStartPage:
    made = FirstStartPage(setting, tmp_path)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("name", "code"),
    [("Auckland regional office", "AUC"), ("Bay of Plenty", "BP"), ("Tāmaki", "TAM"), ("South Auckland hub", "SAH")],
)
def test_a_code_is_suggested_from_the_name(name: str, code: str) -> None:
    assert code_for(name) == code


def test_a_name_that_no_file_can_have_becomes_one_that_it_can() -> None:
    assert file_name_for('A/B: "C"?') == "A B C"
    assert file_name_for("...") == "Our office"


def test_the_code_follows_the_name_until_somebody_types_one(page: FirstStartPage) -> None:
    page.name.setText("Northland")
    page.name.textEdited.emit("Northland")
    assert page.code.text() == "NOR"
    page.code.clear()
    page.code.insert("NTL")
    page.name.textEdited.emit("Northland office")
    assert page.code.text() == "NTL"


def test_without_a_name_the_page_says_what_is_missing(page: FirstStartPage) -> None:
    page.make_office()
    assert page.banner.sentence.startswith("Name of the office is missing")


def test_two_fields_make_an_office_that_waits_for_its_first_group(
    setting: Setting, tmp_path: Path, qtbot: QtBot
) -> None:
    window = a_window(setting, qtbot)
    page = window.first_start
    page.keep_in(tmp_path / "ours.tracker")
    page.name.setText("Northland office")
    page.region.setText("Northland")
    page.make_office()
    assert window.place == Place("today")
    first = window.shelf.page("today").findChild(FirstGroup)
    assert first is not None
    assert first.add.isVisible()
    assert first.add.text().strip().replace("&", "") == "Add the first group"


def test_the_sample_office_opens_with_its_eight_groups(setting: Setting, qtbot: QtBot) -> None:
    window = a_window(setting, qtbot)
    window.first_start.sample_requested.emit()
    assert window.desk
    assert len(window.desk.snapshot.of(Group)) == 8


@pytest.mark.parametrize(
    ("content", "says"), [(b"", "is empty"), (b"Dear Sir", "is not an office"), (b"SQLite format 3\0", "is cut short")]
)
def test_a_file_that_is_no_office_is_answered_on_this_page(
    content: bytes, says: str, setting: Setting, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "wrong.tracker"
    path.write_bytes(content)
    window = a_window(setting, qtbot, path)
    assert window.first_start.isVisible()
    assert says in window.first_start.banner.sentence
    assert path.read_bytes() == content


def test_an_office_that_is_open_elsewhere_is_answered_on_this_page(
    sample: Office, setting: Setting, qtbot: QtBot
) -> None:
    window = a_window(setting, qtbot, sample.path)
    assert window.first_start.banner.sentence.startswith(sample.path.name)
