"""The way a publication is refused."""


class PublicationError(Exception):
    """A site of files cannot be written as asked; the message is a sentence for the person who publishes."""

    def __init__(self, sentence: str, **values: object) -> None:
        super().__init__(sentence % values)
        self.sentence, self.values = sentence, values
