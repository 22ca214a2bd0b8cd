"""A sentence for head office, proposed from what is recorded of a claim: who did what, with whom, agreed and shown how.

It is a proposal: nothing is kept until somebody has read it. What is small or restricted is not in it (rule 15).
"""

from tracker.models.figures.apportioning import ResultFigures, how_counted, percent, result_figures
from tracker.models.figures.timeline_words import number
from tracker.models.mapping_rules import LONGEST_SENTENCE, strong_claim_gaps
from tracker.models.records.accountability import Line, Mapping, MappingState, MappingType
from tracker.models.records.agency import Agency
from tracker.models.records.record import Sensitivity
from tracker.models.records.result import Aggregation, CountBasis, Evidence, Result
from tracker.models.snapshot import Snapshot

_FEWEST = 6
_PEOPLE = (CountBasis.PEOPLE, CountBasis.WHANAU, CountBasis.HOUSEHOLDS)
_LONGEST_TITLE = 140
_DID = {
    MappingType.LEAD: "led the work towards",
    MappingType.FUNDED: "paid for work towards",
    MappingType.DELIVERED: "did work towards",
    MappingType.CO_DELIVERED: "shared the work towards",
    MappingType.ENABLED: "cleared the way for",
    MappingType.AUTHORISED: "gave its mandate for",
    MappingType.INFORMED: "gave information for",
    MappingType.IN_KIND: "gave in kind towards",
}


def proposed_sentence(snapshot: Snapshot, claim: Mapping) -> str:
    """What the claim could say, at most 500 characters; "" if its result is not there."""
    result = snapshot.find(Result, claim.result_id)
    if result is None:
        return ""
    figures = result_figures(result, snapshot.of(Mapping, result_id=result.id))
    agency = snapshot.called(Agency, claim.agency_id)
    did = _DID[claim.type] if claim.type else "had a part in"
    word = f"reports that it {did}" if strong_claim_gaps(claim) else did
    head = f"{agency} {word} “{_short(result.name)}”{_value(result)}"
    others = _others(snapshot, claim, figures)
    first = f"{head}, with {others}." if others else f"{head}."
    restricted = result.sensitivity is Sensitivity.RESTRICTED
    rest = () if restricted else (_line(snapshot, claim), _share(claim, figures), _evidence(snapshot, claim))
    sentence = first if len(first) <= LONGEST_SENTENCE else f"{head}."
    for part in rest:
        if part and len(sentence) + 1 + len(part) <= LONGEST_SENTENCE:
            sentence = f"{sentence} {part}"
    return sentence


def _value(result: Result) -> str:
    """(12 people); a small count is not told, and neither is any number of a restricted result."""
    if result.value is None or result.sensitivity is Sensitivity.RESTRICTED:
        return ""
    if abs(result.value) >= _FEWEST:
        return f" ({number(result.value)} {result.unit})"
    if result.count_basis in _PEOPLE:
        return f" (fewer than {_FEWEST} {result.unit})"
    # What a small number counts cannot be told from its unit alone.
    return "" if result.count_basis is None else f" ({number(result.value)} {result.unit})"


def _others(snapshot: Snapshot, claim: Mapping, figures: ResultFigures) -> str:
    found = [snapshot.find(Agency, each) for each in figures.agency_ids if each != claim.agency_id]
    open_ones = [each.called for each in found if each and each.sensitivity is not Sensitivity.RESTRICTED]
    if hidden := len(found) - len(open_ones):
        open_ones.append("another agency" if hidden == 1 else f"{hidden} other agencies")
    return listed(open_ones)


def _line(snapshot: Snapshot, claim: Mapping) -> str:
    line = snapshot.find(Line, claim.line_id)
    if line is None or line.sensitivity is Sensitivity.RESTRICTED:
        return ""
    return f"It counts towards {line.code} {line.shown_name}."


def _share(claim: Mapping, figures: ResultFigures) -> str:
    """Only what the group agreed; a part that is a small count of people is told as a per cent alone."""
    part = figures.apportioned(claim)
    if claim.state is not MappingState.GROUP_AGREED or part is None or claim.share_bp is None:
        return ""
    told = ""
    small = figures.result.count_basis in (*_PEOPLE, None) and part < _FEWEST
    if how_counted(figures.result) is Aggregation.SUM and not small:
        told = f" ({number(round(part, 2))} {figures.result.unit})"
    return f"The group agreed {percent(claim.share_bp)} of it as its share{told}."


def _evidence(snapshot: Snapshot, claim: Mapping) -> str:
    kept = (*snapshot.of(Evidence, mapping_id=claim.id), *snapshot.of(Evidence, result_id=claim.result_id))
    told = [each for each in kept if each.sensitivity is not Sensitivity.RESTRICTED and each.grade]
    best = min(told, key=lambda each: each.grade.rank if each.grade else 0, default=None)
    return f"Shown by: {best.name.rstrip('.')} (grade {best.grade.value})." if best and best.grade else ""


def listed(names: list[str]) -> str:
    """A, B and C; "" for none."""
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)


def _short(title: str) -> str:
    line = " ".join(title.split()).rstrip(".")
    return line if len(line) <= _LONGEST_TITLE else f"{line[: _LONGEST_TITLE - 1]}…"
