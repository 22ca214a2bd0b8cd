"""Who opens a sentence, and whether they promise: "Police will …", "Aroha to …", "Housing confirm … by Friday"."""

import re
from dataclasses import dataclass

from tracker.models.typed_line.aliases import TITLES
from tracker.models.typed_line.names import Known, Named
from tracker.models.typed_line.orders import names_nobody
from tracker.models.typed_line.undertakings import (
    ANYBODY,
    ANYBODY_CAN,
    BY_A_DAY,
    BY_SOME_DAY,
    GOES_WITHOUT,
    MORE_WORDS,
    POST,
    SAYS_SO,
    TAKES_A_THING,
    TAKES_ON,
    taken_back,
)

_TITLE = rf"(?:{'|'.join(sorted(TITLES))})\.?\s+"
_BEFORE = re.compile(
    rf"(?:(?:the|our|both|all|@|ko|ka|ma|na|nga|te|dear|hey|hi|kia ora|actions?(?: on| for)?:?) ?|{_TITLE})*"
)
_BETWEEN = re.compile(
    rf"\s*(?:,|/|\+|&|\(|\)|-|'s?|\band\b|\bwith\b|\bfrom\b|\bat\b|\bof\b|\bfor\b|\bme\b|\bor\b"
    rf"|\bplus\b|\bthe\b|\bi\b|\bo\b|\bno\b|\s|@|{_TITLE})*\s*"
)
_CLOSING = re.compile(r"\s*\)?(?:\s*,)?")
_COLON = re.compile(r"\s*(?::\s*|\s-+>?\s+|\s?[-=]+>\s*|\s?→\s*)(?=\S)")
# Nobody who is known: up to five words before "will".
_UNKNOWN = re.compile(
    r"(?P<who>(?:[\w'&.-]+\s+){0,4}?[\w'&.-]+)\s+(?:will(?! not\b)|is going to|are going to"
    r"|(?:has |have )?(?:promised|undertaken|undertook|offered|agreed|volunteered) to"
    r"|(?:says?|said) (?:he|she|they|it)(?:'ll|'d| will| would)|(?P<to>to))\s+(?P<verb>\w+)"
)
_NO_SUBJECT = re.compile(
    r"(?:it|this|that|these|those|there|what|who|which|when|how|where|why|if|nobody|no one|none"
    r"|nothing|as|so|but|because|hopefully|maybe|perhaps|then|next)\b"
)
_STATE = re.compile(
    r"(?:be|have|need|not|take|cost|help|mean|require|depend|continue|end|start|get|become|change"
    r"|improve|increase|drop|fall|rise|close|open|happen|last|never|come|go)$"
)
_HANGS_ON = re.compile(r"(?:once|when|after|as soon as|provided|from)\b.{3,120}$")
_TO_SOMEBODY = re.compile(r"(?:us|them|him|her|me|you|the (?:group|whanau|family|boys|girls|mum|aunties))\b")
_ASIDE = re.compile(r",[^,]+,|\(")
_OF_A_THING = re.compile(r"(?:be|go|start|open|close|end|happen|finish|arrive|begin|cover|include|stay|last)$")
_NO_VERB = re.compile(
    r"(?:the|a|an|this|that|these|those|his|her|their|our|my|your|its|all|both|each|every|some|any|him|them|us|me|you"
    r"|mum|dad|whom|date|do|be|have|\d.*|\w{2,}ing)$"
)
# Words after a name that tell what was or is, and promise nothing.
_TELLS = re.compile(
    r"(?:is|are|was|were|am|be|been|will|shall|can|has|have|had|do|does|did|can't|cannot|could|couldn't|won't"
    r"|wouldn't|would|should|may|might|didn't|doesn't|don't|isn't|aren't"
    r"|says?|said|thinks?|thought|feels?|felt|wants?|hopes?|knows?|knew|sees?|saw|hears?|heard|finds?"
    r"|found|went|came|told|got|gave|made|took|held|kept|left|met|brought"
    r"|sent|paid|lost|won|ran|began|became|understand|understands|likes?|still|already|never|not|only"
    r"|away|back|off|out|sick|ill|absent|late|here|there|unavailable|available|overseas|busy|retired|due|gone|ok|okay"
    r"|tied|booked|keen|happy|sorry|unable|able|leaving"
    r"|who|which|that|and|or|but|in|on|at|by|for|of|from|with|about|staff"
    r"|because|since|remains?|seems?|looks?|lacks?|struggles?|expects?|worr(?:y|ies)|rang|wrote|spoke"
    r"|drove|sat|stood|began|chose|fell|grew|spent|taught|built|bought|caught|sold)$"
)
_PAST = re.compile(r"(?!need|feed|seed|speed|embed|proceed|exceed|succeed|shed|wed|bleed|breed|weed)\w+ed$")
_RUNNING = re.compile(
    r"\s*(?:is|are|'s|'re)(?: also| now| still| already)? (?!(?:leaving|retiring|resigning|losing|closing|missing"
    r"|turning|hoping"
    r"|wondering|waiting|thinking|struggling|feeling|flying|having|being|worrying|expecting|becoming"
    r"|getting (?:married|worse"
    r"|better|tired|sick|a new)|moving (?:to|on|house|away|out)|going (?:to be|on|away|overseas|into|well|back)"
    r"|running (?:out"
    r"|late|short)|changing (?:jobs|managers?|rosters?)|finishing (?:up|with|at)|starting (?:a|his|her|their) new"
    r"|doing (?:well"
    r"|ok|fine|great)|nothing|something|anything|everything|looking (?:good|better|forward))\b)\w{2,}ing\b"
)
_WORD = re.compile(r"\s*([\w'&-]+)")


@dataclass(frozen=True)
class Who:
    """Who promises, or holds the ball: an agency, perhaps a person; in `open` the words that do not tell."""

    agency_id: str = ""
    person_id: str = ""
    open: str = ""


@dataclass(frozen=True)
class Subject:
    """Who opens a line, and where what they do begins. `promises` is whether they say that they will do it."""

    who: Who
    end: int
    promises: bool
    names: tuple[Named, ...] = ()


def leading_names(plain: str, names: list[Named], start: int = 0) -> list[Named]:
    """The names that open a line, side by side: "Aroha and Mere from Police"."""
    leading: list[Named] = []
    place, gap = start, _BEFORE
    for named in names:
        # "Education, school attendance": such a word is a name only where it comes first.
        if not gap.fullmatch(plain, place, named.start) or (named.loose and leading):
            break
        leading.append(named)
        place, gap = named.end, _BETWEEN
    return leading


def subject_of(text: str, plain: str, names: list[Named], by: bool = False, some_day: bool = False) -> Subject | None:
    """Who opens the line and promises, or stands before a colon; None where nobody does.

    `by` is whether the line says by when, `some_day` whether it says a day at all.
    """
    if leading := leading_names(plain, names):
        subject = _known_subject(text, plain, leading, by)
        return _on_some_day(plain, subject) if some_day and not subject.promises else subject
    if found := ANYBODY.match(plain) or (by and ANYBODY_CAN.match(plain)) or None:
        return None if GOES_WITHOUT.match(plain, found.end()) else _somebody(text, found)
    return None


def _somebody(text: str, found: re.Match[str]) -> Subject:
    return Subject(Who(open=text[: found.end("who")]), found.end(), True)


def subject_after(text: str, plain: str, names: list[Named]) -> Subject | None:
    """Who promises behind what it hangs on: "once the bond is paid Housing will …"; None where nobody does."""
    for named in names:
        taken = TAKES_ON.match(plain, named.end)
        says_so = SAYS_SO.match(plain, named.end)
        will = taken and ("will" in taken[0] or "'ll" in taken[0])
        if says_so or (will and _HANGS_ON.match(plain, 0, named.start)):
            return Subject(whose([named], named.words), 0, True, (named,))
    return None


def unknown_subject(text: str, plain: str, dated: bool) -> Subject | None:
    """Somebody nobody knows who promises: a name, or with a day anybody at all; "attendance will improve" is none."""
    found = _UNKNOWN.match(plain)
    if not found or _NO_SUBJECT.match(plain) or GOES_WITHOUT.match(plain, found.start("verb")):
        return None
    # "Letter to be sent by Friday" names nobody at all.
    if found["to"] and _OF_A_THING.match(found["verb"]):
        return Subject(Who(), 0, True) if dated else None
    named = all(word[:1].isupper() for word in text[: found.end("who")].split()) and not _STATE.match(found["verb"])
    if not (_somebody_to(text, plain, found, named, dated) if found["to"] else named or dated):
        return None
    return Subject(Who(open=text[: found.end("who")]), found.start("verb"), True)


def acts(plain: str, end: int) -> bool:
    """Whether a doing word that is not past follows: "Police run …" or "are running …", not "were …"."""
    found = _WORD.match(plain, end)
    if found is None or (found[1] == "'s" and not _RUNNING.match(plain, end)):
        return False
    return bool(_RUNNING.match(plain, end)) or not (_TELLS.match(found[1]) or _PAST.match(found[1]))


def whose(named: list[Named], words: str) -> Who:
    """Who is meant by the names together: one agency, or one person; of several it is left open."""
    sure = [known for name in named if (known := _narrowed(name, named))]
    agencies = {known.agency_id for known in sure}
    # An agency without a seat in the group is who it is all the same; a person without one is asked about.
    strangers = any(known.person_id and not known.here for known in sure)
    if len(sure) < len(named) or len(agencies) != 1 or strangers:
        return Who(open=words)
    people = {known.person_id for known in sure if known.person_id}
    return Who(agencies.pop(), people.pop() if len(people) == 1 else "")


def _known_subject(text: str, plain: str, leading: list[Named], by: bool) -> Subject:
    end = _matched(_CLOSING, plain, leading[-1].end) if "(" in plain[: leading[-1].end] else leading[-1].end
    who = whose(leading, text[leading[0].start : leading[-1].end])
    taken = TAKES_ON.match(plain, end) or _after_more_words(plain, leading)
    colon = _COLON.match(plain, end)
    if colon and (after := TAKES_ON.match(plain, colon.end() - 1)):
        return Subject(who, after.end(), True, tuple(leading))
    if taken and GOES_WITHOUT.match(plain, taken.end()):
        return Subject(who, 0, False, tuple(leading))
    if taken:
        # What stands between commas would be lost: "Police will, if the rosters allow, come".
        return Subject(who, 0 if _ASIDE.search(taken[0]) else taken.end(), True, tuple(leading))
    if (thing := TAKES_A_THING.match(plain, end)) and not taken_back(plain):
        # "Promised a van" is the van; "signed up for the breakfast club" keeps its words.
        somebody = _TO_SOMEBODY.match(plain, max(thing.end("cut"), 0))
        return Subject(who, 0 if somebody else max(thing.end("cut"), 0), True, tuple(leading))
    if by and BY_A_DAY.match(plain, end):
        return Subject(who, 0, True, tuple(leading))
    return Subject(who, colon.end() if colon else 0, False, tuple(leading))


def _on_some_day(plain: str, subject: Subject) -> Subject:
    """Who opens a line that names a day: with one, "can do the tests" and "'s onto the notice" are promises."""
    end = subject.names[-1].end
    post = POST.match(plain, end)
    found = BY_SOME_DAY.match(plain, end) or (post and BY_SOME_DAY.match(plain, post.end()))
    asks = plain.rstrip().endswith("?")
    return Subject(subject.who, 0, True, subject.names) if found and not asks else subject


def _after_more_words(plain: str, leading: list[Named]) -> re.Match[str] | None:
    more = MORE_WORDS.match(plain, leading[-1].end)
    return TAKES_ON.match(plain, more.end()) if more else None


def _somebody_to(text: str, plain: str, found: re.Match[str], named: bool, dated: bool) -> bool:
    """Whether "… to …" says who is to do what: "Write to Bob" is an order, "Bob Smith to write" names somebody."""
    if named and len(text[: found.end("who")].split()) > 1:
        return True
    # "Nurse to visit by Friday": after "to" stands what is to be done, and no name or article.
    does = text[found.start("verb")].islower() and not _NO_VERB.match(found["verb"])
    return dated and does and not names_nobody(plain)


def _narrowed(name: Named, named: list[Named]) -> Known | None:
    """Who a name means; of several people the one whose agency is named beside."""
    if name.only:
        return name.only
    beside = {other.only.agency_id for other in named if other.only and not other.only.person_id}
    fitting = [known for known in name.fits if known.person_id and known.agency_id in beside]
    return fitting[0] if len(fitting) == 1 else None


def _matched(pattern: re.Pattern[str], plain: str, start: int) -> int:
    found = pattern.match(plain, start)
    return found.end() if found else start
