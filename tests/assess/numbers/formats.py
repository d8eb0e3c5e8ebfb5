"""Numbers and dates written out in Chinese and in English, by rules of the tests' own."""

from datetime import date

DIGITS = "〇一二三四五六七八九"
FULL_WIDTH = "０１２３４５６７８９"
ONES = (
    *(
        "",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
    ),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def han(number: int) -> str:
    """Write 10,203 as 一万零二百零三."""
    for scale, sign in ((10**8, "亿"), (10**4, "万")):
        if number >= scale:
            above, below = divmod(number, scale)
            gap = "零" if below and below < scale // 10 else ""
            return han(above) + sign + gap + (han(below) if below else "")
    return below_myriad(number)


def below_myriad(number: int) -> str:
    said = ""
    for scale, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, scale)
        if digit:
            said += DIGITS[digit] + sign
        elif said and number and not said.endswith("零"):
            said += "零"
    return said.removeprefix("一") if said.startswith("一十") else said


def full_width(number: int) -> str:
    return "".join(FULL_WIDTH[int(digit)] for digit in str(number))


def positional(number: int) -> str:
    return "".join(DIGITS[int(digit)] for digit in str(number))


def english(number: int) -> str:
    """Write 10,203 as ten thousand two hundred and three."""
    for scale, word in ((10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if number >= scale:
            above, below = divmod(number, scale)
            return f"{english(above)} {word} {english(below)}".strip()
    hundreds, rest = divmod(number, 100)
    said = below_hundred(rest)
    if hundreds:
        said = f"{ONES[hundreds]} hundred" + (f" and {said}" if said else "")
    return said


def below_hundred(number: int) -> str:
    if number < len(ONES):
        return ONES[number]
    tens, ones = divmod(number, 10)
    return TENS[tens] + (f"-{ONES[ones]}" if ones else "")


def han_dates(day: date) -> list[str]:
    year, month, of_month = str(day.year), han(day.month), han(day.day)
    return [
        f"{positional(day.year)}年{month}月{of_month}日",
        f"{full_width(day.year)}年{full_width(day.month)}月{full_width(day.day)}日",
        f"{year}年{day.month}月{day.day}日",
    ]


def english_dates(day: date) -> list[str]:
    month = f"{day:%B}"
    return [
        f"{month} {day.day}, {day.year}",
        f"{day.day} {month} {day.year}",
        f"the {rank(day.day)} of {month}, {day.year}",
        f"{month} {rank(day.day)}, {day.year}",
    ]


def rank(number: int) -> str:
    if number in {11, 12, 13}:
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"
