"""Searching by words: macrons and case ignored, and always in step with what is kept."""

from dataclasses import replace

from tests.builders import a_group, a_meeting, a_result
from tracker.models.records import Group
from tracker.store.office import Office


def added(office: Office, **fields: str) -> None:
    with office.step("add"):
        office.save(a_group(**fields))


def test_a_word_without_its_macron_finds_it(office: Office) -> None:
    added(office, name="Schools of Māngere")
    assert [hit.title for hit in office.search("mangere")] == ["Schools of Māngere"]


def test_a_word_is_found_while_it_is_still_being_typed(office: Office) -> None:
    added(office, name="Papakura housing")
    assert office.search("hous papak"[::1])[:0] == []
    assert len(office.search("papakura hou")) == 1


def test_what_stands_in_the_text_is_found_with_its_surroundings(office: Office) -> None:
    added(office, purpose="Fewer doors for one whānau")
    assert "«whānau»" in office.search("whanau")[0].excerpt


def test_a_changed_name_is_found_and_the_old_one_is_not(office: Office) -> None:
    group = a_group(name="Before")
    with office.step("add"):
        office.save(group)
    with office.step("rename"):
        office.save(replace(group, name="Later"))
    assert (len(office.search("later")), office.search("before")) == (1, [])


def test_undo_takes_words_out_and_redo_puts_them_back(office: Office) -> None:
    added(office, name="Kererū")
    office.undo()
    assert office.search("kereru") == []
    office.redo()
    assert len(office.search("kereru")) == 1


def test_signs_and_quotes_are_no_trouble(office: Office) -> None:
    added(office, name='The "quick" win')
    assert [len(office.search(text)) for text in ('"quick', "* OR (", "", "NEAR(", "quick AND")] == [1, 0, 0, 0, 0]


def test_words_in_quotation_marks_must_stand_together(office: Office) -> None:
    added(office, name="One desk on Tuesdays")
    added(office, name="A desk at number one")
    assert [hit.title for hit in office.search('"one desk"')] == ["One desk on Tuesdays"]
    assert len(office.search("one desk")) == 2


def test_a_macron_typed_as_a_mark_of_its_own_finds_as_well(office: Office) -> None:
    added(office, name="Schools of Māngere")
    assert len(office.search("Ma\u0304ngere")) == 1


def test_what_is_called_so_comes_before_what_only_mentions_it(office: Office) -> None:
    group = a_group(name="Housing", code="HSG")
    with office.step("add"):
        office.save(group, a_meeting(group, place="Housing housing"), a_meeting(group, place="HSG"))
    assert office.search("housing")[0].id == group.id
    assert office.search("hsg")[0].id == group.id


def test_a_pasted_page_is_searched_by_its_beginning(office: Office) -> None:
    added(office, name=" ".join(["word"] * 30))
    assert len(office.search("word " * 5000)) == 1


def test_a_name_in_short_comes_before_a_name_that_begins_so(office: Office) -> None:
    police, other = a_group(name="Policing the port", code="PORT"), a_group(name="Harbour", code="POL")
    with office.step("add"):
        office.save(police, other)
    assert [hit.id for hit in office.search("pol")] == [other.id, police.id]


def test_what_has_the_word_in_its_title_comes_before_what_has_it_in_its_text(office: Office) -> None:
    group = a_group(name="Families")
    named = a_result(group, name="Insulation in ten houses")
    told = a_result(group, name="Ten houses", narrative="Insulation, and a letter to the landlord.")
    with office.step("add"):
        office.save(group, named, told)
    assert [hit.id for hit in office.search("insulation")] == [named.id, told.id]


def test_of_one_kind_there_are_no_more_than_asked_for(office: Office) -> None:
    group = a_group(name="Hall")
    with office.step("add"):
        office.save(group, *(a_meeting(group, place="Hall") for _ in range(5)))
    kinds = [hit.kind.noun for hit in office.search("hall", each=2)]
    assert kinds == ["group", "meeting", "meeting"]


def test_a_long_text_is_cut_around_the_word(office: Office) -> None:
    added(office, purpose=" ".join(["before"] * 20 + ["whānau"] + ["after"] * 20))
    excerpt = office.search("whanau")[0].excerpt
    assert excerpt.startswith("…before")
    assert excerpt.endswith("after…")
    assert "before «whānau» after" in excerpt


def test_single_records_are_read_by_their_id_alone(office: Office) -> None:
    group = a_group(name="Hall", short_name="The hall")
    with office.step("add"):
        office.save(group)
    records = office.single_records()
    assert records.find(Group, group.id) == group
    assert (records.called(Group, group.id), records.find(Group, "nobody")) == ("The hall", None)
