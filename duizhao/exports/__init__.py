"""The archive as data: what a program, a corpus linguist or a library wants of it, a file for each year.

Each format is a `Format`: the text that a file begins with, that of each article, and that of its end. A file is made
of these piece by piece, so no year is ever in memory as a whole but for its compressed bytes.
"""

from duizhao.exports.formats import FORMATS, Format
from duizhao.exports.package import Resource, package_files, resource

__all__ = ["FORMATS", "Format", "Resource", "package_files", "resource"]
