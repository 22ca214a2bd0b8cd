"""The brief as one page of A4."""

from datetime import date

from tracker.models.dates import shown
from tracker.models.figures.brief import Brief, BriefBall, BriefPromise, BriefVictory
from tracker.models.figures.brief_signals import BriefSignal
from tracker.models.figures.coming import ComingMeeting
from tracker.models.figures.handout_words import BASIS, day_words, stays_words, to_words
from tracker.models.figures.timeline_words import joined, several
from tracker.models.figures.watching import Watch
from tracker.ui.printing.handout import Band, Handout, Plan
from tracker.ui.printing.head import Head
from tracker.ui.printing.paper import DANGER, FIGURE, MUTED, SMALL, SPACE, Span, bold, ink, muted
from tracker.ui.printing.row import Cell, Row
from tracker.ui.printing.section import Section
from tracker.ui.stage_badge import lane_word

# What the columns of the promises share of the page's width.
_AGENCY, _TEXT, _DUE, _DAYS, _BACKED = 0.16, 0.45, 0.13, 0.14, 0.12
# What the names and dates on the left of a half-page column share of it.
_LEAD = 0.27
# Between two parts of a text: it never begins a line.
_DOT = "\u00a0· "


def brief_handout(brief: Brief) -> Handout:
    """The brief laid out on one page."""
    signals = [_signals(brief)] if brief.signals.told or brief.signals.stay else []
    left = (_watch(brief), _balls(brief), *signals, *([_tactics(brief)] if brief.tactics else []))
    right = (_decisions(brief), _victories(brief), _now_see(brief))
    bands = (Band(((_promises(brief),),)), Band((left, right)))
    foot = (f"{BASIS} {stays_words(brief.stays)}", f"{brief.office}, as at {shown(brief.as_at)}")
    return Handout(Plan(_head(brief), _figures(brief), bands, foot, notes=True))


def _head(brief: Brief) -> Head:
    coming = brief.next_meeting
    stage = lane_word(brief.lane) if brief.judged else "No stage judged yet"
    months = f" for {several(brief.months, 'month', 'months')}" if brief.lane else ""
    members = (several(brief.agencies, "agency", "agencies"), several(brief.people, "person", "people"))
    facts = joined(f"{stage}{months}", *members)
    caption, when = "NEXT MEETING", "No day is set yet"
    notes: tuple[str, ...] = ("Plan it, so that everybody can come.",)
    if brief.closed_on:
        caption, when, notes = "CLOSED", shown(brief.closed_on), (brief.group.closed_because,)
    elif coming:
        days = (coming.on - brief.as_at).days
        ahead = "today" if not days else f"in {several(days, 'day', 'days')}"
        when, notes = joined(day_words(coming.on), coming.starts), (_open_parts(coming), coming.place, ahead)
    kicker = "Brief, after the group closed" if brief.closed_on else "Brief for the next meeting"
    return Head(kicker, brief.group.name, facts, caption, when, notes, True, brief.lane)


def _open_parts(coming: ComingMeeting) -> str:
    """What of the next meeting is not settled yet."""
    parts = [word for word, held in (("time", coming.starts), ("place", coming.place)) if not held]
    return f"{' and '.join(parts).capitalize()} not set yet" if parts else ""


def _figures(brief: Brief) -> tuple[Row, ...]:
    nobody = sum(not ball.holder for ball in brief.balls)
    held = "each with its holder" if brief.balls else "no issue is open"
    through, last = brief.follow_through, brief.last_meeting
    renegotiated = f"{through.renegotiated:,} renegotiated" if through.renegotiated else "of those fallen due"
    kept = f"{through.kept:,} of {through.fallen_due:,}" if through.fallen_due else "None due"
    columns = (
        (
            "Open promises",
            f"{len(brief.promises):,}",
            f"{brief.overdue:,} overdue" if brief.overdue else "none overdue",
        ),
        ("Promises kept", kept, renegotiated if through.fallen_due else "so far"),
        ("Open balls", f"{len(brief.balls):,}", f"{nobody:,} held by nobody" if nobody else held),
        ("Last meeting", shown(last.on) if last else "None yet", last.place if last else ""),
    )
    captions, figures, notes = zip(*columns, strict=True)
    share = 1 / len(columns)
    return (
        Row(tuple(Cell(muted(each), share, 1, SMALL) for each in captions), above=3 * SPACE),
        Row(tuple(Cell(bold(each), share, 1, FIGURE) for each in figures), above=SPACE / 4),
        Row(tuple(Cell(muted(each), share, 1, SMALL) for each in notes), above=SPACE / 4),
    )


def _promises(brief: Brief) -> Section:
    def rows(shown_now: int) -> tuple[Row, ...]:
        captions = (("", _AGENCY), ("", _TEXT), ("Due", _DUE), ("", _DAYS), ("Backed at home", _BACKED))
        found = [Row(tuple(Cell(muted(words), share, 1, SMALL) for words, share in captions), above=SPACE)]
        for agency, theirs in brief.by_agency(shown_now):
            for place, promise in enumerate(theirs):
                found.append(_promise_row(agency if not place else "", promise))
        return tuple(found)

    total = len(brief.promises)
    note = "longest overdue first" if brief.overdue else ""
    return Section("Open promises, by agency", total, rows, "No promise is open.", note, least=12, most=40)


def _promise_row(agency: str, promise: BriefPromise) -> Row:
    about = joined(f"to {to_words(promise.to)}" if promise.to else "", promise.who)
    late = promise.overdue
    cells = (
        Cell(bold(agency), _AGENCY),
        Cell((Span(promise.text), *muted(f"{_DOT}{about}")) if about else ink(promise.text), _TEXT, 3),
        Cell(ink(shown(promise.due) or "No date"), _DUE, 1),
        Cell((Span(promise.days_words, late, DANGER if late else MUTED),), _DAYS),
        Cell(ink(promise.backed_words) if promise.backed_on else muted(promise.backed_words), _BACKED, 1),
    )
    return Row(cells, above=SPACE if not agency else 1.5 * SPACE, ruled=bool(agency))


def _watch(brief: Brief) -> Section:
    def row(watch: Watch) -> Row:
        words = (Span(f"{watch.kind}: ", bold=True), Span(f"{_sentence(watch.text)} "), *muted(_sentence(watch.why)))
        return Row((Cell(words, most=3),), above=1.2 * SPACE)

    rows = tuple(map(row, brief.watch))
    return Section("What to watch", len(rows), lambda n: rows[:n], "Nothing stands out.", least=3, most=12)


def _signals(brief: Brief) -> Section:
    """What the brief does not say in another place, as far as there is room for it."""

    def row(signal: BriefSignal) -> Row:
        section = f"§{signal.section}" if signal.section[:1].isdigit() else signal.section
        words = (Span(f"{signal.title}: ", bold=True), Span(f"{_sentence(signal.figures)} "), *muted(f"({section})"))
        return Row((Cell(words, most=3),), above=1.2 * SPACE)

    rows, stay = tuple(map(row, brief.signals.told)), brief.signals.stay
    note = f"{stay:,} more stay in this office" if stay > 1 else "1 more stays in this office" if stay else ""
    return Section("Signals", len(rows), lambda n: rows[:n], "None that may leave.", note, least=1, most=8)


def _balls(brief: Brief) -> Section:
    def row(ball: BriefBall) -> Row:
        since = f"{_DOT}since {_unbroken(ball.since)}" if ball.since else ""
        return _led(
            bold(ball.holder) if ball.holder else (Span("Nobody", True, DANGER),), (Span(ball.issue), *muted(since))
        )

    rows = tuple(map(row, brief.balls))
    return Section("Who holds the ball", len(rows), lambda n: rows[:n], "No issue is open.", most=12)


def _decisions(brief: Brief) -> Section:
    rows = tuple(Row((Cell(ink(text), most=3),), above=1.2 * SPACE) for text in brief.decisions)
    empty = "Nothing was decided there." if brief.last_meeting else "No meeting has been logged yet."
    note = shown(brief.last_meeting.on) if brief.last_meeting else ""
    return Section("Decided last time", len(rows), lambda n: rows[:n], empty, note, most=12)


def _victories(brief: Brief) -> Section:
    def row(victory: BriefVictory) -> Row:
        credit = f"{_DOT}{', '.join(victory.credit)}" if victory.credit else ""
        return _led(muted(shown(victory.on)), (Span(victory.text), *muted(credit)), 3)

    rows = tuple(map(row, brief.victories))
    return Section("Latest little victories", len(rows), lambda n: rows[:n], "None has been noted yet.", most=5)


def _now_see(brief: Brief) -> Section:
    rows = tuple(_led(muted(shown(on)), ink(text), 3) for on, text in brief.now_see)
    empty = "Nothing has been noted yet."
    return Section("What we now see differently", len(rows), lambda n: rows[:n], empty, least=1, most=3)


def _tactics(brief: Brief) -> Section:
    rows = tuple(Row((Cell(ink(tactic.text)),), above=1.2 * SPACE) for tactic in brief.tactics)
    title = f"What helps at this stage (§{brief.tactics[0].section})"
    return Section(title, len(rows), lambda n: rows[:n], "", least=0, most=4, counted=False)


def _led(lead: tuple[Span, ...], words: tuple[Span, ...], most: int = 2) -> Row:
    """A name or a date on the left, and what goes with it."""
    return Row((Cell(lead, _LEAD), Cell(words, 1 - _LEAD, most)), above=1.2 * SPACE)


def _unbroken(day: date) -> str:
    """A date that no line ends in the middle of."""
    return shown(day).replace(" ", "\u00a0")


def _sentence(words: str) -> str:
    end = "" if words.endswith((".", "?", "!", "…")) else "."
    return f"{words[:1].upper()}{words[1:]}{end}"
