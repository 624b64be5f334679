"""Sentences: where a paragraph ends a statement, never inside quotation marks, brackets or 《》."""

from __future__ import annotations

from itertools import pairwise

PAIRS = {"“": "”", "‘": "’", "（": "）", "(": ")", "《": "》", "〈": "〉", "【": "】", "「": "」", "『": "』", "[": "]"}
_OPENER_OF = {closer: opener for opener, closer in PAIRS.items()}

TERMINALS = "。！？!?"
GOING_ON = tuple("，、；的这等")  # behind a quotation: the sentence goes on
LONG_QUOTE = 10  # characters of what is more than a word
_TAIL = TERMINALS + "…—”’）)》〉】」』]"


def split(text: str) -> list[str]:
    """Return the sentences of ``text``; joined they are ``text`` letter by letter.

    A mark within a closed pair of quotation marks or brackets ends nothing; a pair left open does not count.
    White space stays with the sentence before it.
    """
    guarded = _guarded(text)
    sentences: list[str] = []
    start = 0
    for end in _ends(text, guarded):
        if end > start:
            sentences.append(text[start:end])
            start = end
    if start < len(text):
        sentences.append(text[start:])
    return sentences


def _guarded(text: str) -> list[bool]:
    """Return for every gap before a character whether it lies inside a closed pair."""
    change = [0] * (len(text) + 1)
    for opened, closed in _pairs(text):
        change[opened + 1] += 1
        change[closed + 1] -= 1
    guarded, depth = [], 0
    for step in change:
        depth += step
        guarded.append(depth > 0)
    return guarded


def _pairs(text: str) -> list[tuple[int, int]]:
    """Return the closed pairs; a closing mark takes the nearest opening mark of its kind and drops those left open."""
    found: list[tuple[int, int]] = []
    stack: list[int] = []
    open_count = dict.fromkeys(PAIRS, 0)
    straight: int | None = None
    for index, character in enumerate(text):
        if character in PAIRS:
            stack.append(index)
            open_count[character] += 1
        elif open_count.get(_OPENER_OF.get(character, ""), 0):
            found.append((_close(text, stack, open_count, _OPENER_OF[character]), index))
        elif character == '"':
            straight = _close_straight(found, straight, index)
    return found


def _close(text: str, stack: list[int], open_count: dict[str, int], wanted: str) -> int:
    """Return the offset of the nearest open mark ``wanted``; it and the ones left open inside leave the stack."""
    while True:
        opened = stack.pop()
        open_count[text[opened]] -= 1
        if text[opened] == wanted:
            return opened


def _close_straight(found: list[tuple[int, int]], opened: int | None, index: int) -> int | None:
    if opened is None:
        return index
    found.append((opened, index))
    return None


def _ends(text: str, guarded: list[bool]) -> list[int]:
    """Return the offsets just behind the sentences' last characters."""
    ends: list[int] = []
    speeches = _speech_ends(text, guarded)
    index = 0
    while index < len(text):
        index += 1
        character = text[index - 1]
        if index in speeches:
            index = _skip_tail(text, guarded, index)
            ends.append(index)
        elif character == "\n" and not guarded[index]:
            ends.append(index)
        elif character in TERMINALS and not guarded[index] and _is_end(text, index):
            index = _skip_tail(text, guarded, index)
            ends.append(index)
    return ends


def _speech_ends(text: str, guarded: list[bool]) -> frozenset[int]:
    """Return the offsets behind what somebody is quoted for whole: he said: “….” What follows is a new sentence.

    So does what he is quoted for next (“…”“…”), where both are more than a word.
    """
    quoted = [(a, b) for a, b in _pairs(text) if text[a] == "“" and not guarded[a]]
    said = frozenset(
        closed + 1
        for opened, closed in quoted
        if text[opened - 1 : opened] in ("：", ":")
        and text[closed - 1] in TERMINALS
        and text[closed + 1 : closed + 2] not in GOING_ON
    )
    return said | frozenset(
        closed + 1
        for (opened, closed), (following, last) in pairwise(quoted)
        if following == closed + 1 and min(closed - opened, last - following) > LONG_QUOTE
    )


def _is_end(text: str, index: int) -> bool:
    """Return whether the mark before ``index`` ends a sentence: a half-width one inside an address does not."""
    follower = text[index : index + 1]
    return text[index - 1] not in "!?" or not (follower.isascii() and follower.isalnum())


def _skip_tail(text: str, guarded: list[bool], index: int) -> int:
    """Return the offset behind further closing marks and white space."""
    while index < len(text) and text[index] in _TAIL and not guarded[index + 1]:
        index += 1
    while index < len(text) and text[index].isspace():
        index += 1
    return index
