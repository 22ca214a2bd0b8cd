"""Treasury's CSV of 17 columns becomes lines, with a line for each multi-category appropriation and year."""

import csv
import io
import random
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from tests.builders import an_id
from tracker.models.mistake import Mistake
from tracker.models.records.accountability import GroupType
from tracker.reports.treasury_lines import TreasuryLines, read_treasury_lines

FRAMEWORK = an_id()
SIXTY = Path(__file__).parent.parent / "data" / "treasury-60-rows.csv"
LINES_A_YEAR = {2015: 1020, 2016: 1004, 2017: 1007, 2018: 1043, 2019: 1125, 2020: 1089}
PARENTS_2020, CATEGORIES_2020, TOTAL_2020 = 107, 360, 110_785_615

A_ROW = (
    "Ministry of Education,Education,11768,11764,Outcomes for Students,Attendance,MCA,Departmental Output Expenses,,"
    "Education,10143,2020,Main Estimates,A,Limited to attendance.,26,Minister of Education"
)


def read(path: Path) -> TreasuryLines:
    return read_treasury_lines(path, lambda year_end, amount_type: FRAMEWORK, an_id)


@pytest.fixture
def a_file(tmp_path: Path) -> Callable[..., Path]:
    def write(*rows: str) -> Path:
        path = tmp_path / "lines.csv"
        path.write_bytes("\r\n".join(rows).encode())
        return path

    return write


def look_alike(seed: int = 2019) -> str:
    """As many rows as Treasury's file of 2019 has, of the same shape; names and amounts are chance."""
    chance, codes, text = random.Random(seed), count(1000), io.StringIO(newline="")
    writer = csv.writer(text)
    for year, lines in LINES_A_YEAR.items():
        amounts = [chance.randint(-50, 400_000) for _ in range(lines)]
        amounts[-1] += TOTAL_2020 - sum(amounts) if year == 2020 else 0
        parents = [str(next(codes)) for _ in range(PARENTS_2020)]
        for place, amount in enumerate(amounts):
            code = str(next(codes))
            parent = parents[place % PARENTS_2020] if place < CATEGORIES_2020 else code
            group_type = "MCA" if place < CATEGORIES_2020 else "Single"
            names = ["Department 1", "Vote 1", code, parent, f"Appropriation {parent}", f"Category {code}", group_type]
            kinds = ["Departmental Output Expenses", "", "Education", str(amount), str(year)]
            writer.writerow([*names, *kinds, f"Amounts {year}", chance.choice("AM"), "Limited.", "26", "Minister"])
    return text.getvalue()


def test_a_file_of_treasurys_size_gives_its_lines_parents_and_total(a_file: Callable[..., Path]) -> None:
    found = read(a_file(look_alike()))
    year = found.of_year(2020)
    assert (len(found.lines), len(found.bad_rows)) == (6288, 0)
    assert (len(year.lines), len(year.parents), year.total_000) == (1089, 107, 110_785_615)
    keys = {line.line_key for line in (*found.lines, *found.parents)}
    assert len(keys) == len(found.lines) + len(found.parents)


def test_sixty_rows_of_the_published_file_come_in_to_the_figure() -> None:
    found = read(SIXTY)
    year = found.of_year(2020)
    assert (len(found.lines), len(found.bad_rows)) == (60, 0)
    assert (len(year.lines), year.total_000, len(year.parents)) == (36, 4_856_089, 12)
    (attendance,) = [line for line in year.lines if line.code == "11768"]
    assert (attendance.vote, attendance.amount_000, attendance.shown_name) == (
        "Education",
        10_143,
        "Students Attendance and Engagement",
    )


def test_one_code_may_stand_under_two_departments() -> None:
    amounts = {
        line.administering_agency: line.amount_000 for line in read(SIXTY).of_year(2017).lines if line.code == "8447"
    }
    assert amounts == {
        "Ministry of Social Development": 21_128,
        "Oranga Tamariki - Ministry for Children": 4_848,
    }


def test_a_category_leads_to_its_whole_which_has_no_amount() -> None:
    year = read(SIXTY).of_year(2020)
    (category,) = [line for line in year.lines if line.code == "12268"]
    (whole,) = [line for line in year.parents if line.id == category.parent_line_id]
    assert (whole.code, whole.amount_000, whole.group_type) == ("12265", None, GroupType.PARENT)


def test_lost_characters_are_a_warning_with_the_row() -> None:
    found = read(SIXTY)
    assert (len(found.warnings), found.lost_characters) == (8, 10)
    assert "lost" in found.warnings[0].sentence


@pytest.mark.parametrize(
    ("spoilt", "sentence"),
    [
        (A_ROW.replace("10143", "10.5"), "Amount $000 is “10.5”: it must be a whole number."),
        (A_ROW.replace(",2020,", ",,"), "Year is “”: it must be a whole number."),
        (A_ROW.replace("MCA", "Part"), "Group Type is “Part”: it must be Single or MCA."),
        (A_ROW.replace(",A,", ",Q,"), "Periodicity is “Q”: it must be A (annual) or M (multi-year)."),
        (A_ROW + ",more", "The row has 18 columns, and 17 are needed: put the missing ones in."),
        (
            A_ROW,
            "The key Ministry of Education|11768|2020|Main Estimates stands in row 1 too: keep one of the two.",
        ),
    ],
)
def test_a_bad_row_is_reported_with_its_number(a_file: Callable[..., Path], spoilt: str, sentence: str) -> None:
    found = read(a_file(A_ROW, spoilt))
    assert [(note.row, note.sentence) for note in found.bad_rows] == [(2, sentence)]
    assert len(found.lines) == 1


def test_text_that_looks_like_a_formula_stays_text(a_file: Callable[..., Path]) -> None:
    (line,) = read(a_file(A_ROW.replace("Attendance", '"=1+1"'))).lines
    assert line.category_name == "=1+1"


@pytest.mark.parametrize("content", [b"", b"a,b\r\n1,2\r\n", b"\xff\xfe\x00", b'"never closed'])
def test_a_file_of_another_kind_is_refused_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.csv"
    path.write_bytes(content)
    with pytest.raises(Mistake, match=r"other\.csv"):
        read(path)


def test_a_file_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Mistake, match="cannot be read"):
        read(tmp_path / "none.csv")
