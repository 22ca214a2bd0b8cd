"""`tracker collate`: what it says, its JSON and its exit status."""

import json
from pathlib import Path

import pytest

from tracker.cli import main


@pytest.fixture
def inbox(sample_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A folder with one return."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    words = ["return", str(sample_path), "group", "--group", "NMCC", "--period", "2007/08"]
    assert main([*words, "--out", str(folder / "nmcc.xlsx")]) == 0
    capsys.readouterr()
    return folder


def test_collate_writes_the_workbook_and_an_answer(
    inbox: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "national.xlsx"
    assert main(["collate", str(inbox), "--out", str(out)]) == 0
    said = capsys.readouterr()
    assert said.out.startswith("1 file: 1 accepted.")
    assert said.err == ""
    assert {path.name for path in tmp_path.glob("national*")} == {
        "national.xlsx",
        "national-answers",
        "national.collation.json",
        "national.read.jsonl",
    }


def test_collate_as_json_lists_each_file_and_refuses_in_its_status(
    inbox: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (inbox / "other.xlsx").write_text("hello", "utf-8")
    assert main(["collate", str(inbox), "--out", str(tmp_path / "national.xlsx"), "--json"]) == 1
    said = capsys.readouterr()
    told = json.loads(said.out)
    assert {file["file"]: (file["verdict"], file["checksum_ok"]) for file in told["files"]} == {
        "nmcc.xlsx": ("accepted", True),
        "other.xlsx": ("rejected", None),
    }
    assert len(told["checksum"]) == 64
    assert [1, 3, 0.9, 0.1] in [
        [each["counted_once"], each["contributed_sum"], each["apportioned_sum"], each["unallocated"]]
        for each in told["totals"]
    ]
    assert said.err.startswith("tracker: other.xlsx: This is no Excel workbook")


def test_collate_refuses_what_is_not_there_and_a_name_that_is_no_workbook(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["collate", str(tmp_path / "none"), "--out", str(tmp_path / "national.xlsx")]) == 1
    assert "There is no file or folder" in capsys.readouterr().err
    assert main(["collate", str(tmp_path), "--out", str(tmp_path / "national.csv")]) == 1
    assert "end it in .xlsx" in capsys.readouterr().err


def test_collate_reads_the_list_of_expected_returns(
    inbox: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    listed = tmp_path / "offices.csv"
    listed.write_text("office_id,kind,period,due\nAKL,R1,2007/08,\nWLG,R1,2007/08,1 Jul 2008\n", "utf-8")
    out = tmp_path / "national.xlsx"
    assert main(["collate", str(inbox), "--out", str(out), "--expected", str(listed)]) == 0
    assert "1 return missing of 2 expected" in capsys.readouterr().out
