"""The choice among fit items: turns, caps, shares, enemies."""

from __future__ import annotations

from typing import Any

from quizgen.checks.sets import LOWEST_SALIENCE, NUMERIC_SHARE, PER_KEY, PER_SENTENCE, Entry, select, with_enemies
from quizgen.items.base import Correction
from quizgen.items.fill_blank import FillBlank
from quizgen.items.true_false import TrueFalse
from quizgen.model.document import Provenance


def evidence(number: int) -> tuple[Provenance, ...]:
    return (Provenance(source="b1", section="1", span=(number, number + 5), quote="清河教研五"),)


def fill(number: int, *, key: str | None = None, stem: str | None = None, **more: Any) -> FillBlank:
    given = {"salience": 0.8, "asks": f"f{number}", "provenance": evidence(number), **more}
    return FillBlank(
        id=f"i{number:03}",
        stem=stem or f"清河第{number}所学校的教研关键在____。",
        blanks=((key or f"数据{number}",),),
        template="t",
        **given,
    )


def entry(item: Any, *, sentence: str = "", numeric: bool = False) -> Entry:
    return Entry(item=item, priority=10, numeric=numeric, sentence=sentence or item.id)


def test_every_fact_gets_one_before_any_gets_two() -> None:
    crowd = [fill(n, asks="same", salience=1.0) for n in range(5)]
    lone = fill(9, salience=0.6)
    items, _ = select([entry(i, sentence="s") for i in (*crowd, lone)])
    assert lone.id in {item.id for item in items}


def test_a_sentence_gives_at_most_four() -> None:
    items, dropped = select([entry(fill(n), sentence="s") for n in range(9)])
    assert len(items) == PER_SENTENCE
    assert {one.code for one in dropped} == {"P1"}


def test_two_windows_on_one_blank_are_one_item() -> None:
    twice = [fill(n, asks="same", key="数据") for n in range(2)]
    other = fill(3, asks="same", key="教师")
    items, _ = select([entry(item, sentence="s") for item in (*twice, other)])
    assert {item.keys_asked for item in items} == {("数据",), ("教师",)}
    assert len(items) == 2


def test_a_fact_gives_at_most_two_blanks() -> None:
    items, _ = select([entry(fill(n, asks="same")) for n in range(5)])
    assert len(items) == 2


def test_a_key_is_blanked_four_times_at_most() -> None:
    items, dropped = select([entry(fill(n, key="数据")) for n in range(5)])
    assert len(items) == PER_KEY
    assert {one.message for one in dropped} == {"同一答案已考四次"}


def test_what_is_not_worth_asking_goes() -> None:
    items, dropped = select([entry(fill(1, salience=LOWEST_SALIENCE - 0.01)), entry(fill(2))])
    assert [item.id for item in items] == ["i002"]
    assert [one.code for one in dropped] == ["S7"]


def test_figures_keep_to_their_share() -> None:
    entries = [entry(fill(n), numeric=n % 2 == 0) for n in range(60)]
    items, _ = select(entries)
    numeric = {e.item.id for e in entries if e.numeric}
    assert 0 < sum(item.id in numeric for item in items) <= NUMERIC_SHARE * len(items)


def judged(number: int, key: bool) -> TrueFalse:
    correction = None if key else Correction(wrong="经费", right="数据")
    stem = f"清河第{number}所学校的教研关键在{'数据' if key else '经费'}。"
    return TrueFalse(
        id=f"t{number:03}", stem=stem, key=key, correction=correction, salience=0.8, asks=f"g{number}",
        provenance=evidence(number), template="t",
    )  # fmt: skip


def test_figures_keep_to_their_share_of_what_is_left() -> None:
    figures = [entry(fill(n), numeric=True) for n in range(10)]
    others = [entry(fill(n)) for n in range(10, 20)]
    items, _ = select([*figures, *others, *(entry(judged(n, True)) for n in range(20, 60))])
    assert sum(int(item.id[1:]) < 10 for item in items) <= NUMERIC_SHARE * len(items)


def test_true_statements_do_not_crowd_out_the_false() -> None:
    items, dropped = select([entry(judged(n, n % 10 != 0)) for n in range(40)])
    assert sum(item.key for item in items) < 20  # type: ignore[union-attr]
    assert {one.code for one in dropped} == {"P5"}


def test_enemies_share_a_fact_or_show_a_key() -> None:
    one = fill(1, key="教学数据")
    two = fill(2, key="骨干教师", stem="清河市以教学数据培训____。")
    three = fill(3, asks="f1", key="平台")
    four = fill(4, key="经费")
    enemies = {item.id: set(item.enemies) for item in with_enemies([one, two, three, four])}
    assert enemies == {"i001": {"i002", "i003"}, "i002": {"i001"}, "i003": {"i001"}, "i004": set()}


def test_a_short_key_is_told_by_its_place() -> None:
    one = fill(1, key="底色", stem="绿色校园是平安校园的____。")
    two = fill(2, key="平安", stem="绿色校园是平安校园的底色，也是____的条件。")
    three = fill(3, key="书香", stem="校徽的底色是白色，校训是____。")
    enemies = {item.id: set(item.enemies) for item in with_enemies([one, two, three])}
    assert enemies == {"i001": {"i002"}, "i002": {"i001"}, "i003": set()}


def test_a_short_key_is_told_beside_most_of_the_stem() -> None:
    one = fill(1, key="清河", stem="2024年3月1日，校园阅读大会在____召开。")
    two = fill(2, key="阅读规则", stem="校园阅读大会2024年3月1日在清河开幕，通过了____。")
    three = fill(3, key="骨干教师", stem="清河的____开了书店。")
    enemies = {item.id: set(item.enemies) for item in with_enemies([one, two, three])}
    assert enemies == {"i001": {"i002"}, "i002": {"i001"}, "i003": set()}


def test_one_key_for_two_wordings_of_a_fact() -> None:
    one = fill(1, key="第一步", stem="课堂是教研的起点，阅读是推进素养的____。")
    two = fill(2, key="步", stem="课堂是教研的起点，阅读是素养的第一____。")
    three = fill(3, key="第一步", stem="劳动周的安排，要从走进田间迈出____。")
    enemies = {item.id: set(item.enemies) for item in with_enemies([one, two, three])}
    assert enemies == {"i001": {"i002"}, "i002": {"i001"}, "i003": set()}


def true(number: int, *, stem: str = "", priority: int = 10, **more: Any) -> Entry:
    given = {"salience": 0.8, "asks": f"f{number}", "provenance": evidence(number), **more}
    stem = stem or f"校园阅读是第{number}所学校的立身之本。"
    return Entry(
        item=TrueFalse(id=f"t{number:03}", stem=stem, key=True, template="t", **given),
        priority=priority,
        numeric=False,
        sentence=f"s{number}",
    )


def kept(entries: list[Entry]) -> set[str]:
    return {item.id for item in select(entries)[0]}


def test_a_blank_comes_before_a_true_statement_of_its_sentence() -> None:
    blanks = [entry(fill(n, salience=0.6), sentence="s9") for n in range(4)]
    assert kept([true(9, salience=1.0), *blanks]) == {f"i{n:03}" for n in range(4)}


def test_a_true_statement_is_not_told_twice() -> None:
    end = "建成覆盖城乡全体师生的借阅网络。"
    blanks = [entry(fill(n)) for n in range(6)]
    twice = [true(7, stem="清河市" + end), true(8, stem="市教育局指出，要" + end)]
    assert len(kept([*blanks, *twice]) & {"t007", "t008"}) == 1
    other = [true(7, stem="清河市" + end), true(8, stem="市教育局指出，要建好城乡图书馆。")]
    assert kept([*blanks, *other]) >= {"t007", "t008"}


def test_a_clause_is_judged_once() -> None:
    one = true(7, stem="市教育局指出，要建好城乡图书流动站，健全馆际互借制度。")
    two = true(8, stem="市教育局强调，要建好城乡图书流动站，培养骨干导读教师。")
    other = true(9, stem="市教育局指出，要开好家校共读课程，配齐专职导读教师。")
    said = [entry.model_copy(update={"anchor": entry.item.stem[:7]}) for entry in (one, two, other)]
    left = kept([*(entry(fill(n)) for n in range(9)), *said])
    assert len(left & {"t007", "t008"}) == 1
    assert "t009" in left


def test_mere_measures_are_the_first_to_go() -> None:
    blanks = [entry(fill(n)) for n in range(4)]
    others = kept(
        [*blanks, true(8, salience=0.9, priority=4), true(9, salience=0.6, priority=12), true(10, priority=12)]
    )
    assert others & {"t008", "t009", "t010"} == {"t009", "t010"}
