"""The kinds of problem: how grave each is, what it means, how it is mended. The reference repeats these tables."""

from duizhao.codes.kinds import Code, Severity
from duizhao.codes.of_articles import OF_ARTICLES
from duizhao.codes.of_builds import OF_BUILDS

CODES: dict[str, Code] = OF_ARTICLES | OF_BUILDS

__all__ = ["CODES", "Code", "Severity"]
