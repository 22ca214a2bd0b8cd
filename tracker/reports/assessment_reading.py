"""Reading self-assessment forms that came back: each gives answers to keep, or a sentence why not (§7.2)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tracker.models.assessment_taking import Answerer, answers_said, corrected, given, rating_of
from tracker.models.choice import Choice
from tracker.models.dates import shown
from tracker.models.fields import Scores
from tracker.models.figures.assessment.asked_order import keys_asked
from tracker.models.folding import folded
from tracker.models.mistake import Mistake
from tracker.models.records.agency import Agency
from tracker.models.records.group import Group
from tracker.models.records.stage import Asked, Assessment, Rating
from tracker.models.snapshot import Snapshot
from tracker.reports.assessment_sheet import FilledForm, read_filled


class Outcome(Choice):
    """What becomes of a form."""

    NEW = "new", "Will be kept"
    REPLACES = "replaces", "Replaces earlier answers"
    SAME = "same", "Read before"
    REFUSED = "refused", "Not read"

    @property
    def done(self) -> str:
        """What has become of it, once what was read is kept."""
        return {Outcome.NEW: "Kept", Outcome.REPLACES: "Replaced earlier answers"}.get(self, self.label)


@dataclass(frozen=True)
class ReadForm:
    """One file that was read. `rating` is what to keep, None where nothing is.

    `sentence` says what will happen, or why not; whose form it is stands beside, as far as it could be read.
    """

    path: Path
    outcome: Outcome
    sentence: str
    rating: Rating | None = None
    group: str = ""
    group_id: str = ""
    assessment_id: str = ""
    agency: str = ""
    agency_id: str = ""
    mark: str = ""
    answered: int = 0
    asked: int = 0
    answers: Scores = ()

    @property
    def file_name(self) -> str:
        """The file without its folder."""
        return self.path.name

    @property
    def refused(self) -> bool:
        """Whether it gave nothing."""
        return self.outcome is Outcome.REFUSED

    @property
    def answered_words(self) -> str:
        """22 of 24; "" where nothing could be read."""
        return f"{self.answered} of {self.asked}" if self.asked else ""


def read_forms(
    snapshot: Snapshot, paths: Iterable[Path], mint: Callable[[], str], *, group_id: str = ""
) -> tuple[ReadForm, ...]:
    """Reads forms, in the order of the files, and looks what each would change; nothing is kept by reading.

    With `group_id` only that group's forms are taken. Of two files with answers of one rater that differ, neither is.
    """
    whole: list[ReadForm] = []
    for path in dict.fromkeys(paths):
        try:
            whole.append(_judged(snapshot, path, read_filled(path), mint, group_id))
        except Mistake as mistake:
            whole.append(ReadForm(path, Outcome.REFUSED, mistake.sentence))
    return _told_apart(whole)


def ratings_to_keep(forms: Iterable[ReadForm]) -> tuple[Rating, ...]:
    """What to save of the forms that were read."""
    return tuple(form.rating for form in forms if form.rating is not None)


def step_words(ratings: Sequence[Rating]) -> str:
    """What the step is called that keeps them."""
    many = "a self-assessment form" if len(ratings) == 1 else f"{len(ratings)} self-assessment forms"
    return f"read {many}"


def forms_in(folder: Path) -> tuple[Path, ...]:
    """The workbooks in a folder, by their names; those that a spreadsheet program has open leave a file of their own.

    Raises Mistake if the folder cannot be read, or has none.
    """
    try:
        found = [path for path in folder.iterdir() if path.suffix.lower() in (".xlsx", ".xlsm") and path.is_file()]
    except OSError as error:
        raise Mistake(f"The folder {folder.name} cannot be read: choose another.") from error
    kept = sorted(path for path in found if not path.name.startswith(("~$", ".")))
    if not kept:
        raise Mistake(f"There is no Excel workbook in {folder.name}: choose the folder with the forms.")
    return tuple(kept)


def summary_words(forms: Sequence[ReadForm], *, done: bool = False) -> str:
    """5 forms: 3 will be kept, 1 replaces earlier answers, 1 not read; or what has become of them, once `done`."""
    counts = [
        (sum(form.outcome is outcome for form in forms), outcome.done if done else outcome.label) for outcome in Outcome
    ]
    told = ", ".join(f"{number} {label[:1].lower()}{label[1:]}" for number, label in counts if number)
    return f"{len(forms):,} {'form' if len(forms) == 1 else 'forms'}: {told}" if forms else "No form"


def _judged(snapshot: Snapshot, path: Path, filled: FilledForm, mint: Callable[[], str], group_id: str) -> ReadForm:
    """What the form would change. A Mistake in it becomes a refusal that still says whose form it is."""
    asked = len(filled.facts.questions)
    known = sum(score is not None for score in filled.answers.values())
    read = ReadForm(
        path,
        Outcome.REFUSED,
        "",
        group=filled.facts.group,
        agency=filled.agency,
        mark=filled.mark,
        answered=known,
        asked=asked,
        answers=tuple(sorted(filled.answers.items())),
    )
    try:
        assessment = _round_of(snapshot, filled, group_id)
        named = snapshot.called(Group, assessment.group_id)
        read = replace(read, group=named, group_id=filled.facts.group_id, assessment_id=assessment.id)
        if filled.problem and not filled.agency:
            raise Mistake(filled.problem)
        agency_id = _agency_of(snapshot, filled)
        read = replace(read, agency=snapshot.called(Agency, agency_id), agency_id=agency_id)
        if filled.problem:
            raise Mistake(filled.problem)
        return _compared(snapshot, read, filled, Answerer(assessment.id, agency_id, filled.mark), mint)
    except Mistake as mistake:
        return replace(read, sentence=mistake.sentence)


def _round_of(snapshot: Snapshot, filled: FilledForm, group_id: str) -> Assessment:
    facts = filled.facts
    if facts.office_id != snapshot.office.id:
        raise Mistake(f"The form is of another office, {facts.office}: send it there.")
    if group_id and facts.group_id != group_id:
        raise Mistake(f"The form is of another group, {facts.group}: read it there.")
    if snapshot.find(Group, facts.group_id) is None:
        raise Mistake(f"The group {facts.group} is no longer in this office, so its form is not read.")
    assessment = snapshot.find(Assessment, facts.assessment_id)
    if assessment is None or assessment.group_id != facts.group_id:
        raise Mistake(
            f"The round of {shown(facts.on)} is no longer in this office: send the form of a round that is there."
        )
    keys = {key for key, _ in facts.questions}
    if assessment.asked.value != facts.asks or keys != keys_asked(Asked(facts.asks)):
        raise Mistake("The form asks other questions than this Partnership Tracker does: send a new form.")
    return assessment


def _agency_of(snapshot: Snapshot, filled: FilledForm) -> str:
    """The agency that is named, by the form's own list or by what people call it."""
    wanted = folded(filled.agency)
    if not wanted:
        raise Mistake("No agency is chosen: fill in whose answers these are, and read the form again.")
    for agency_id, name in filled.facts.agencies:
        if folded(name) == wanted and snapshot.find(Agency, agency_id):
            return agency_id
    called = [
        agency
        for agency in snapshot.of(Agency)
        if wanted in (folded(agency.name), folded(agency.called), folded(agency.code))
    ]
    if len(called) == 1:
        return called[0].id
    how = "is the name of several agencies" if called else "is no agency of this office"
    raise Mistake(f"“{filled.agency[:60]}” {how}: choose one from the form's list.")


def _compared(
    snapshot: Snapshot, read: ReadForm, filled: FilledForm, answerer: Answerer, mint: Callable[[], str]
) -> ReadForm:
    """New, the same as before, or in place of what was read before."""
    before = rating_of(snapshot, answerer)
    notes = "".join(f"; {note}" for note in filled.notes)
    said = f"{answers_said(filled.answers)}{_left_out(filled)}{notes}"
    if before is None:
        rating = given(snapshot, answerer, filled.answers, mint, form=read.file_name)
        return replace(read, outcome=Outcome.NEW, sentence=said, rating=rating)
    rating = corrected(snapshot, before, filled.answers, form=read.file_name)
    if rating.answers == before.answers:
        return replace(read, outcome=Outcome.SAME, sentence="The same answers were read before: nothing changes")
    different = len({key for key, _ in set(rating.answers) ^ set(before.answers)})
    on = f"the answers of {shown(before.given_on)}" if before.given_on else "earlier answers"
    words = f"In place of {on}, {different} different"
    return replace(read, outcome=Outcome.REPLACES, sentence=f"{words}; {said}", rating=rating)


def _left_out(filled: FilledForm) -> str:
    left = len(filled.facts.questions) - len(filled.answers)
    return f", {left} left out" if left and filled.answers else ""


def _told_apart(forms: list[ReadForm]) -> tuple[ReadForm, ...]:
    """Among the files read together: the same form again counts once, and of two that differ neither is taken.

    What was read before stands beside them: else the same folder, read again, would put older answers back.
    """
    by_rater: defaultdict[tuple[str, str, str], list[int]] = defaultdict(list)
    for place, form in enumerate(forms):
        if not form.refused:
            by_rater[form.assessment_id, form.agency_id, form.mark.casefold()].append(place)
    told = list(forms)
    for places in by_rater.values():
        first, *others = (forms[place] for place in places)
        differ = any(form.answers != first.answers for form in others)
        for place in places if differ else places[1:]:
            form = forms[place]
            if form.outcome is not Outcome.SAME:
                told[place] = _clashing(form, [forms[each] for each in places]) if differ else _again(form, first)
    return tuple(told)


def _again(form: ReadForm, first: ReadForm) -> ReadForm:
    sentence = f"The same answers are in {first.file_name}: they count once"
    return replace(form, outcome=Outcome.SAME, sentence=sentence, rating=None)


def _clashing(form: ReadForm, all_of_rater: list[ReadForm]) -> ReadForm:
    other = next(each for each in all_of_rater if each.answers != form.answers)
    who = f"{form.agency}, {form.mark}" if form.mark else f"{form.agency}, without a mark"
    sentence = (
        f"{other.file_name} has other answers of {who}: leave out the file that no longer holds, or give each person a "
        "mark of their own."
    )
    return replace(form, outcome=Outcome.REFUSED, sentence=sentence, rating=None)
