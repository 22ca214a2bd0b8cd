"""The five elements of a group as one page of A4, to talk over."""

from tracker.models.dates import shown
from tracker.models.figures.five_elements import Element, ElementPoint, FiveElements
from tracker.models.figures.handout_words import BASIS
from tracker.ui.printing.handout import Band, Handout, Plan
from tracker.ui.printing.head import Head
from tracker.ui.printing.paper import SPACE, ink, muted
from tracker.ui.printing.row import Cell, Row
from tracker.ui.printing.section import Section

_SIGN, _TEXT = 0.09, 0.91
_AFTER = "After the Auditor-General's five elements (2025), in our words."


def elements_handout(found: FiveElements, office: str) -> Handout:
    """Each element with what it rests on, and the gaps; what room is left is for notes."""
    head = Head("How we answer together", found.group, found.words, "AS AT", shown(found.on), ())
    left, right = found.elements[:3], found.elements[3:]
    band = Band((tuple(map(_section, left)), tuple(map(_section, right))))
    return Handout(Plan(head, (), (band,), (f"{BASIS} {_AFTER}", office), notes=True))


def _section(element: Element) -> Section:
    rows = tuple(map(_row, element.points))
    question = Row((Cell(muted(f"{element.help.question} {element.words}."), most=3),), above=SPACE)
    return Section(element.help.title, len(rows), lambda n: (question, *rows[:n]), "", least=4)


def _row(point: ElementPoint) -> Row:
    cells = (Cell(ink("✓" if point.there else "○"), _SIGN, 1), Cell(ink(point.text), _TEXT, 3))
    return Row(cells, above=1.2 * SPACE)
