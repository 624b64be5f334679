"""Source lines, datelines and dates."""

from __future__ import annotations

import pytest

from quizgen.sections import dates, sources
from quizgen.sections.dates import complete, find_date, to_iso
from quizgen.sections.sources import read_dateline, read_source

SOURCES = [
    ("（《清河教育报》2024-03-07）", "《清河教育报》", "2024-03-07"),
    ("（清河日报2024-3-7）", "清河日报", "2024-03-07"),
    ("（“教研在线”学习平台2023-02-16）", "“教研在线”学习平台", "2023-02-16"),
    ("来源：《清河教育报》 2024年3月7日 第01版", "《清河教育报》", "2024-03-07"),
    ("2024年1月5日 来源：清河网", "清河网", "2024-01-05"),
    ("（2017年10月18日）", None, "2017-10-18"),
    ("清河市教育局 2024年3月", "清河市教育局", "2024-03"),
    ("来源：清河市教育局", "清河市教育局", None),
    (
        "2021年6月10日第九届清河市人民代表大会常务委员会第二次会议通过",
        "第九届清河市人民代表大会常务委员会",
        "2021-06-10",
    ),
    ("（2019年8月1日清河市人民政府令第3号公布）", "清河市人民政府", "2019-08-01"),
]


@pytest.mark.parametrize(("line", "issuer", "date"), SOURCES)
def test_source_lines(line: str, issuer: str | None, date: str | None) -> None:
    assert read_source(line) == (issuer, date)


@pytest.mark.parametrize(
    "line",
    [
        "2024年3月6日，清河市教育局召开推进会。",
        "教研的关键在数据",
        "（一）建好平台",
        "2023年清河市教育事业发展概况",
        "到2026年3月，全市建成示范校一百二十所，覆盖全部县区",
        "第一章总则",
    ],
)
def test_no_source_lines(line: str) -> None:
    assert read_source(line) is None


DATELINES = [
    ("新华社清河2月1日电市教育局……", ("新华社", None, (2, 1))),
    ("清河教育报客户端讯（记者）2月3日", ("清河教育报客户端", None, None)),
    ("本报清河1月30日讯今天，", ("本报", None, (1, 30))),
    ("本报讯5月28日，", ("本报", None, None)),
    ("新华社清河2024年2月1日电", ("新华社", "2024-02-01", (2, 1))),
]


@pytest.mark.parametrize(("text", "expected"), DATELINES)
def test_datelines(text: str, expected: tuple[str, str | None, tuple[int, int] | None]) -> None:
    assert read_dateline(text) == expected


@pytest.mark.parametrize("text", ["清河网讯息中心主任说", "本报通讯员介绍", "教研的关键在数据。"])
def test_no_datelines(text: str) -> None:
    assert read_dateline(text) is None


def test_years_are_filled_in_from_what_is_known() -> None:
    assert complete(2, 1, ["2024-02-08", "2023-12-30"]) == "2024-02-01"
    assert complete(12, 30, ["2024-01-05"]) == "2023-12-30"
    assert complete(2, 1, ["2024"]) == "2024-02-01"
    assert complete(2, 30, ["2024"]) is None
    assert complete(2, 1, []) is None


def test_dates() -> None:
    assert find_date("于2024.3.8印发") == ("2024-03-08", (1, 9))
    assert find_date("2024年3月") == ("2024-03", (0, 7))
    assert find_date("2024年13月1日") is None
    assert to_iso(2023, 2, 29) is None
    assert dates.FULL.search("2024/3/8") and dates.MONTH.search("2024-03") and dates.YEAR.search("2024 年第 1 期")


def test_patterns() -> None:
    assert sources.LABEL.match("来源：甲") and not sources.LABEL.match("来源广泛")
    assert sources.SHEET.search("第01版") and sources.MEDIUM.fullmatch("《清河教育报》")
    assert sources.PASSED.search("清河市人民政府公布") and sources.NAME.fullmatch("某某某")
    assert sources.DATELINE.match("本报讯")
