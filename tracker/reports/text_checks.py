"""Checks of the words in a group return: no small count told by them (rule 15), and nobody's name."""

import re
from collections.abc import Iterator

from tracker.models.folding import folded
from tracker.models.records import Mapping, Person, Record, Result
from tracker.models.snapshot import Snapshot
from tracker.reports.finding import Check, Severity, Trouble
from tracker.reports.group_facts import GroupFacts, leaving, may_leave
from tracker.reports.group_story import judge
from tracker.reports.small_counts import FEWER, counts_people, told

_NUMBER_WORDS = {"two": 2, "both": 2, "pair": 2, "three": 3, "four": 4, "five": 5}
# "One plan" tells of no household, "one more household" does.
_ONE = frozenset({"a", "an", "one", "single"})


def _small_in_words(facts: GroupFacts) -> Iterator[Trouble]:
    """A title or a sentence may tell the number that its cell withholds."""
    for result in facts.results:
        numbers = _withheld(result)
        if numbers and any(numbers & _numbers_in(text) for text in _texts_about(facts, result)):
            message = (
                "Its title or a sentence about it seems to tell the small count: reword it, or say why it may stay."
            )
            yield Trouble(message, result, result.id)


def _names(facts: GroupFacts) -> Iterator[Trouble]:
    known = names_in(facts.snapshot)
    if known is None:
        return
    for record, texts in _leaving_texts(facts):
        if any(map(known.search, texts)):
            words = "The title names" if isinstance(record, Result) else "The text names"
            about = record.result_id if isinstance(record, Mapping) else record.id if isinstance(record, Result) else ""
            yield Trouble(f"{words} a person: say the post instead.", record, about or "")


def names_in(snapshot: Snapshot) -> re.Pattern[str] | None:
    """Finds the name of anybody whom the office knows; None if it knows nobody by name."""
    names = [person.name for person in snapshot.of(Person) if _is_a_name(person)]
    return re.compile("|".join(rf"\b{re.escape(name)}\b" for name in names), re.IGNORECASE) if names else None


def _leaving_texts(facts: GroupFacts) -> Iterator[tuple[Record, tuple[str, ...]]]:
    """What people wrote and a return tells, record by record."""
    yield from ((each, (each.name,)) for each in facts.results)
    yield from ((each, (each.narrative, each.rival_explanation)) for each in facts.mappings)
    yield from ((each, (each.name, each.reference)) for _, each in facts.evidence)
    yield from ((each, (each.statement, each.story)) for each in facts.outcomes)
    yield from ((each, (each.text,)) for each in leaving(facts.all_commitments))
    yield from ((each, (each.text,)) for each in leaving(facts.all_lessons))
    for judgement in leaving(point.judgement for point in facts.trajectory.points):
        yield judgement, (judgement.why, judge(facts, judgement.judged_by))


def _texts_about(facts: GroupFacts, result: Result) -> Iterator[str]:
    """Every text that leaves about one result; disputed claims are named on Checks, so they are among them."""
    yield result.name
    if may_leave(result):
        for mapping in leaving(facts.snapshot.of(Mapping, result_id=result.id)):
            yield from (mapping.narrative, mapping.rival_explanation)
    for evidence in facts.evidence_by_result.get(result.id, ()):
        yield from (evidence.name, evidence.reference)


def _withheld(result: Result) -> set[int]:
    numbers = (result.value, result.baseline, result.numerator, result.denominator)
    return {int(each) for each in numbers if each is not None and told(result, each) == FEWER}


def _numbers_in(text: str) -> set[int]:
    words = re.findall(r"[^\W_]+", folded(text))
    numbers = {int(word) for word in words if re.fullmatch("[0-9]{1,6}", word)}
    numbers |= {_NUMBER_WORDS[word] for word in words if word in _NUMBER_WORDS}
    alone = any(word in _ONE and counts_people(" ".join(words[place : place + 3])) for place, word in enumerate(words))
    return numbers | {1} if alone else numbers


def _is_a_name(person: Person) -> bool:
    """Where somebody is known by the post alone, the post is no name."""
    post = person.post.casefold()
    return " " in person.name.strip() and bool(post) and post not in person.name.casefold()


TEXT_CHECKS: tuple[Check[GroupFacts], ...] = (
    Check("small_in_words", "No text tells a count that is withheld (rule 15)", Severity.QUERY, _small_in_words),
    Check("no_names", "No text names a person", Severity.QUERY, _names),
)
