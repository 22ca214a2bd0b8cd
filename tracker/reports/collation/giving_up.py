"""What the reader of cells does where it gives up, told as an error like any other."""

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def giving_up_is_an_error() -> Iterator[None]:
    """Raises ValueError where the reader of cells gives up, as on a day in the year 10^27.

    Its own word for that is no Exception and cannot be imported; unheld, one damaged file would stop all the others.
    """
    try:
        yield
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise ValueError("a cell in it cannot be read") from error
        raise
