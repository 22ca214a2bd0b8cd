"""Conditions as SUMIFS and COUNTIFS want them."""

_SIGNS = "~*?"


def equal_to(column: str, text: str) -> str:
    """A condition that a cell is the same as one of the own row, which holds `text`.

    A text may begin with a sign, and ~, * and ? stand for themselves.
    """
    cell = f"{column}{{row}}"
    for sign in _SIGNS:
        if sign in text:
            cell = f'SUBSTITUTE({cell},"{sign}","~{sign}")'
    return f'"="&{cell}'
