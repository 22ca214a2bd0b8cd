"""The questions to talk over as one page of A4: what members differ on most, with room to write."""

from tracker.models.dates import shown
from tracker.models.figures.assessment.assessment_round import AssessmentRound
from tracker.models.figures.assessment.question_view import QuestionView
from tracker.models.figures.handout_words import BASIS
from tracker.models.figures.timeline_words import several
from tracker.ui.printing.handout import Band, Handout, Plan
from tracker.ui.printing.head import Head
from tracker.ui.printing.paper import FIGURE, SPACE, bold, ink, muted
from tracker.ui.printing.row import Cell, Row
from tracker.ui.printing.section import Section

_HOW = "One question at a time. Begin with those who have said least; nobody has to say what they answered."
_NONE = "Members do not differ on any sign: ask what would make each of them say otherwise next time."
# Counts would be somebody's own answer where but one says so.
_SPLIT, _APART = "Some find it true of the group now, and some do not.", "On this sign the answers lie furthest apart."
# Below each question there is room to write: so many lines, so far apart.
_LINES, _LINE = 5, 4 * SPACE
_ROWS = 3 + _LINES


def discussion_handout(told: AssessmentRound, group: str, office: str) -> Handout:
    """The page: no names, and no answer that could be told to be somebody's."""
    questions = told.to_discuss
    head = Head(
        kicker="Questions to talk over",
        title=group,
        facts="What members see differently in their group (§7.2)",
        caption="SELF-ASSESSMENT",
        when=shown(told.assessment.on),
        notes=(told.coverage.short,),
    )
    rows = tuple(row for place, sign in enumerate(questions) for row in _rows(place, sign))
    section = Section(
        title=several(len(questions), "question", "questions") if questions else "Questions",
        total=len(questions),
        rows=lambda number: rows[: _ROWS * number],
        empty=_NONE,
        least=len(questions),
    )
    figures = (Row((Cell(muted(_HOW), 1.0, 2),), above=3 * SPACE),)
    foot = (BASIS, f"{office}. Questions in our own words, after §7.2.")
    return Handout(Plan(head, figures, (Band(((section,),)),), foot, notes=True))


def _rows(place: int, sign: QuestionView) -> tuple[Row, ...]:
    return (
        Row((Cell(bold(f"{place + 1}.  {sign.discussion}"), 1.0, 3, FIGURE),), above=(3 if place == 0 else 1) * SPACE),
        Row((Cell(ink(f"The sign: “{sign.text}”"), 1.0, 2),), above=1.5 * SPACE),
        Row((Cell(muted(_SPLIT if sign.split else _APART), 1.0, 2),), above=SPACE),
        *(Row((Cell(muted("\u00a0"), 1.0, 1),), above=_LINE, ruled=line > 0) for line in range(_LINES)),
    )
