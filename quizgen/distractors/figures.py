"""Distractors by calculation: figures, dates, ordinals (RULES.md section 6, F5, F6, F10)."""

from __future__ import annotations

import re
from random import Random

from quizgen.distractors.inventory import Inventory
from quizgen.model.finding import Finding, Slot, SlotFinding
from quizgen.text import numerals

FIGURE = re.compile(r"^(?P<digits>\d+(?:\.(?P<decimals>\d+))?)$")
# 4.4
DATE = re.compile(r"^(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?$")
# 3月6日
COUNT = re.compile(r"(?P<digits>\d+(?:\.\d+)?)(?P<scale>[万亿]?)(?![\d.年月日%])")
# 415, 13.6万
SCALES = {"": 1, "万": 10**4, "亿": 10**8}
ORDINAL = re.compile(r"^第(?P<number>[一二三四五六七八九十百\d]+)(?P<unit>次|届)$")
# 第十一次
FACTORS = (0.5, 0.6, 0.75, 0.8, 1.2, 1.25, 1.5, 2.0)
ROUND = (1, 2, 3, 5, 7, 10, 15, 20, 30, 45, 60, 90, 120, 180)  # the terms laws like
NEAR = (0.65, 1.45)  # times the right figure: a slip of the pen
NEAREST = 4  # of them beside the key
MONTHS = (1, 2, 3, 6, 9, 12, 18, 24)
NEARLY_ALL = 66  # per cent
AGES = (6, 8, 10, 12, 14, 16, 18, 20, 22, 60)
MAJORITY = 18
SMALLEST_FALSIFIED = 10
FAR_MONTHS = 2
FEASTS = frozenset(
    {(1, 1), (3, 5), (3, 8), (3, 12), (3, 15), (4, 4), (4, 5), (5, 1), (5, 4), (6, 1), (7, 1), (8, 1), (9, 10), (10, 1)}
)
"""Month and day everyone knows for something else."""
DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def propose_figures(key: str, slot: Slot, finding: Finding, inventory: Inventory, random: Random) -> list[str]:
    """Return figures of the key's own precision, the key's rank among them uniform (RULES section 6, F5)."""
    parsed = FIGURE.match(key)
    if parsed is None:
        return _han_figures(key, random, _customary(slot, finding))
    value, decimals = float(parsed.group("digits")), len(parsed.group("decimals") or "")
    rank = random.randrange(4)
    below = [f for f in FACTORS if f < 1]
    above = [f for f in FACTORS if f > 1]
    random.shuffle(below)
    random.shuffle(above)
    per_cent = isinstance(finding, SlotFinding) and finding.unit == "%"
    rest = round(100 - value, decimals) if per_cent and value > NEARLY_ALL else 0
    made = []
    for factor in [*below[:rank], *above[: 3 - rank], *below[rank:], *above[3 - rank :]]:
        if rest > 0:  # of nearly all, what is missing varies: 96.2 beside 95.4 and 98.1
            missing = _rounded(rest * factor, rest, decimals)
            figure = None if missing is None else f"{100 - float(missing):.{decimals}f}"
        else:
            figure = _rounded(value * factor, value, decimals)
        if figure is not None and not (per_cent and float(figure) > 100):
            made.append(figure)
    most = _whole(finding, slot)
    return [figure for figure in dict.fromkeys(made) if not 0 < most <= _digits(figure)]


def _whole(finding: Finding, slot: Slot) -> float:
    """Return the figure a key is a part of (教师415名，其中268名) in the key's own scale, 0 where it is none."""
    if not isinstance(finding, SlotFinding):
        return 0.0
    before, of, _ = finding.statement[: slot.start].rpartition("其中")
    counted = COUNT.findall(before) if of else []
    scale = SCALES.get(finding.statement[slot.end : slot.end + 1], 1)
    return float(counted[-1][0]) * SCALES[counted[-1][1]] / scale if counted else 0.0


def _customary(slot: Slot, finding: Finding) -> tuple[int, ...]:
    """Return the figures that could stand in the key's place: ages for an age, of minors for a minor's."""
    if not isinstance(finding, SlotFinding) or "岁" not in finding.statement[slot.end : slot.end + 2]:
        return MONTHS if isinstance(finding, SlotFinding) and finding.unit == "个月" else ROUND
    return tuple(age for age in AGES if age <= MAJORITY) if "未成年" in finding.statement else AGES


def propose_far_figures(key: str, slot: Slot, finding: Finding, inventory: Inventory, random: Random) -> list[str]:
    """Return figures far from the key: a false statement is no slip of the pen (RULES section 12, V2)."""
    if isinstance(finding, SlotFinding) and finding.statement[: slot.start].endswith("月"):
        return []  # a day of the month: one or another, who could tell
    made = propose_figures(key, slot, finding, inventory, random)
    if han := numerals.read(key):
        return [text for text in made if _is_far((numerals.read(text) or han) / han)]
    value = _digits(key)
    return [text for text in made if _is_far(_digits(text) / value)] if value >= SMALLEST_FALSIFIED else []


def _is_far(ratio: float) -> bool:
    """Return whether a figure so many times the right one is no slip of the pen."""
    return not NEAR[0] < ratio < NEAR[1]


def _digits(figure: str) -> float:
    """Return the number a figure's digits make, 0 where it has none (三十)."""
    parsed = FIGURE.match(figure)
    return float(parsed.group("digits")) if parsed else 0.0


def _rounded(number: float, key: float, decimals: int) -> str | None:
    """Return the number with as many significant digits as the key; None when it comes out as the key or 0."""
    if decimals:
        text = f"{number:.{decimals}f}"
        return text if float(text) not in (key, 0.0) else None
    digits = str(int(key))
    zeros = len(digits) - len(digits.rstrip("0"))
    step = 10**zeros if zeros else 1
    rounded = round(number / step) * step
    if rounded in (int(key), 0) or abs(rounded - key) < 0.1 * key:
        return None
    return str(rounded)


def _han_figures(key: str, random: Random, customary: tuple[int, ...]) -> list[str]:
    value = numerals.read(key)
    if value is None:
        return []
    steps = list(customary) if value <= 180 else [int(value * f) for f in FACTORS]
    near = sorted((s for s in steps if s != value), key=lambda s: abs(s - value))[:NEAREST]
    random.shuffle(near)
    return [numerals.write(n) for n in near]


def propose_far_dates(key: str, slot: Slot, finding: Finding, inventory: Inventory, random: Random) -> list[str]:
    """Return calendar dates two months or more from the key: a false statement is no slip of the pen."""
    month = DATE.match(key)
    made = propose_dates(key, slot, finding, inventory, random)
    return [d for d in made if month and abs(int(d.split("月")[0]) - int(month.group("month"))) >= FAR_MONTHS]


def propose_dates(key: str, slot: Slot, finding: Finding, inventory: Inventory, random: Random) -> list[str]:
    """Return calendar dates of the key's granularity, near it and never later in its year than December."""
    match = DATE.match(key)
    if match is None:
        return []
    month, day = int(match.group("month")), match.group("day")
    shifts = [-4, -3, -2, -1, 1, 2, 3, 4]
    random.shuffle(shifts)
    months = [month + shift for shift in shifts if 1 <= month + shift <= 12]
    return [f"{m}月" + (f"{_other_day(int(day), m, random)}日" if day else "") for m in months]


def _other_day(day: int, month: int, random: Random) -> int:
    """Return a day of the month far enough from ``day`` not to look like it; the first stays the first (laws)."""
    if day == 1:
        return 1
    return random.choice([d for d in range(2, DAYS[month - 1]) if abs(d - day) >= 4 and (month, d) not in FEASTS])


def propose_ordinals(key: str, slot: Slot, finding: Finding, inventory: Inventory, random: Random) -> list[str]:
    """Return neighbouring ordinals (RULES section 6, F10: N±1, ±2)."""
    match = ORDINAL.match(key)
    if match is None:
        return []
    text = match.group("number")
    value = int(text) if text.isdigit() else numerals.read(text)
    if value is None:
        return []
    near = [n for n in (value - 2, value - 1, value + 1, value + 2) if n >= 1]
    random.shuffle(near)
    return [f"第{n if text.isdigit() else numerals.write(n)}{match.group('unit')}" for n in near]
