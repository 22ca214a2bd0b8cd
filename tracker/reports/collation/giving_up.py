"""What the reader of cells does where it gives up, told as an error like any other."""

from types import TracebackType


class GivingUpIsAnError:
    """Raises ValueError where the reader of cells gives up, as on a day in the year 10^27.

    Its own word for that is no Exception and cannot be imported; unheld, one damaged file would stop all the others.
    """

    def __enter__(self) -> None:
        """Nothing to make ready."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Anything else goes on as it came."""
        if kind is not None and kind.__name__ == "PanicException":
            raise ValueError("a cell in it cannot be read") from error
