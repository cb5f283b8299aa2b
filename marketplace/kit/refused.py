"""The one anticipated failure: a deed is refused, with a code, a sentence and, where there is one, the field."""


class Refused(Exception):
    """A deed that may not be done. Each kind of door turns it into its own language once.

    `code` is stable and upper case (INSUFFICIENT_STOCK); `message` is for people, translated; `field` names the input.
    `others` are further faults of the same input, for doors that show a whole form's at once.
    """

    def __init__(self, code: str, message: str, field: str | None = None, others: "tuple[Refused, ...]" = ()) -> None:
        super().__init__(code, message, field)
        self.others = others
        self.code = code
        self.message = message
        self.field = field

    def __str__(self) -> str:
        return f"{self.code}: {self.message}" + (f" ({self.field})" if self.field else "")
