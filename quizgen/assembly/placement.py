"""One form as printed: the order of items, running numbers, marks and the order of options."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from random import Random

from quizgen.assembly.figures import ascending
from quizgen.assembly.letters import LONGEST_RUN, Bounds, Face, Place, arrange, balance, key_faces
from quizgen.assembly.selection import Chosen
from quizgen.items import KINDS, AnyItem
from quizgen.itemsets import Form, PaperPart, PlacedItem
from quizgen.model.blueprint import Blueprint, Part

LEVELS = ("easy", "medium", "hard")


def place_form(chosen: Sequence[Chosen], blueprint: Blueprint, label: str, random: Random, *, shuffled: bool) -> Form:
    """Return a form with its items in order; ``shuffled``: in any order, the marks of the blueprint kept."""
    lines = [_line_up(chosen, number, blueprint, random, shuffled) for number in range(len(blueprint.parts))]
    choices = _order_options([one.candidate.item for line in lines for one in line], random)
    parts, number = [], 1
    for part, line in zip(blueprint.parts, lines, strict=True):
        parts.append(_place_part(part, line, choices, number))
        number += len(line)
    return Form(label=label, parts=tuple(parts))


def _place_part(part: Part, line: Sequence[Chosen], choices: dict[str, tuple[str, ...]], first: int) -> PaperPart:
    placed = tuple(
        PlacedItem(
            item=one.candidate.item,
            number=number,
            points=one.candidate.item.units * one.slot.marks / 2,
            options=choices.get(one.candidate.item.id, ()),
        )
        for number, one in enumerate(line, first)
    )
    each = tuple(one.slot.marks / 2 for one in line for _ in range(one.candidate.item.units))
    points = each if isinstance(part.points_each, tuple) else part.points_each
    return PaperPart(kind=part.kind, instructions=part.instructions, points_each=points, items=placed)


def _line_up(
    chosen: Sequence[Chosen], number: int, blueprint: Blueprint, random: Random, shuffled: bool
) -> list[Chosen]:
    """Return the items of a part in printed order: each place has its marks, the items of equal marks their order."""
    own = [one for one in chosen if one.slot.part == number]
    if shuffled or blueprint.parts[number].kind == "true_false":
        own = random.sample(own, len(own))
    elif blueprint.order == "difficulty":
        own = sorted(own, key=_level)
    line = list(_follow_marks(own, blueprint.parts[number]))
    return _mix_truth(line, random) if blueprint.parts[number].kind == "true_false" else line


def _level(one: Chosen) -> int:
    """Return 0 for easy to 2 for hard; an unknown difficulty stands in the middle."""
    level = one.candidate.item.difficulty
    return LEVELS.index(level) if level else 1


def _follow_marks(own: Sequence[Chosen], part: Part) -> Iterator[Chosen]:
    """Yield the items as the blueprint's marks ask for them; an item of two blanks takes up two of its marks."""
    queues = {marks: [one for one in own if one.slot.marks == marks * 2] for marks in part.marks}
    taken: dict[float, int] = defaultdict(int)
    for place, marks in enumerate(part.marks):
        if taken[marks] <= part.marks[:place].count(marks):
            one = queues[marks].pop(0)
            taken[marks] += one.candidate.item.units
            yield one


def _mix_truth(line: list[Chosen], random: Random) -> list[Chosen]:
    """Return the statements so that no more than three in a row are true or false, the marks left where they are."""
    tokens = {key: token for token, key in enumerate(dict.fromkeys(_truth(one) for one in line))}
    places: list[Place] = []
    for one in line:
        faces = [Face(key[1], (token,)) for key, token in tokens.items() if key[0] == one.slot.marks]
        places.append(tuple(faces))
    counts = tuple(sum(_truth(one) == key for one in line) for key in tokens)
    for run in range(LONGEST_RUN, LONGEST_RUN + len(line)):
        found = arrange(places, Bounds(counts, counts, run), random)
        if found is not None:
            queues = [[one for one in line if _truth(one) == key] for key in tokens]
            return [queues[face.tokens[0]].pop(0) for face in found]
    return line


def _truth(one: Chosen) -> tuple[int, bool]:
    item = one.candidate.item
    return one.slot.marks, item.kind == "true_false" and item.key


def _order_options(items: Sequence[AnyItem], random: Random) -> dict[str, tuple[str, ...]]:
    """Return the printed options of every choice item by id: figures ascending, the others so that letters balance."""
    ordered: dict[str, tuple[str, ...]] = {}
    for kind in KINDS:
        own = [item for item in items if item.kind == kind and item.choices]
        faces = balance([_offer(item, random) for item in own], random)
        for item, face in zip(own, faces, strict=True):
            ordered[item.id] = ascending(item.choices) or _set_out(item, face, random)
    return ordered


def _offer(item: AnyItem, random: Random) -> Place:
    """Return the letters the keys may take: one set only where figures ascend."""
    fixed = ascending(item.choices)
    if fixed is None:
        return key_faces(len(item.choices), len(item.keys_asked), random)
    letters = tuple(place for place, option in enumerate(fixed) if option in item.keys_asked)
    return (Face(letters, letters),)


def _set_out(item: AnyItem, face: Face, random: Random) -> tuple[str, ...]:
    """Return the options with the keys on the letters of ``face``, keys and others each in random order."""
    count = len(item.keys_asked)
    keys = random.sample(item.choices[:count], count)
    others = random.sample(item.choices[count:], len(item.choices) - count)
    return tuple((keys if place in face.tokens else others).pop() for place in range(len(keys) + len(others)))
