"""Words that stand for a day and do not say which: they are asked for."""

from tracker.models.typed_line.day_words import MONTH, NUMBER, STANDS_ALONE, WEEKDAY

_PART = (
    r"(?:early(?: in)?|late(?:r)?(?: in)?|mid[ -]?|(?:the )?(?:middle|start|beginning|first half"
    r"|second half) of|sometime(?: in)?)"
)
_SPAN = r"(?:weekend|week|fortnight|month|term|quarter|year)"
_TIME = r"(?:\d{1,2}(?:[:.]\d\d)? ?(?:am|pm|o'?clock)|noon|midday|midnight|lunch ?time|lunch)"

PATTERNS = (
    rf"\d{{1,2}}(?:st|nd|rd|th)? ?(?:-|to|or|and|/) ?\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH}",
    rf"{WEEKDAY} ?(?:-|/|to|or|and) ?(?:the )?{WEEKDAY}",
    rf"(?:the )?{WEEKDAY} (?:the )?(?:week after(?: next)?|following week|after next|after that)"
    rf"|(?:the )?following {WEEKDAY}",
    r"(?:the )?(?:meeting|hui) after next|the one after next|next (?:board|council|month's|week's) (?:meeting|hui)",
    r"as soon as (?:possible|practicable|(?:they|we|you|he|she) can)|asap|soon|shortly|in due course"
    r"|straight ?away|urgently",
    rf"{_PART} ?(?:this|next|the following|the coming|the|school)? ?{_SPAN}(?: \d)?\b",
    rf"{_PART} ?{MONTH}(?: (?:19|20)\d\d)?",
    rf"(?:this|next|the following|the coming|coming) {_SPAN}(?! (?:\w+ing\b|meeting|hui))\b",
    rf"(?:the )?(?:weekend|fortnight)\b|within (?:the|a) (?:{_SPAN}|day)",
    r"(?:the )?new year\b",
    r"(?:in |within )?(?:the next )?(?:a few|a couple of|couple of|some|several|the next few"
    r"|few) (?:days|weeks|months)",
    # Until the bond is paid nobody knows the day.
    r"as soon as (?!possible|practicable)[^,.;:]{3,80}",
    rf"(?:(?:in|within) )?(?:the next )?{NUMBER} (?:working|business|school) days",
    rf"(?:the )?(?:(?:next |this )?(?:summer|autumn|winter|spring)|takurua|raumati){STANDS_ALONE}",
    rf"(?:easter|matariki|puanga|labour weekend|ramadan|diwali)(?: (?:weekend|holidays?))?{STANDS_ALONE}",
    r"(?:the )?(?:(?:next |july |april |october |christmas |summer )?school holidays"
    r"|christmas (?:break|holidays)|holidays)\b",
    r"(?:the )?(?:end|start|beginning) of (?:the )?(?:winter|summer|school holidays|holidays)|term [1-4]\b",
    r"school (?:starts|finishes|ends|goes back|closes)(?: back| again)?",
    rf"{MONTH} (?:19|20)\d\d\b",
    rf"(?:the |our |our next )?{MONTH} (?:meeting|hui)\b",
    r"(?:the )?(?:(?:end|start|beginning|middle|friday) of |early |late |mid[ -]?)?(?:school )?(?:week|wk) \d{1,2}"
    r"(?:,? (?:of |in )?(?:(?:the |this |next )term|term \d))?\b",
    rf"(?:the )?(?:w/c|wc|week (?:commencing|beginning|starting|of)) (?:the )?\d{{1,2}}(?:st|nd|rd"
    rf"|th)?(?: (?:of )?{MONTH})?",
    r"(?:31|30|29|32|33) ?(?:st|th)?(?:of )? feb\w*",
    r"(?:tera|te) (?:wiki|marama) (?:e heke mai|e tu mai nei|a tera)",
    rf"(?:the )?{_TIME}{STANDS_ALONE}",
)
# Months alone are read as such only after "by" and its like: "may" and "march" are other words as well.
MONTH_ALONE = rf"{MONTH}{STANDS_ALONE}"
