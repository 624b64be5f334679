"""QuizgenError and its children: faults a person can act on.

Each carries a stable code, the place and the advice of CONTRACT.md section 1; only ``cli`` prints them.
"""

from __future__ import annotations

from typing import ClassVar, NamedTuple


def show(text: object, limit: int = 80) -> str:
    """Return foreign text (a name, a heading, a key) made safe to print: no control characters, ``limit`` at most."""
    safe = "".join(
        c if c.isprintable() or c == "\u3000" else c.encode("unicode_escape", "replace").decode("ascii")
        for c in str(text)
    )
    return safe if len(safe) <= limit else safe[: limit - 1] + "…"


class QuizgenError(Exception):
    """A fault in what the user gave: one Chinese line, exit code 1.

    ``reason`` says what is wrong, ``advice`` what to do; ``file``, ``line`` and ``column`` (from 1) say where.
    """

    exit_code: ClassVar[int] = 1

    def __init__(
        self,
        code: str,
        reason: str,
        advice: str = "",
        *,
        file: str = "",
        line: int | None = None,
        column: int | None = None,
    ) -> None:
        super().__init__(f"{code} {reason}")
        self.code = code
        self.reason = reason
        self.advice = advice
        self.file = file
        self.line = line
        self.column = column

    def __reduce__(self) -> tuple[object, ...]:
        """Return what pickles the error whole: workers send it to the parent."""
        return (_rebuild, (type(self), self.__dict__.copy()))

    @property
    def place(self) -> str:
        """Return ``file:line:column`` as far as known."""
        parts = [show(self.file, 200)] if self.file else []
        parts += [str(n) for n in (self.line, self.column) if n is not None]
        return ":".join(parts)

    def message(self, severity: str = "错误") -> str:
        """Return the one line a teacher reads (CONTRACT.md section 1)."""
        place = f" {self.place}" if self.place else ""
        advice = f"；建议：{self.advice}" if self.advice else ""
        return f"{severity}[{self.code}]{place}：{self.reason}{advice}"


def _rebuild(cls: type[QuizgenError], state: dict[str, object]) -> QuizgenError:
    error = cls.__new__(cls)
    error.__dict__.update(state)
    error.args = (f"{error.code} {error.reason}",)
    return error


class InputError(QuizgenError):
    """A booklet, answer file or base document that cannot be used."""


class BankError(QuizgenError):
    """A bank file that cannot be used as it is."""


class TemplateError(QuizgenError):
    """A template, style, lexicon or blueprint file that cannot be used as it is."""


class Shortfall(NamedTuple):
    """A wish that cannot be met: its place in the blueprint and, in Chinese, what it is, wants and could have."""

    name: str
    label: str
    wanted: str
    available: str


class AssemblyError(QuizgenError):
    """A blueprint the bank cannot fill: ``wishes`` cannot hold together while the paper keeps ``rules``."""

    wishes: tuple[Shortfall, ...] = ()
    rules: tuple[str, ...] = ()


class WriteError(QuizgenError):
    """An output that could not be written; nothing was left half-written."""


class UsageError(QuizgenError):
    """A command line that makes no sense."""

    exit_code: ClassVar[int] = 2


class ManyFaultsError(QuizgenError):
    """Several faults of one run, each one line."""

    def __init__(self, errors: list[QuizgenError]) -> None:
        first = errors[0]
        super().__init__(first.code, first.reason, first.advice, file=first.file, line=first.line, column=first.column)
        self.errors = errors
