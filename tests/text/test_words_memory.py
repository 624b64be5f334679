"""The words of a booklet are found once; what is held changes the cost and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizgen.text import dictionary, store, words

TEXT = "县教育局（2024年）召开AI教育推进会。\r\n卓俪翊老师：　数据a_b+c#d、3.5G！" + "数据" * words.MAX_BLOCK


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    monkeypatch.setattr(words, "_blocks", {})
    return tmp_path


def start_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand for the next process: nothing held, and nothing may be cut."""
    monkeypatch.setattr(words, "_blocks", {})
    monkeypatch.setattr(words, "_cut", refuse)


def refuse(*_: object) -> None:
    raise RuntimeError("cut again")


def test_the_second_time_nothing_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    with words.remembered("digest"):
        first = words.tag(TEXT)
    start_anew(monkeypatch)
    with words.remembered("digest"):
        assert words.tag(TEXT) == first
        with pytest.raises(RuntimeError, match="cut again"):
            words.tag("别的文字")


def test_every_booklet_keeps_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    with words.remembered("one"):
        words.tag("县教育局开会")
    with words.remembered("two"):
        words.tag("各校总结经验")
    start_anew(monkeypatch)
    with words.remembered("two"):
        words.tag("各校总结经验")
        with pytest.raises(RuntimeError, match="cut again"):
            words.tag("县教育局开会")


def test_another_booklet_or_dictionary_has_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    with words.remembered("digest"):
        words.tag(TEXT)
    for digest, version in (("other", dictionary.version()), ("digest", "another")):
        start_anew(monkeypatch)
        monkeypatch.setattr(dictionary, "version", lambda version=version: version)
        with pytest.raises(RuntimeError, match="cut again"), words.remembered(digest):
            words.tag(TEXT)


def test_a_failed_run_keeps_nothing(cache: Path) -> None:
    with pytest.raises(ZeroDivisionError), words.remembered("digest"):
        words.tag(TEXT)
        raise ZeroDivisionError
    assert not list(cache.rglob("words-*"))


def test_nothing_new_is_not_written_again(monkeypatch: pytest.MonkeyPatch) -> None:
    with words.remembered("digest"):
        words.tag(TEXT)
    start_anew(monkeypatch)
    monkeypatch.setattr(store, "save", refuse)
    with words.remembered("digest"):
        words.tag(TEXT)


def test_what_is_held_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "MOST_BLOCKS", 3)
    text = "，".join("县教育局召开推进会"[:n] for n in range(1, 9))
    plain = words.tag(text)
    assert words.tag(text) == plain
    assert len(words._blocks) <= 3
