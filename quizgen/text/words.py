"""Words with tags, exactly as ``jieba.posseg`` 0.42.1 cuts them; ``text`` is the only package that knows jieba.

jieba's rules, in its order: cut at characters that are neither 汉字 nor ASCII word characters; within a block take the
most probable chain of dictionary words; give what falls to single characters to the hidden Markov model.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from quizgen.text import dictionary, store, viterbi

MAX_BLOCK = 2000  # code points between two marks; longer is no prose, and is cut there
MOST_STRANGE = 0.02  # share of characters the model never saw, above which a block is tagged without it
MOST_BLOCKS = 1 << 16  # blocks whose words are held: a booklet of 600,000 characters
MOST_RUNS = 1 << 14  # runs whose most probable states are remembered
FIRST_HAN = "\u4e00"


class Word(NamedTuple):
    """A word and its part-of-speech tag (ICTCLAS letters, as jieba gives them)."""

    text: str
    tag: str


_BLOCK = re.compile(r"([\u4E00-\u9FD5a-zA-Z0-9+#&._]+)")
# example: "全县AI课堂" in "（全县AI课堂）"
_GAP = re.compile(r"\r\n|.", re.DOTALL)
# example: "\r\n" is one word, "（" another
_HAN_RUN = re.compile(r"([\u4E00-\u9FD5]+)")
# example: "教" in "3D教A"
_LATIN_RUN = re.compile(r"([.0-9]+|[a-zA-Z0-9]+)")
# example: "3.5" and "G" in "3.5G"
_NUMBER = re.compile(r"[.0-9]+")
# example: "3.5"
_ENGLISH_RUN = re.compile(r"([a-zA-Z0-9]+)")
# example: "AI"


_blocks: dict[str, tuple[Word, ...]] = {}


@contextmanager
def remembered(*digests: str) -> Iterator[None]:
    """Work on the booklets with these digests: words found now are kept, words kept the last time are not cut again.

    Only the cost depends on it.
    """
    key = "words-" + hashlib.sha256(" ".join((dictionary.version(), *digests)).encode()).hexdigest()
    earlier = set(_blocks)
    kept = dict(_parse(store.load(key) or ""))
    _blocks.update(kept)
    known = len(_blocks)
    yield
    if len(_blocks) > known:
        store.save(key, _dump(words for block, words in _blocks.items() if block in kept or block not in earlier))


def _dump(blocks: Iterable[tuple[Word, ...]]) -> str:
    """Return the blocks, one a line, as word, tag, word, tag …; no word within a block holds white space."""
    return "\n".join([" ".join(chain.from_iterable(words)) for words in blocks])


def _parse(text: str) -> Iterator[tuple[str, tuple[Word, ...]]]:
    for line in text.splitlines():
        parts = line.split(" ")
        block = "".join(parts[::2])
        yield block, _blocks.get(block) or tuple(map(Word, parts[::2], parts[1::2]))


def tag(text: str) -> list[Word]:
    """Return the words of ``text`` in order; joined they are ``text`` letter by letter."""
    words: list[Word] = []
    for index, part in enumerate(_BLOCK.split(text)):
        if index % 2:
            for start in range(0, len(part), MAX_BLOCK):
                words += _tag_block(part[start : start + MAX_BLOCK])
        else:
            words += [Word(mark, "x") for mark in _GAP.findall(part)]
    return words


def frequency(word: str) -> int:
    """Return how often jieba's corpus has ``word``; 0 when its dictionary lacks it."""
    return dictionary.load().frequency(word)


def _tag_block(block: str) -> tuple[Word, ...]:
    words = _blocks.get(block)
    if words is None:
        if len(_blocks) >= MOST_BLOCKS:
            _blocks.clear()
        words = _blocks[block] = tuple(_cut(block))
    return words


def _cut(block: str) -> list[Word]:
    known = dictionary.load()
    tag_singles = _tag_plainly if _is_strange(block) else _tag_singles
    words: list[Word] = []
    single = start = 0  # block[single:start] are the single characters met since the last longer word
    for end in _chain_ends(block, known):
        if end - start > 1:
            word = block[start:end]
            words += tag_singles(block[single:start], known)
            words.append(Word(word, known.tags[word]))
            single = end
        start = end
    words += tag_singles(block[single:], known)
    return words


def _is_strange(block: str) -> bool:
    """Return whether the model would guess: each 汉字 it never saw may be in any of its 256 states.

    One such character in a short block is a rare name; more are another script, where guessing is slow and worthless.
    """
    seen = viterbi.load().characters
    if seen.issuperset(block):
        return False
    strange = [character for character in block if character >= FIRST_HAN and character not in seen]
    return len(strange) > max(1, MOST_STRANGE * len(block))


def _chain_ends(block: str, known: dictionary.Dictionary) -> Iterator[int]:
    """Yield where each word of the most probable chain ends; of equal chains the one with the longer first word."""
    ends = _best_ends(block, known)
    end = 0
    while end < len(block):
        end = ends[end]
        yield end


def _best_ends(block: str, known: dictionary.Dictionary) -> list[int]:
    size = len(block)
    scores = [0.0] * (size + 1)
    ends = list(range(1, size + 1))
    lengths, weight_of = known.lengths, known.weights.get
    for start in range(size - 1, -1, -1):
        best = None
        for length in lengths[block[start : start + 2]]:
            end = start + length
            weight = weight_of(block[start:end]) if end <= size else None
            if weight is not None and (best is None or weight + scores[end] >= best):
                best = weight + scores[end]
                ends[start] = end
        scores[start] = known.unknown + scores[start + 1] if best is None else best
    return ends


def _tag_singles(singles: str, known: dictionary.Dictionary) -> Iterable[Word]:
    if len(singles) < 2 or singles in known.weights:
        return [Word(character, known.tags.get(character, "x")) for character in singles]
    return _tag_unknown(singles)


def _tag_plainly(singles: str, known: dictionary.Dictionary) -> Iterable[Word]:
    """Yield the characters as they are, ASCII letters and digits in runs: jieba's way without its model."""
    for index, part in enumerate(_ENGLISH_RUN.split(singles)):
        if index % 2:
            yield Word(part, "eng")
        else:
            yield from (Word(character, known.tags.get(character, "x")) for character in part)


def _tag_unknown(text: str) -> Iterator[Word]:
    for index, part in enumerate(_HAN_RUN.split(text)):
        if index % 2:
            yield from _tag_han(part)
        else:
            yield from (Word(piece, _class_of(piece)) for piece in _LATIN_RUN.split(part) if piece)


def _class_of(piece: str) -> str:
    if _NUMBER.match(piece):
        return "m"
    return "eng" if _ENGLISH_RUN.match(piece) else "x"


@lru_cache(MOST_RUNS)
def _tag_han(run: str) -> tuple[Word, ...]:
    words = []
    begin = done = 0
    labels = viterbi.load().label(run)
    for index, (position, kind) in enumerate(labels):
        if position == "B":
            begin = index
        elif position == "E":
            words.append(Word(run[begin : index + 1], kind))
            done = index + 1
        elif position == "S":
            words.append(Word(run[index], kind))
            done = index + 1
    if done < len(run):
        words.append(Word(run[done:], labels[done][1]))
    return tuple(words)
