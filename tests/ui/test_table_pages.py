"""A table on paper: as many pages as it takes, its headings on each, nothing lost without a word."""

import time
from datetime import date
from typing import Any

import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from tests.ui.test_handout import pages_in
from tracker.reports.plain_table import PlainColumn, PlainTable
from tracker.ui.printing.paper import NORMAL, PAGE
from tracker.ui.printing.pdf import pdf_bytes
from tracker.ui.printing.table_pages import TablePages
from tracker.ui.printing.wrapping import Wrapping
from tracker.ui.style import load_fonts

WORDS = ("Whānau", "Super" * 58, "The aunties of Ōtara asked for a plan. " * 3, "תוכנית משותפת", "🎉👍🏽 kia ora", "")


@pytest.fixture(autouse=True)
def fonts(qapp: QApplication) -> None:
    load_fonts(qapp)


def a_table(rows: int, columns: int = 2, words: str = "Whānau", **told: Any) -> PlainTable:
    texts = tuple(f"{words} {row}" for row in range(rows))
    made = tuple(PlainColumn(f"Heading {place}", texts, texts, right=place == 1) for place in range(columns))
    usual = {"title": "Promises", "office": "Papakura office", "as_at": date(2008, 6, 30), "rows": rows, "total": rows}
    return PlainTable(columns=made, **(usual | told))


def drawn(pages: TablePages, page: int) -> QImage:
    image = QImage(round(pages.paper.width() / 10), round(pages.paper.height() / 10), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    with QPainter(image) as painter:
        painter.scale(0.1, 0.1)
        pages.draw(painter, page)
    return image


def test_a_short_list_is_one_upright_page() -> None:
    pages = TablePages(a_table(3))
    assert (pages.pages, pages.paper, pages.rows) == (1, PAGE, 3)


def test_a_wide_list_lies_across() -> None:
    pages = TablePages(a_table(3, columns=12))
    assert pages.paper.width() > pages.paper.height()


def test_a_pdf_has_every_page_of_a_long_list() -> None:
    pages = TablePages(a_table(200))
    assert pages.pages > 3
    assert pages_in(pdf_bytes(pages, "Promises", "Papakura office")) == pages.pages


def test_a_thousand_rows_are_laid_out_at_once() -> None:
    begun = time.perf_counter()
    pdf_bytes(TablePages(a_table(1_000, columns=8)), "Promises", "Papakura office")
    assert time.perf_counter() - begun < 3


@pytest.mark.parametrize("words", WORDS, ids=["short", "one long word", "prose", "right to left", "emoji", "empty"])
def test_nothing_is_drawn_on_the_margins(words: str) -> None:
    image = drawn(TablePages(a_table(30, columns=4, words=words)), 0)
    edge = range(image.height())
    assert all(
        image.pixel(x, y) == 0xFFFFFFFF for y in edge for x in (*range(40), *range(image.width() - 40, image.width()))
    )


def test_every_page_has_something_on_it_to_its_last_row() -> None:
    pages = TablePages(a_table(100, parts=("Overdue",) * 50 + ("Later",) * 50))
    for page in range(pages.pages):
        image = drawn(pages, page)
        assert any(image.pixel(x, y) != 0xFFFFFFFF for x in range(0, image.width(), 2) for y in range(60, 120))


def test_the_head_says_what_it_is_and_that_a_text_is_cut() -> None:
    text = TablePages(a_table(1, words="a plan " * 3_000, filtered="pol", stays=2)).text.replace("\n", " ")
    assert "Filtered by “pol”. Papakura office, 30 Jun 2008" in text
    assert "2 restricted entries stay in the office." in text
    assert "Texts that end in … are longer" in text


@pytest.mark.parametrize("words", WORDS)
def test_lines_are_no_wider_than_they_may_be_and_keep_every_letter(words: str) -> None:
    wrapping = Wrapping(NORMAL)
    lines = wrapping.lines(words, 800, 99)
    assert all(wrapping.width(line) <= 801 for line in lines)
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")


def test_a_letter_keeps_its_accent_where_a_word_is_broken() -> None:
    lines = Wrapping(NORMAL).lines("a\u0304" * 100, 500, 99)
    assert len(lines) > 1
    assert all(line.startswith("a") for line in lines)
