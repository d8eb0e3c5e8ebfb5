"""The kinds of problem: how grave each is, what it means, how it is mended. The reference repeats these tables."""

from duizhao.codes.kinds import Code, Severity
from duizhao.codes.of_articles import OF_ARTICLES
from duizhao.codes.of_builds import OF_BUILDS
from duizhao.codes.of_corrections import OF_CORRECTIONS
from duizhao.codes.of_translations import OF_TRANSLATIONS

CODES: dict[str, Code] = OF_ARTICLES | OF_CORRECTIONS | OF_BUILDS | OF_TRANSLATIONS
NOTICES = ("date-differs", "page-differs", *OF_TRANSLATIONS)
"""Kinds of what a reader should know of a translation. The first two are problems as well."""

__all__ = ["CODES", "NOTICES", "OF_CORRECTIONS", "OF_TRANSLATIONS", "Code", "Severity"]
