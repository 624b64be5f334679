"""Usage: what is wrong with a command line, in the words of its reader (click has English ones only)."""

from __future__ import annotations

import click

SAYINGS = {
    "NoSuchOption": "没有 {0.option_name} 这个选项",
    "NoSuchCommand": "没有 {0.command_name} 这个命令",
    "BadOptionUsage": "选项 {0.option_name} 后面少写了值，或者不该写值",
}
"""By the name of click's class; it is formatted with the error."""


def wrong_usage(error: click.ClickException) -> str:
    """Return what is wrong with a command line, as one Chinese sentence without its end mark.

    What our own commands raise is Chinese already and is passed on as it is.
    """
    if isinstance(error, click.MissingParameter):
        return f"还没有给出 {_name(error)}"
    if isinstance(error, click.BadParameter) and (wanted := _wanted(error.param)):
        return f"{_name(error)} 的值不对，{wanted}"
    saying = SAYINGS.get(type(error).__name__)
    return saying.format(error) if saying else error.format_message()


def _name(error: click.BadParameter) -> str:
    """Return what a parameter is called in the usage line: --seed, BANK."""
    if isinstance(error.param, click.Option):
        return max(error.param.opts, key=len)
    return error.param.human_readable_name if error.param else str(error.param_hint or "")


def _wanted(param: click.Parameter | None) -> str:
    """Return what values a parameter takes, "" where only its own check can say."""
    kind = param.type if param else None
    if isinstance(kind, click.Choice):
        return f"只能是 {'、'.join(map(str, kind.choices))}"
    if isinstance(kind, click.IntRange):
        return f"要写 {kind.min} 到 {kind.max} 的整数" if kind.max is not None else f"要写 {kind.min} 以上的整数"
    return "要写整数" if kind is click.INT else ""
