"""Words with tags; the only module that knows jieba."""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple


class Word(NamedTuple):
    """A word and its part-of-speech tag (ICTCLAS letters, as jieba gives them)."""

    text: str
    tag: str


@cache
def _tagger() -> Any:
    import logging

    import jieba
    import jieba.posseg

    jieba.setLogLevel(logging.ERROR)
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    return jieba.posseg.POSTokenizer(tokenizer)


def tag(text: str) -> list[Word]:
    """Return the words of ``text`` in order; joined they are ``text`` letter by letter."""
    return [Word(pair.word, pair.flag) for pair in _tagger().cut(text)]
