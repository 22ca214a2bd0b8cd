"""The name of a return's file is safe on every system and stays inside its folder."""

from pathlib import PureWindowsPath

import pytest

from tests.builders import a_group, an_office
from tracker.models.period import Period
from tracker.reports.file_name import group_file_name


def test_a_return_is_named_for_what_it_is() -> None:
    name = group_file_name(an_office(code="AKL"), a_group(code="ICM", place="Papakura"), Period(2020, 3), 2)
    assert name == "PT-R1_2019-20-Q3_AKL-PAPAKURA_ICM_rev02.xlsx"


@pytest.mark.parametrize("place", ["..\\..\\evil", "CON", "a/b", "x" * 300, "dots...", "Ōtara: “here”?", "", "\x00\n"])
def test_no_place_leads_out_of_the_folder(place: str) -> None:
    name = group_file_name(an_office(), a_group(code=place, place=place), Period(2008, 4), 1)
    assert PureWindowsPath(name).name == name
    assert set(name) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.")
    assert len(name) < 120


def test_macrons_lose_their_line_and_nothing_else() -> None:
    assert "_AKL-MANGERE_" in group_file_name(an_office(), a_group(place="Māngere"), Period(2008), 1)
