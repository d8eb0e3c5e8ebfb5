"""Invented people and places, with the names that they have in English."""

from typing import Final

from bench.invented.dice import Dice
from bench.invented.numerals import Said

_SURNAMES: Final = tuple(
    tuple(pair.split(":"))
    for pair in (
        "王:Wang 李:Li 张:Zhang 刘:Liu 陈:Chen 杨:Yang 赵:Zhao 黄:Huang 周:Zhou 吴:Wu 徐:Xu 孙:Sun 胡:Hu 朱:Zhu "
        "高:Gao 林:Lin 何:He 郭:Guo 马:Ma 罗:Luo 梁:Liang 宋:Song 郑:Zheng 谢:Xie 韩:Han 唐:Tang 冯:Feng 于:Yu "
        "董:Dong 萧:Xiao 程:Cheng 曹:Cao 袁:Yuan 邓:Deng 许:Xu 傅:Fu 彭:Peng 吕:Lü 苏:Su 蒋:Jiang 蔡:Cai 丁:Ding"
    ).split()
)
_GIVEN: Final = tuple(
    tuple(pair.split(":"))
    for pair in (
        "伟:wei 明:ming 华:hua 国:guo 文:wen 建:jian 志:zhi 永:yong 春:chun 玉:yu 德:de 福:fu 清:qing 秀:xiu 兰:lan "
        "英:ying 桂:gui 海:hai 江:jiang 山:shan 林:lin 树:shu 根:gen 水:shui 生:sheng 贵:gui 荣:rong 光:guang 祥:xiang "
        "云:yun 龙:long 虎:hu 凤:feng 梅:mei 竹:zhu 松:song 柏:bai 石:shi 金:jin 银:yin 铁:tie 钢:gang 忠:zhong "
        "义:yi 礼:li 信:xin 诚:cheng 勇:yong 敏:min 慧:hui 静:jing 芳:fang 珍:zhen 庆:qing 安:an 康:kang 宁:ning"
    ).split()
)
_KINDS_OF_PLACE: Final = tuple(
    tuple(pair.split(":")) for pair in "县:County 市:City 省:Province 村:Village 乡:Township 河:River 镇:Town".split()
)


def person(dice: Dice) -> Said:
    """Invent a person."""
    surname, given = dice.pick(_SURNAMES), [dice.pick(_GIVEN) for _ in range(dice.between(1, 2))]
    return surname[0] + "".join(zh for zh, _ in given), f"{surname[1]} {''.join(en for _, en in given).capitalize()}"


def place(dice: Dice) -> Said:
    """Invent a place."""
    (first, second), kind = (dice.pick(_GIVEN), dice.pick(_GIVEN)), dice.pick(_KINDS_OF_PLACE)
    return f"{first[0]}{second[0]}{kind[0]}", f"{(first[1] + second[1]).capitalize()} {kind[1]}"
