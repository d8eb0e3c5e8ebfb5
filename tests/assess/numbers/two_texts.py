"""What disagrees between two texts, as the passages of an article are compared."""

from duizhao.assess.numbers.disagreements import Disagreement, compared, differences, disagreement


def disagreements(zh: str, en: str) -> tuple[Disagreement, ...]:
    """Compare an original and its translation; in the order of the original."""
    both = compared(zh, en)
    return tuple(disagreement(both, difference) for difference in differences(both))
