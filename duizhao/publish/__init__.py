"""The output folder: the only package that writes the site.

Pages are first written to a staging folder inside the output (`stage`), and only where they differ from what stands.
When everything is made they are moved into place (`site`): new files first, then changed ones, then files that are no
longer made are removed, so that at every moment each file is whole and no link of a page that a reader can reach leads
nowhere. The list of files that the builder made stands in `.duizhao.gz`; every other file in the folder is somebody
else's and is left alone.
"""

from duizhao.publish.files import refuse_unwritable, write_whole
from duizhao.publish.manifest import MANIFEST, files_below, is_built, made_files
from duizhao.publish.site import foreign_notes, publish, refuse_taken
from duizhao.publish.stage import STAGING, Stage, refuse_overlap, staging

__all__ = [
    "MANIFEST",
    "STAGING",
    "Stage",
    "files_below",
    "foreign_notes",
    "is_built",
    "made_files",
    "publish",
    "refuse_overlap",
    "refuse_taken",
    "refuse_unwritable",
    "staging",
    "write_whole",
]
