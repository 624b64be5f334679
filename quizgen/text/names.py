"""Personal names: the surnames of the 百家姓 still in use, and shapes of names built on them."""

from __future__ import annotations

import re

SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛奚范彭郎鲁韦昌马苗凤方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾"
    "孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包"
    "诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠"
    "蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿通边扈燕冀浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东殴殳沃利蔚越夔隆师巩厍聂晁勾"
    "敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公肖岳闫覃付迟商佟仝"
)
WORDY = frozenset(
    "元平和成计席经干家松井全秋宫暴武束司白从能双通边燕尚农别充连向古易终居步都满国文东利越隆师那简空须丰关相查后权益公商时明常高强应管方安"
)
"""Surnames that are common words too: alone they prove nothing."""
PLAIN = "".join(c for c in SURNAMES if c not in WORDY)
NAME = re.compile(rf"^[{SURNAMES}][一-龥]{{1,2}}$")
# 李某某
SURE_NAME = re.compile(rf"^[{PLAIN}][一-龥]{{1,2}}$")
# 李某某, and never 和平


def is_name(text: str) -> bool:
    """Return whether a text has the shape of a Chinese personal name of two or three characters."""
    return bool(NAME.match(text))


def is_surely_name(text: str) -> bool:
    """Return whether a text has the shape of a name by a surname that is hardly anything else."""
    return bool(SURE_NAME.match(text))
