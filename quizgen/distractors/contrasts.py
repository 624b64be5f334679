"""Contrasts: words that make a rule wrong when another is put in their place (RULES.md section 8, D6 to D8)."""

from __future__ import annotations

import re
from itertools import accumulate

from quizgen.distractors.inventory import CLAUSE_MARK, Inventory
from quizgen.text.words import tag

PLAINLY_WRONG = re.compile(
    r"窃取|泄露|篡改|毁损|毁坏|恶意|侵害|侵犯|破坏|危害|欺诈|胁迫|误导|伪造|报复|贪污|挪用|歧视|虐待|迟报|瞒报|滥用|玩忽|徇私|非法|违反|宪法|公德|道德|忠诚"
)
# 不得泄露秘密: nobody would take the opposite for a rule
MODALS = ("应当", "必须", "不得", "可以", "有权", "禁止")
"""Words that charge somebody, or allow somebody something."""
FREELY = "自行决定是否"  # what one is free to do one may do
BEARER = re.compile(
    r"(?:部门|机关|机构|政府|单位|学校|组织|企业|媒介|媒体|委员会|协会|公民|个人|人员|团体|公司|中心|馆|院|[^或]者)都?$"
)
# 学校（应当公开书目）
ATTITUDE = re.compile(
    r"坚持|遵守|遵循|贯彻|有利于|确保|保证|所必需|符合|限于|相协调|相适应|尊重|充分|责任|予以配合|职责|义务|努力|重视|关心|或者高于"
)
# 学校应当遵守章程: with 可以 it would be no rule at all
FORMAL = re.compile(
    r"^(?:及时|定期|立即|按照|自|在|于|建立|制定|公开|公布|报告|备案|告知|书面|取得|征得|出具|记录|保存|删除|通知|设置|配备|明示|提交|履行|向)"
)
# 学校应当公开书目: an act that is done or not; who 可以承担借阅工作 may well do so too


def find_contrast(statement: str, inventory: Inventory) -> tuple[int, int, str] | None:
    """Return the range of the first word of the lexicon's that may be falsified and its contrast, None without one.

    The word stands once and whole, its contrast nowhere in the statement, and the booklet never says the changed
    clause.
    """
    edges = {0, *accumulate(len(word.text) for word in tag(statement))}
    for right, wrong in inventory.contrasts:
        start = statement.find(right)
        end = start + len(right)
        if start < 0 or statement.count(right) > 1 or wrong in statement.replace(right, "\n"):
            continue
        if {start, end} <= edges and _turns_false(statement, start, end, wrong, inventory):
            return start, end, wrong
    return None


def _turns_false(statement: str, start: int, end: int, wrong: str, inventory: Inventory) -> bool:
    if statement[start:end] in MODALS and not _charges(statement, start, end):
        return False
    before = CLAUSE_MARK.split(statement[:start])[-1]
    after = CLAUSE_MARK.split(statement[end:])[0]
    told = any(before + said + after in inventory.text for said in (wrong, wrong.removesuffix(FREELY)))
    return not after.startswith(("或者", "依法")) and not told


def _charges(statement: str, start: int, end: int) -> bool:
    """Return whether the modal statement[start:end] charges somebody with an act that could as well be left.

    The act is the only one, and nothing everyone holds for right or wrong anyway.
    """
    act = statement[end:]
    if statement[start:end] == "应当" and not FORMAL.match(act):
        return False
    plain = CLAUSE_MARK.search(act) or PLAINLY_WRONG.search(act) or ATTITUDE.search(act)
    return not plain and bool(BEARER.search(CLAUSE_MARK.split(statement[:start])[-1]))
