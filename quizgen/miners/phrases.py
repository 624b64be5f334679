"""Phrases: spans of a statement whole enough to be asked (RULES.md section 5, "Answer = whole word/phrase")."""

from __future__ import annotations

import re

from quizgen.miners.statements import Statement

GENERIC = frozenset(
    "发展 工作 问题 方面 水平 能力 建设 推进 加强 提升 提高 促进 推动 实现 重要 进一步 不断 积极 作用 内容 情况 过程 基础 条件 方式 方法 措施 活动 社会 人民 国家 "
    "我国 中国 世界 全国 时代 新时代 今天 成果 成效 成就 贡献 力量 意义 影响 要求 需求 需要 目标 任务 机制 体系 体制 制度 模式 环境 氛围 优势 特点 特色 机遇 挑战 "
    "有关部门 各方面 各领域 各环节 全过程 人们 大家 群众 各国 各地 企业 学校 教师 学生 部门 单位 个人 组织 规定 法律 事业 道路 精神 思想 理念 理论 实践 经验 关系 "
    "新局面 新阶段 新进展 新成效 明显成效 积极作用 重要作用 重要贡献 更大贡献 坚实基础 良好基础 有力支撑 有力保障 坚强保证 强大动力 重要支撑 良好环境 新篇章 新台阶 相关工作 "
    "重要意义 重大意义 实际 情形 事项 责任 行为 义务 权利 程序 措施办法 结果 原因 方向 领域 行业 地区 时间 地点 范围 数量 质量 效率 效果 价值 资源 信息 数据 技术 服务 产品 市场 经济 政治 文化 生态 安全".split()
)
NOUNISH = ("n", "j", "l", "i", "eng", "an", "vn", "nz", "nt", "ns", "nr", "x")
MODIFIER = ("a", "b", "an", "vn", "n", "j", "l", "i", "eng", "nz", "nt", "ns", "m", "f", "s", "k", "h", "v", "vi", "d", "ad", "q", "z")
VERBS = tuple(
    "建立 构建 打造 建设 完善 健全 形成 营造 培育 发展 壮大 实现 提升 提高 增强 发挥 推进 推动 推广 深化 优化 创新 加强 强化 塑造 打通 激发 落实 贯彻 实施 坚持 践行 弘扬 保障 维护 扩大 拓展 "
    "畅通 助力 开创 促进 开辟 抢占 夯实 巩固 培养 搭建 制定 加快 做强 做优 守住 筑牢 依托 利用 聚焦 围绕 突破 掌握 赢得 把握 领导 组织 参与 改造 布局 保证 具有 成为 进行 开展 提供 采取 运用 履行 取得 从事 享有 "
    "给予 遵守 尊重 保护 防范 行使 统筹 加大 引领 支撑 服务 满足 缩小 消除 破解 有 为 是 向 以 对 把".split()
)
HAN = re.compile(r"[一-龥A-Za-z0-9]")
# 数字教研
BAD_EDGE = re.compile(r"^(?:和(?![谐平])|与|及|或|的|了|着|等|在|对|把|将|为|以|从|向|到|之|其|这|该|各|每|一个|一种|一批)|(?:的|了|着|和|与|及|(?<![平高初中同])等|(?<![其集])中|(?<![线网])上|(?<![线])下|时|后|前|以上|以下|过程中)$")
# 和数据


def noun_tail(statement: Statement, start: int, end: int, *, shortest: int = 3, longest: int = 10) -> tuple[int, int] | None:
    """Return the noun phrase that ends statement.text[start:end], None when there is no whole one.

    It is made of whole words, the last a noun, and begins where a phrase surely begins: at ``start`` (behind the
    clause's verb), behind 的, behind 和 or 、.
    """
    spans = _word_spans(statement, start, end)
    if not spans or not spans[-1][2].startswith(NOUNISH):
        return None
    begin = len(spans) - 1
    while begin > 0 and _extends(spans, begin - 1):
        begin -= 1
    low = spans[begin][0]
    before = statement.text[:low]
    if low != start and not before.endswith(("的", "和", "与", "、", "及", *VERBS)):
        return None
    text = statement.text[low:end]
    return (low, end) if shortest <= len(text) <= longest and askable(text) else None


def _word_spans(statement: Statement, start: int, end: int) -> list[tuple[int, int, str]]:
    spans, position = [], 0
    for word in statement.words:
        stop = position + len(word.text)
        if position >= start and stop <= end:
            spans.append((position, stop, word.tag))
        position = stop
    return spans


def _extends(spans: list[tuple[int, int, str]], index: int) -> bool:
    return spans[index][2].startswith(("n", "j", "l", "b", "eng", "vn", "an", "a", "i", "k", "h"))


def askable(text: str) -> bool:
    """Return whether a phrase may be an answer at all: whole, not generic, made of characters one can write."""
    return (
        text not in GENERIC
        and not BAD_EDGE.search(text)
        and all(HAN.match(char) or char in "“”·—+" for char in text)
        and (text.count("“") == text.count("”"))
    )


def whole(statement: Statement, start: int, end: int) -> bool:
    """Return whether a range begins and ends at word boundaries."""
    return start in statement.edges and end in statement.edges
