"""A card with a table of counts, whose number of rows says nothing."""

from tracker.ui.table_card import TableCard


class CountsCard(TableCard):
    """The title stands alone."""

    def _count(self) -> None:
        super()._count()
        self.set_title(self._title_words)
