"""Reading forms that came back: real workbooks, as people and their programs leave them."""

import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.formula import ArrayFormula

from tests.builders import a_group, an_agency, an_office
from tests.reports.assessment_forms import NAMES, Change, Round, fact, put
from tracker.models.mistake import Mistake
from tracker.models.records.stage import Asked
from tracker.reports.assessment_parts import VERSION
from tracker.reports.assessment_reading import Outcome, ReadForm, forms_in, ratings_to_keep, summary_words

SOFFICE = shutil.which("soffice")


@pytest.fixture
def asked(tmp_path: Path) -> Round:
    return Round(tmp_path)


def refused(form: ReadForm) -> str:
    """Why a form was not read."""
    assert (form.outcome, form.rating) == (Outcome.REFUSED, None)
    assert form.sentence.endswith(".")
    return form.sentence


def answers(form: ReadForm) -> dict[str, int | None]:
    assert form.rating is not None
    return dict(form.rating.answers)


def test_a_filled_form_gives_a_rating_of_its_agency_and_mark(asked: Round) -> None:
    path = asked.filled(asked.with_first(4), agency=NAMES[1], mark="B")
    form = asked.read_one(path)
    assert form.rating is not None
    assert (form.outcome, form.agency, form.mark, form.answered_words) == (Outcome.NEW, NAMES[1], "B", "24 of 24")
    assert (form.rating.agency_id, form.rating.rater, form.rating.form) == (asked.agencies[1].id, "B", "form.xlsx")
    assert answers(form) == asked.with_first(4)


def test_a_health_check_comes_back_too(tmp_path: Path) -> None:
    asked = Round(tmp_path, Asked.HEALTH)
    assert answers(asked.read_one(asked.filled())) == dict.fromkeys(asked.texts, 2)


def test_a_form_of_another_office_is_sent_there(asked: Round) -> None:
    path = asked.filled()
    asked.details = an_office(name="Manukau office")
    assert refused(asked.read_one(path)) == "The form is of another office, Papakura office: send it there."


def test_a_form_of_another_group_is_read_there(asked: Round) -> None:
    path = asked.filled()
    other = a_group(name="Safer streets")
    assert "of another group, Case Management" in refused(asked.read_one(path, group_id=other.id))
    assert asked.read_one(path, group_id=asked.group.id).rating


def test_a_form_of_a_group_that_is_gone(asked: Round) -> None:
    path = asked.filled()
    asked.group = a_group()
    asked.seats, asked.assessment = [], asked.a_round()
    assert "no longer in this office" in refused(asked.read_one(path))


def test_a_form_of_a_round_that_is_gone(asked: Round) -> None:
    path = asked.filled()
    asked.assessment = asked.a_round()
    assert "The round of 30 Jun 2008 is no longer in this office" in refused(asked.read_one(path))


@pytest.mark.parametrize(
    ("version", "said"), [(VERSION + 1, "newer"), (VERSION - 1, "older"), ("x", "older"), (None, "older")]
)
def test_a_form_of_another_version(asked: Round, version: Any, said: str) -> None:
    path = asked.filled(change=fact("schema", 2, version))
    assert said in refused(asked.read_one(path))


@pytest.mark.parametrize(
    ("what", "column"), [("round", 1), ("group", 1), ("office", 1), ("agency", 2), ("question", 1), ("checksum", 1)]
)
def test_what_a_form_is_known_by_cannot_be_changed(asked: Round, what: str, column: int) -> None:
    path = asked.filled(change=fact(what, column, "something else"))
    assert "was changed since it was sent" in refused(asked.read_one(path))


def remove(name: str) -> Change:
    return lambda book: book.remove(book[name])


def rename(name: str, to: str) -> Change:
    def work(book: Any) -> None:
        book[name].title = to

    return work


def drop_column(place: int) -> Change:
    return lambda book: book["Answers"].delete_cols(place)


def a_row_less(book: Any) -> None:
    book["Answers"].delete_rows(book["Answers"].max_row)


def a_row_twice(book: Any) -> None:
    sheet = book["Answers"]
    sheet.append([cell.value for cell in sheet[sheet.max_row]])


def answers_twice(book: Any) -> None:
    sheet = book["Answers"]
    next(cell for row in sheet.iter_rows() for cell in row if cell.value == "Answer").offset(0, 1).value = "Answer"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (remove("form"), "no self-assessment form, or the sheet by which it is known was taken out"),
        (rename("form", "Form 1"), "no self-assessment form, or the sheet by which it is known was taken out"),
        (lambda book: (book.create_sheet("More"), book.remove(book["Answers"])), "The sheet “Answers” is missing"),
        (put("Answer", "Points"), "The column “Answer” is missing or was renamed"),
        (drop_column(3), "The column “Answer” is missing or was renamed"),
        (put("True of our group now?", "Question"), "The column “True of our group now?” is missing or was renamed"),
        (drop_column(2), "The column “True of our group now?” is missing or was renamed"),
        (put("Your agency", "Who"), "The line “Your agency” is missing or was renamed"),
        (a_row_less, "is missing or was changed: fill in the form as it was sent"),
        (a_row_twice, "stands there twice"),
        (answers_twice, "stands there more than once"),
    ],
)
def test_a_sheet_column_or_row_that_is_missing_or_renamed(asked: Round, change: Change, said: str) -> None:
    assert said in refused(asked.read_one(asked.filled(change=change)))


def test_a_question_in_other_words_is_named(asked: Round) -> None:
    text = asked.texts[asked.first_key()]
    path = asked.filled(change=put(text, "Something else"))
    assert f"The line “{text}” is missing or was changed" in refused(asked.read_one(path))


def test_the_answers_are_found_on_a_sheet_of_another_name(asked: Round) -> None:
    assert asked.read_one(asked.filled(change=rename("Answers", "Sheet1"))).rating


def test_columns_in_another_order_are_read(asked: Round) -> None:
    path = asked.filled(asked.with_first(0), change=lambda book: book["Answers"].insert_cols(2, 2))
    assert answers(asked.read_one(path)) == asked.with_first(0)


def test_rows_in_another_order_are_read_by_their_words(asked: Round) -> None:
    scores = {key: place % 5 for place, key in enumerate(asked.texts)}

    def turn_round(book: Any) -> None:
        sheet = book["Answers"]
        top = next(cell.row for cell in sheet["A"] if cell.value == "No.") + 1
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(top)]
        for number, row in enumerate(reversed(rows), start=top):
            for column, value in enumerate(row, start=1):
                sheet.cell(number, column).value = value

    assert answers(asked.read_one(asked.filled(scores, change=turn_round))) == scores


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no Excel workbook"),
        (b"Dear Aroha, please find attached", "no Excel workbook"),
        (b"%PDF-1.4", "no Excel workbook"),
        (b"PK\x03\x04 and then nothing", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "password"),
    ],
)
def test_what_is_no_workbook(asked: Round, content: bytes, said: str) -> None:
    path = asked.folder / "letter.xlsx"
    path.write_bytes(content)
    assert said in refused(asked.read_one(path))


def test_a_file_that_is_not_there(asked: Round) -> None:
    assert "no such file" in refused(asked.read_one(asked.folder / "gone.xlsx"))


def test_another_workbook_is_no_form(asked: Round) -> None:
    book = openpyxl.Workbook()
    book.save(asked.folder / "budget.xlsx")
    assert "no self-assessment form" in refused(asked.read_one(asked.folder / "budget.xlsx"))


def test_a_zip_that_is_no_workbook(asked: Round) -> None:
    with zipfile.ZipFile(asked.folder / "photos.xlsx", "w") as whole:
        whole.writestr("beach.jpg", b"sand")
    assert "no Excel workbook" in refused(asked.read_one(asked.folder / "photos.xlsx"))


@pytest.mark.parametrize("part", [0.3, 0.6, 0.95])
def test_a_form_that_was_cut_on_its_way(asked: Round, part: float) -> None:
    path = asked.filled()
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * part)])
    assert "damaged" in refused(asked.read_one(path))


def test_a_sheet_that_is_no_xml_any_more(asked: Round) -> None:
    path, broken = asked.filled(), asked.folder / "broken.xlsx"
    with zipfile.ZipFile(path) as whole, zipfile.ZipFile(broken, "w") as copy:
        for name in whole.namelist():
            is_sheet = name.startswith("xl/worksheets/")
            copy.writestr(name, b"<worksheet><sheetData><row" if is_sheet else whole.read(name))
    assert "damaged" in refused(asked.read_one(broken))


def test_a_form_sent_twice_is_left_as_it_is(asked: Round) -> None:
    asked.keep(asked.filled())
    form = asked.read_one(asked.filled(name="again.xlsx"))
    assert (form.outcome, form.rating) == (Outcome.SAME, None)
    assert form.sentence == "The same answers were read before: nothing changes"


def test_a_form_that_changed_since_replaces_what_was_read(asked: Round) -> None:
    asked.keep(asked.filled())
    form = asked.read_one(asked.filled(asked.with_first(4), mark=" a "))
    assert form.outcome is Outcome.REPLACES
    assert form.rating is not None
    assert form.rating.id == asked.ratings[0].id
    assert form.sentence == "In place of the answers of 30 Jun 2008, 1 different; 24 answered"


def test_the_same_form_twice_in_one_reading_counts_once(asked: Round) -> None:
    forms = asked.read(asked.filled(name="one.xlsx"), asked.filled(name="two.xlsx"))
    assert [form.outcome for form in forms] == [Outcome.NEW, Outcome.SAME]
    assert forms[1].sentence == "The same answers are in one.xlsx: they count once"
    assert len(ratings_to_keep(forms)) == 1


def test_of_two_forms_of_one_rater_that_differ_neither_is_kept(asked: Round) -> None:
    forms = asked.read(asked.filled(name="one.xlsx"), asked.filled(asked.with_first(4), name="two.xlsx"))
    assert "two.xlsx has other answers of Ministry of Education, A" in refused(forms[0])
    assert "one.xlsx has other answers of Ministry of Education, A" in refused(forms[1])


def test_a_folder_read_again_puts_no_older_answers_back(asked: Round) -> None:
    older, newer = asked.filled(name="a.xlsx"), asked.filled(asked.with_first(4), name="b.xlsx")
    asked.keep(older)
    asked.keep(newer)
    forms = asked.read(older, newer)
    assert [form.outcome for form in forms] == [Outcome.REFUSED, Outcome.SAME]
    assert ratings_to_keep(forms) == ()


def test_two_raters_of_one_agency_are_both_kept(asked: Round) -> None:
    forms = asked.read(asked.filled(mark="A", name="a.xlsx"), asked.filled(mark=2, name="b.xlsx"))
    assert [rating.rater for rating in ratings_to_keep(forms)] == ["A", "2"]


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (5, "which is none of 0 to 4"),
        (-1, "which is none of 0 to 4"),
        (400, "which is none of 0 to 4"),
        (2.5, "which is not a whole number"),
        ("2,5", "which is not a whole number"),
        ("7", "which is none of 0 to 4"),
        (True, "choose 0 to 4, or don't know"),
        ("mostly, I think", "choose 0 to 4, or don't know"),
        ("yes", "choose 0 to 4, or don't know"),
        ("2/3", "choose 0 to 4, or don't know"),
        (date(2008, 3, 2), "holds a date: type the answer itself"),
        ("x" * 5000, "choose 0 to 4, or don't know"),
    ],
)
def test_an_answer_that_is_none_is_refused_with_its_question(asked: Round, answer: object, said: str) -> None:
    sentence = refused(asked.read_one(asked.filled(asked.with_first(answer))))
    assert asked.texts[asked.first_key()] in sentence
    assert said in sentence
    assert len(sentence) < 260


@pytest.mark.parametrize(
    ("answer", "score"), [("3", 3), (" 3 ", 3), (3.0, 3), ("3 mostly", 3), ("3 – Mostly", 3), ("3.0", 3), ("０", 0)]
)
def test_numbers_are_read_however_they_are_typed(asked: Round, answer: object, score: int) -> None:
    assert answers(asked.read_one(asked.filled(asked.with_first(answer))))[asked.first_key()] == score


@pytest.mark.parametrize(
    "answer",
    ["don't know", "Don’t know", "DONT KNOW", "dont  know.", "Do not know", "DK", "d/k", "?", "n/a", "N.A.", "unsure"],
)
def test_dont_know_is_read_however_it_is_spelt(asked: Round, answer: str) -> None:
    form = asked.read_one(asked.filled(asked.with_first(answer)))
    assert answers(form)[asked.first_key()] is None
    assert form.answered_words == "23 of 24"
    assert form.sentence == "23 answered, 1 don't know"


@pytest.mark.parametrize("answer", [None, "", "   ", "\u00a0"])
def test_a_blank_is_left_out_and_never_0(asked: Round, answer: object) -> None:
    form = asked.read_one(asked.filled(asked.with_first(answer)))
    assert asked.first_key() not in answers(form)
    assert form.sentence == "23 answered, 1 left out"


def test_a_form_with_no_answer_at_all(asked: Round) -> None:
    assert "Nothing is answered yet" in refused(asked.read_one(asked.filled({})))


def test_a_form_as_it_was_sent_says_what_is_missing(asked: Round) -> None:
    assert "No agency is chosen" in refused(asked.read_one(asked.blank()))


def test_all_dont_know_is_kept_and_said_to_count_as_no_answer(asked: Round) -> None:
    form = asked.read_one(asked.filled(dict.fromkeys(asked.texts, "don't know")))
    assert set(answers(form).values()) == {None}
    assert "counts as no answer" in form.sentence


def test_one_rater_alone_is_kept(asked: Round) -> None:
    assert len(ratings_to_keep(asked.keep(asked.filled(mark=None)))) == 1
    assert asked.ratings[0].rater == ""


def test_an_agency_that_was_not_asked(asked: Round) -> None:
    path = asked.filled(agency="Housing New Zealand")
    asked.agencies.append(an_agency("HNZ", name="Housing New Zealand"))
    assert "Housing New Zealand was not asked in the round of 30 Jun 2008" in refused(asked.read_one(path))


def test_an_agency_that_nobody_knows(asked: Round) -> None:
    assert "“The Acme Trust” is no agency of this office" in refused(
        asked.read_one(asked.filled(agency="The Acme Trust"))
    )


def test_an_agency_is_known_by_its_short_name_and_without_macrons(asked: Round) -> None:
    assert asked.read_one(asked.filled(agency="a1")).agency_id == asked.agencies[1].id
    assert asked.read_one(asked.filled(agency="te whanau o waipareira")).agency_id == asked.agencies[3].id


def test_an_agency_with_a_new_name_is_known_by_the_forms_own(asked: Round) -> None:
    path = asked.filled()
    asked.agencies[0] = replace(asked.agencies[0], name="Education Review Office")
    assert asked.read_one(path).agency == "Education Review Office"


def test_no_agency_is_chosen(asked: Round) -> None:
    assert "No agency is chosen" in refused(asked.read_one(asked.filled(agency=None)))


@pytest.mark.parametrize("value", ["=1+1", "=A1", "=IF(1,2,3)", ArrayFormula("C14", "=SUM(A1:A2)")])
def test_a_formula_in_place_of_an_answer(asked: Round, value: object) -> None:
    assert "holds a formula: type the answer itself" in refused(asked.read_one(asked.filled(asked.with_first(value))))


def test_a_formula_in_place_of_an_agency(asked: Round) -> None:
    assert "“Your agency” holds a formula" in refused(asked.read_one(asked.filled(agency="=form!C6")))


def test_what_a_broken_formula_left_is_no_answer(asked: Round) -> None:
    assert "#REF!" in refused(asked.read_one(asked.filled(asked.with_first("#REF!"))))


def test_answers_in_hidden_rows_count_and_are_said(asked: Round) -> None:
    def hide(book: Any) -> None:
        sheet = book["Answers"]
        for number in (sheet.max_row, sheet.max_row - 1):
            sheet.row_dimensions[number].hidden = True

    form = asked.read_one(asked.filled(change=hide))
    assert form.sentence == "24 answered; 2 answered in hidden rows"
    assert len(answers(form)) == 24


def test_a_mark_that_is_too_long_to_be_one(asked: Round) -> None:
    assert refused(asked.read_one(asked.filled(mark="x" * 400)))


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.timeout(180)
def test_a_form_saved_by_libreoffice_is_read(asked: Round) -> None:
    scores = {key: place % 5 for place, key in enumerate(asked.texts)} | {asked.first_key(): "don't know"}
    path, folder = asked.filled(scores, agency=NAMES[3]), asked.folder / "again"
    command = [str(SOFFICE), "--headless", f"-env:UserInstallation={(asked.folder / 'profile').as_uri()}"]
    command += ["--convert-to", "xlsx", "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=150)
    form = asked.read_one(folder / path.name)
    assert answers(form) == scores | {asked.first_key(): None}
    assert form.agency == NAMES[3]


def test_good_forms_are_read_and_bad_ones_are_named(asked: Round) -> None:
    good = [asked.filled(agency=name, name=f"{place}.xlsx") for place, name in enumerate(NAMES)]
    (asked.folder / "bad.xlsx").write_bytes(b"nothing")
    forms = asked.read(good[0], asked.folder / "bad.xlsx", *good[1:])
    assert [form.outcome for form in forms].count(Outcome.NEW) == 4
    assert summary_words(forms) == "5 forms: 4 will be kept, 1 not read"
    assert {rating.agency_id for rating in ratings_to_keep(forms)} == {agency.id for agency in asked.agencies}


def test_reading_keeps_nothing_and_leaves_the_file_alone(asked: Round) -> None:
    path = asked.filled()
    before = path.read_bytes()
    asked.read_one(path)
    assert (path.read_bytes(), asked.ratings) == (before, [])


def test_a_folder_gives_its_workbooks_and_no_locks(asked: Round) -> None:
    asked.filled(name="b.xlsx")
    asked.filled(name="a.XLSX")
    for name in ("~$b.xlsx", ".hidden.xlsx", "notes.txt"):
        (asked.folder / name).write_bytes(b"x")
    assert [path.name for path in forms_in(asked.folder)] == ["a.XLSX", "b.xlsx"]


def test_a_folder_without_forms_is_said(tmp_path: Path) -> None:
    with pytest.raises(Mistake, match="no Excel workbook"):
        forms_in(tmp_path)
