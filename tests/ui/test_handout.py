"""Pages of paper: one page whatever they hold, told in words where they are cut, and sound as PDF."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from tests.builders import a_group, a_meeting, a_member, a_result, a_stage, an_agency, an_id, an_office
from tracker.models.figures.brief import brief
from tracker.models.figures.minutes import minutes
from tracker.models.records import Attendance, Ball, Commitment, Decision, Note, Record, Risk
from tracker.models.records.meeting import NoteKind
from tracker.models.records.risk import RiskLevel
from tracker.models.records.stage import Stage
from tracker.models.snapshot import Snapshot, snapshot_of
from tracker.ui.printing.brief_page import brief_handout
from tracker.ui.printing.handout import Handout
from tracker.ui.printing.minutes_page import minutes_handout
from tracker.ui.printing.paper import INSIDE, NORMAL, PAGE, Span
from tracker.ui.printing.paragraph import Paragraph
from tracker.ui.printing.pdf import pdf_bytes
from tracker.ui.printing.printer import dress, print_pages
from tracker.ui.style import Theme, apply, load_fonts

TODAY = date(2008, 6, 30)
WORDS = {
    "short": "Whānau",
    "one long word": "Super" * 58,
    "prose": "The aunties of Ōtara asked for a plan that holds. " * 5,
    "right to left": "תוכנית משותפת لكل العائلات " * 10,
    "emoji": "🎉👍🏽 kia ora " * 20,
}


@pytest.fixture(autouse=True)
def fonts(qapp: QApplication) -> None:
    load_fonts(qapp)


def crowded(words: str, number: int = 200, agencies: int = 60) -> tuple[Snapshot, str, str]:
    """An office with a group in which there is so much of everything; with the group's and its meeting's id."""
    group = a_group(name=words)
    meeting = a_meeting(group, place=words, on=date(2008, 6, 12))
    members = [an_agency(f"A{place}", name=f"{words} {place}") for place in range(agencies)]
    seats = [Attendance(id=an_id(), meeting_id=meeting.id, agency_id=agency.id) for agency in members]
    noted = [record for place in range(number) for record in a_bit_of_all(group.id, meeting.id, words, place)]
    noted += [
        a_result(group, meeting_id=meeting.id, name=words, credit_ids=tuple(agency.id for agency in members))
        for _ in range(number)
    ]
    promises = [
        Commitment(
            id=an_id(),
            group_id=group.id,
            meeting_id=meeting.id,
            agency_id=members[place % agencies].id,
            text=words,
            to=words,
            made_on=date(2008, 1, 1),
            due=date(2008, 4, 1) + timedelta(days=place),
        )
        for place in range(number)
    ]
    everything = [an_office(name=words), group, meeting, *members, *(a_member(group, agency) for agency in members)]
    return (
        snapshot_of(TODAY, [*everything, *seats, *noted, *promises, a_stage(group, Stage.FLYING)]),
        group.id,
        meeting.id,
    )


def a_bit_of_all(group_id: str, meeting_id: str, words: str, place: int) -> Iterator[Record]:
    on = date(2008, 6, 12)
    at: dict[str, Any] = {"group_id": group_id, "meeting_id": meeting_id, "on": on}
    yield Decision(id=an_id(), text=words, **at)
    yield Note(id=an_id(), text=words, kind=NoteKind.NOW_SEE, **at)
    yield Risk(id=an_id(), text=words, level=RiskLevel.HIGH, **at)
    yield Ball(id=an_id(), group_id=group_id, issue=f"{words} {place}", opened_on=on)


def pages_in(content: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", content))


def drawn(handout: Handout) -> QImage:
    """The page as a picture of a tenth of its units."""
    image = QImage(595, 842, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    with QPainter(image) as painter:
        painter.scale(0.1, 0.1)
        handout.draw(painter)
    return image


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_any_brief_fits_one_page(words: str) -> None:
    snapshot, group_id, _ = crowded(words)
    page = brief_handout(brief(snapshot, group_id))
    assert page.height <= INSIDE.height()
    assert pages_in(pdf_bytes(page, words, words)) == 1


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_any_minutes_fit_one_page(words: str) -> None:
    snapshot, _, meeting_id = crowded(words)
    page = minutes_handout(minutes(snapshot, meeting_id))
    assert page.height <= INSIDE.height()
    assert pages_in(pdf_bytes(page, words, words)) == 1


def test_an_empty_group_fills_its_page_with_lines_to_write_on() -> None:
    snapshot, group_id, _ = crowded("Whānau", number=0, agencies=1)
    image = drawn(brief_handout(brief(snapshot, group_id)))
    lower_half = [image.pixelColor(300, row) for row in range(500, 760)]
    assert sum(colour.lightness() < 250 for colour in lower_half) >= 5


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_nothing_is_drawn_in_the_margins(words: str) -> None:
    snapshot, group_id, _ = crowded(words, number=40)
    image = drawn(brief_handout(brief(snapshot, group_id)))
    edges = [image.pixelColor(x, y) for y in range(842) for x in (20, 35, 42, 553, 560, 580)]
    edges += [image.pixelColor(x, y) for x in range(595) for y in (20, 40, 801, 820)]
    assert {colour.name() for colour in edges} == {"#ffffff"}


def test_where_a_part_is_cut_it_says_how_many_more_there_are() -> None:
    snapshot, group_id, _ = crowded("Whānau")
    page = brief_handout(brief(snapshot, group_id))
    shown = page.text.count("days over")
    assert f"and {200 - shown} more" in page.text


def test_a_brief_that_fits_is_not_cut() -> None:
    snapshot, group_id, _ = crowded("Whānau", number=3, agencies=3)
    page = brief_handout(brief(snapshot, group_id))
    assert " more" not in page.text


def test_the_rows_that_leave_are_those_on_the_page() -> None:
    snapshot, group_id, _ = crowded("Whānau", number=2, agencies=2)
    told = brief(snapshot, group_id)
    parts = (told.promises, told.balls, told.decisions, told.victories, told.now_see, told.watch, told.signals.told)
    assert brief_handout(told).rows == sum(map(len, parts))


def test_the_pdf_is_small_and_carries_its_font_title_and_author() -> None:
    snapshot, group_id, _ = crowded("Whānau", number=5, agencies=5)
    content = pdf_bytes(brief_handout(brief(snapshot, group_id)), "Brief of June", "Papakura office")
    assert len(content) < 100_000
    assert b"+Inter" in content or b"/Inter" in content
    assert "Brief of June".encode("utf-16-be") in content or b"Brief of June" in content
    assert "Papakura office".encode("utf-16-be") in content or b"Papakura office" in content


def test_the_page_is_a4() -> None:
    snapshot, group_id, _ = crowded("Whānau", number=0, agencies=1)
    content = pdf_bytes(brief_handout(brief(snapshot, group_id)), "Brief", "Office")
    assert re.search(rb"/MediaBox \[0\S* 0\S* 595\S* 842", content)


def test_the_page_is_black_on_white_in_the_dark_theme_too(qapp: QApplication) -> None:
    snapshot, group_id, _ = crowded("Whānau", number=3, agencies=3)
    told = brief(snapshot, group_id)
    light = drawn(brief_handout(told))
    apply(qapp, Theme.DARK)
    dark = drawn(brief_handout(told))
    apply(qapp, Theme.LIGHT)
    assert light == dark


def test_the_page_is_printed_to_the_edges_of_the_paper(tmp_path: Path) -> None:
    snapshot, group_id, _ = crowded("Whānau", number=3, agencies=3)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    dress(printer, "Brief")
    print_pages(brief_handout(brief(snapshot, group_id)), printer)
    assert pages_in((tmp_path / "printed.pdf").read_bytes()) == 1


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_a_paragraph_is_cut_with_an_ellipsis_and_keeps_its_lines(words: str) -> None:
    narrow = Paragraph((Span(words * 20),), 900, NORMAL, 2)
    one_line = Paragraph((Span("A"),), 900, NORMAL, 1).height
    assert narrow.text.endswith("…")
    assert narrow.height < one_line * 2 * 1.6


def test_a_paragraph_with_room_is_not_cut() -> None:
    assert Paragraph((Span("Whānau "), Span("in Ōtara", bold=True)), PAGE.width()).text == "Whānau in Ōtara"
