"""Why something is refused, in a sentence for the person refused."""


class RefusedError(Exception):
    """A request that a rule forbids. ``sentence`` says why and what to do; ``field`` names the input, if it is one."""

    def __init__(self, sentence: str, *, field: str = "") -> None:
        """Keep the sentence and, when one input is to blame, its name."""
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field


class NotAllowedError(RefusedError):
    """This person may not do this."""


class StaleRevisionError(RefusedError):
    """Somebody else changed the incident since the page was opened; ``current`` is its revision now."""

    def __init__(self, sentence: str, *, current: int) -> None:
        """Keep the revision that the next try must be based on."""
        super().__init__(sentence)
        self.current = current


class StateConflictError(RefusedError):
    """The incident is not, or no longer, in a state from which this can be done."""


class GatesClosedError(RefusedError):
    """Evidence gates stand open: ``missing`` lists a sentence for each."""

    def __init__(self, sentence: str, *, missing: list[str]) -> None:
        """Keep what is missing, gate by gate."""
        super().__init__(sentence)
        self.missing = missing
