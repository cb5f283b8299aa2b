"""The refusal of a reference file: which file, which line, which column, and what is wrong with it."""


class BrokenFile(Exception):
    """A reference file that is refused whole. `line` counts from 1 (the header); `column` is the header's word.

    `line` 0 and `column` "" mean that the fault has no such place (a file that is missing, or empty).
    """

    def __init__(self, file: str, line: int, column: str, what: str) -> None:
        super().__init__(file, line, column, what)
        self.file = file
        self.line = line
        self.column = column
        self.what = what

    def __str__(self) -> str:
        place = self.file
        if self.line:
            place += f", line {self.line}"
        if self.column:
            place += f", column {self.column}"
        return f"{place}: {self.what}"
