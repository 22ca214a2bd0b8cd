"""A mistake is something the person can put right; anything else that goes wrong is our bug."""


class Mistake(Exception):
    """Says in one sentence what happened and what to do. It is shown as it stands, in place.

    `choices` are the names to pick from when what was asked for fits several things or nothing.
    """

    def __init__(self, sentence: str, choices: tuple[str, ...] = ()) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.choices = choices
