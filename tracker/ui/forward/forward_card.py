"""The tactic or the promise that is chosen: what the office itself found of the tactic, stage by stage."""

from tracker.models.dates import shown
from tracker.models.figures.forward import Forward, TacticPromise, TacticRow
from tracker.models.figures.promises import Promise
from tracker.models.figures.tactic_evidence import TacticEvidence
from tracker.models.figures.timeline_words import joined
from tracker.ui.forward.forward_columns import ForwardRow
from tracker.ui.parts.story_card import StoryCard
from tracker.ui.parts.story_lines import Lines
from tracker.ui.style import UNIT

# Where there is little room the list needs it more.
_LOW_HEIGHT = 30 * UNIT
_OFFICE = "Over all groups of this office; what followed a tactic need not have come of it."


class ForwardCard(StoryCard):
    """Tells of one row; the lines are the office's own evidence."""

    def __init__(self) -> None:
        super().__init__("What was found", facts=4)

    def show_row(self, row: ForwardRow, forward: Forward) -> None:
        """Tells of a tactic, or of a promise that came from one."""
        if isinstance(row, TacticPromise):
            tactic = next(each for each in forward.rows if each.tactic is row.tactic)
            self._show_promise(row, tactic, forward)
        else:
            self._show_tactic(row, forward)

    def lay(self, flat: bool, low: bool = False) -> None:
        super().lay(flat, low)
        if flat and low:
            self.setFixedHeight(_LOW_HEIGHT)

    def _show_tactic(self, row: TacticRow, forward: Forward) -> None:
        self.tell(
            row.tactic.text,
            (
                (f"{row.tactic.stage.label} (§{row.tactic.section})", ""),
                ("" if row.promises else "Nothing has been promised of it in this group: C makes it a commitment.", ""),
                (_OFFICE if row.in_all.enough else "", ""),
                ("", ""),
            ),
            (),
        )
        self._lines.show_parts(_parts(row, forward))

    def _show_promise(self, row: TacticPromise, tactic: TacticRow, forward: Forward) -> None:
        made = row.promise.commitment
        looked = f"Looked at on {shown(made.helped_on)}" if made.helped_on else ""
        self.tell(
            made.text,
            (
                (_told(row.promise), ""),
                (f"From: {row.tactic.text} (§{row.tactic.section})", ""),
                (joined(looked, " ".join(made.helped_note.split())), ""),
                ("Did it help? Y, L or N says so." if row.asks else "", "warning"),
            ),
            (),
        )
        self._lines.show_parts(_parts(tactic, forward))


def _parts(row: TacticRow, forward: Forward) -> list[tuple[str, Lines]]:
    """What the office found of a tactic, what the group promised of it, and what was found of the others that suit."""
    others = [other for other in forward.suited if other.tactic is not row.tactic and other.in_all.enough]
    told = [("", f"{other.tactic.text}: {_counts(other.in_all)}") for other in others]
    return [
        ("In this office", _found(row)),
        ("In this group", _promised(row)),
        ("Of the other tactics that suit, this office found", told),
    ]


def _promised(row: TacticRow) -> list[tuple[str, str]]:
    """What was promised of it in this group, the newest first, and what came of each."""
    made = sorted((each.promise for each in row.promises), key=lambda each: str(each.commitment.made_on), reverse=True)
    return [
        (
            shown(each.commitment.made_on),
            joined(
                " ".join(each.commitment.text.split()),
                each.standing.label.lower(),
                each.commitment.helped.label.lower() if each.commitment.helped else "",
            ),
        )
        for each in made
    ]


def _told(promise: Promise) -> str:
    made = promise.commitment
    who = ", ".join(part for part in (promise.agency, promise.person) if part) or "Nobody named"
    days = joined(f"promised {shown(made.made_on)}", f"due {shown(made.due)}" if made.due else "")
    return f"{who}: {days} · {promise.standing.label.lower()}"


def _found(row: TacticRow) -> list[tuple[str, str]]:
    if not row.in_all.tried:
        return [("", "No group of this office has tried it yet.")]
    # One stage alone says what all of them say.
    parts = row.evidence[:-1] if len(row.evidence) == 2 else row.evidence
    return [(part.where, _sentence(_counts(part))) for part in parts]


def _counts(part: TacticEvidence) -> str:
    words = f"{part.words[:1].lower()}{part.words[1:]}."
    return f"{words} {part.followed_words}." if part.followed_words else words


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
