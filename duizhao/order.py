"""How to build: what a user asks for beside the settings, and what a build has at hand."""

from dataclasses import dataclass

from duizhao.cache import Cache, Key
from duizhao.progress import Clock
from duizhao.publish import Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """How to build.

    `jobs` None: on all cores; `scheduler`: a Dask cluster's address, None for this machine; `config`: the name of the
    settings file, for what is to be said of it.
    """

    config: str = "site.yaml"
    jobs: int | None = None
    scheduler: str | None = None
    clean: bool = False
    strict: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What a build has at hand. `program`: the key of the program itself."""

    program: Key
    stage: Stage
    cache: Cache
    clock: Clock
