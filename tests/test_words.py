"""The words that people read: plain, with their macrons, and without a word of how the program is made."""

import ast
import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from tracker.models.choice import Choice
from tracker.models.fields import FieldType, fields_of
from tracker.models.guidance.signs import SIGNS, Sign
from tracker.models.guidance.tactics import TACTICS, Tactic
from tracker.models.records import KINDS, Record
from tracker.places import resources
from tracker.store.sample import read_sample

PACKAGE = Path(__file__).parent.parent / "tracker"

# What a manager never meets: our own nouns, and notes to ourselves.
OURS = re.compile(
    r"\b(records?|tables?|ids?|uuid|sqlite|sql|database|dataclass|enum|traceback|exception|null|foreign key"
    r"|todo|fixme|xxx|lorem)\b",
    re.IGNORECASE,
)
# Without its macron each of these is another word, or none.
BARE = re.compile(
    r"\b(maori|whanau|mangere|otara|tamaki|pakeha|kohanga|hapu|wananga|otahuhu|taupo|kaumatua|korero|matauranga"
    r"|manawatu|whangarei|rangitikei|kaikoura|opotiki)\b",
    re.IGNORECASE,
)
# Where such a word is meant as everybody means it.
PLAIN_USES = re.compile(r"\b(on record|track record|own records|the table|at table|table of contents)\b", re.IGNORECASE)
# The command line speaks to programs as well, and head office adds up by the return's own names: both say "id".
SPOKEN_TO_PROGRAMS = re.compile(r"\b(app )?ids?\b|\bsqlite\b", re.IGNORECASE)

# Calls that show their first text, or every text, to a person.
SHOWING = {
    "Mistake", "Title", "Heading", "Muted", "Card", "label", "primary_button", "quiet_button", "EmptyState", "QLabel",
    "QAction", "QMenu", "addAction", "addMenu", "setWindowTitle", "setText", "setToolTip", "setPlaceholderText",
    "setAccessibleName", "setAccessibleDescription", "setTitle", "setStatusTip", "say", "warn", "step", "echo",
    "line", "prose", "day", "moment", "whole", "decimal", "yes_no", "choice", "several", "refers", "refers_to_several",
    "scores", "UsageError", "option", "Column", "Finding",
}  # fmt: skip


def wrong(text: str) -> str:
    """The first word of a text that no manager should meet, or ""."""
    found = OURS.search(PLAIN_USES.sub("", text)) or BARE.search(text)
    return found.group() if found else ""


def wrong_in(path: Path, text: str) -> str:
    """The same, where a file of the command line or of the returns says it."""
    programs = path.relative_to(PACKAGE).parts[0] in ("commands", "reports")
    return wrong(SPOKEN_TO_PROGRAMS.sub("", text) if programs else text)


def said_in(path: Path) -> Iterator[tuple[int, str]]:
    """The texts that a file's code shows: those given to what shows them, and the sentences of `problems()`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in SHOWING:
            for given in (*node.args, *(keyword.value for keyword in node.keywords)):
                yield from texts_of(given)
        elif isinstance(node, ast.FunctionDef) and node.name.endswith("problems"):
            for statement in node.body[1:]:
                yield from texts_of(statement)


def texts_of(node: ast.AST) -> Iterator[tuple[int, str]]:
    """The literal texts under a node, without those that a name is looked up by; a gap stands for what is put in."""
    if isinstance(node, ast.JoinedStr):
        parts = [str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values]
        yield node.lineno, "".join(parts)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.lineno, node.value
    elif not isinstance(node, ast.Subscript | ast.Compare):
        for child in ast.iter_child_nodes(node):
            yield from texts_of(child)


def choices() -> list[type[Choice]]:
    return sorted(
        {part.choices for kind in KINDS for part in fields_of(kind) if part.choices}, key=lambda kind: kind.__name__
    )


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_what_the_program_says_is_in_plain_words(path: Path) -> None:
    said = [(number, wrong_in(path, text), text) for number, text in said_in(path)]
    assert [f"line {number}: {word!r} in {text!r}" for number, word, text in said if word] == []


def mistakes_in(path: Path) -> Iterator[tuple[int, str]]:
    """The sentences of the mistakes that a file raises, where they are written out in place."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "Mistake":
            yield from texts_of(node.args[0])


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_mistake_is_a_sentence(path: Path) -> None:
    """It may begin or end with what is put in: a name, or a hint that is a sentence itself."""
    said = list(mistakes_in(path))
    assert [pair for pair in said if not re.match(r"[A-Z“…]", pair[1])] == []
    assert [pair for pair in said if not re.search(r"[.…]$", pair[1])] == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.table)
def test_labels_helps_and_nouns_are_in_plain_words(kind: type[Record]) -> None:
    texts = [kind.noun, kind.nouns]
    texts += [text for part in fields_of(kind) for text in (part.heading, part.help)]
    assert [text for text in texts if wrong(text)] == []


@pytest.mark.parametrize("kind", choices(), ids=lambda kind: kind.__name__)
def test_the_words_to_choose_from_are_plain_and_told_apart(kind: type[Choice]) -> None:
    labels = [member.label for member in kind]
    assert [label for label in labels if wrong(label)] == []
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("said", [*SIGNS, *TACTICS], ids=lambda said: said.key)
def test_signs_and_tactics_are_in_plain_words(said: Sign | Tactic) -> None:
    assert wrong(said.text) == ""


# Codes and keys are spelt as machines spell them.
KEYS = {"code", "parent_code", "line_key", "tactic", "signal", "scope_id"}


@pytest.fixture(scope="module")
def told() -> list[tuple[str, str]]:
    """Every text of the sample that people read, with where it stands."""
    numbers = count()
    return [
        (f"{record.noun}, {part.label}", getattr(record, part.name))
        for record in read_sample(resources() / "sample", lambda: str(next(numbers)))
        for part in fields_of(type(record))
        if part.kept_as in (FieldType.LINE, FieldType.TEXT) and part.name not in KEYS
    ]


def test_the_sample_is_told_with_its_macrons_and_without_notes_to_ourselves(told: list[tuple[str, str]]) -> None:
    notes = re.compile(r"\b(todo|fixme|xxx|lorem|tbd)\b", re.IGNORECASE)
    assert len(told) > 10_000
    assert [pair for pair in told if BARE.search(pair[1]) or notes.search(pair[1])] == []


def test_nothing_in_the_sample_looks_like_somebodys_number_or_address(told: list[tuple[str, str]]) -> None:
    private = re.compile(r"\b0\d[\d -]{6,}\b|\b[A-HJ-NP-Z]{3}\d{4}\b|\S+@\S+")
    assert [pair for pair in told if private.search(pair[1])] == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("This record is new.", "record"),
        ("Give the id of it.", "id"),
        ("Homes in Mangere", "Mangere"),
        ("For the whanau", "whanau"),
        ("TODO later", "TODO"),
    ],
)
def test_a_slip_would_be_found(text: str, word: str) -> None:
    assert wrong(text) == word
