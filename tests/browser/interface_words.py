"""The words that the interface is to say, as the project keeps them."""

import yaml

from tests.built_site import ROOT

WORDS = {
    language: yaml.safe_load((ROOT / f"templates/strings/{language}.yaml").read_text(encoding="utf-8"))
    for language in ("en", "zh")
}
