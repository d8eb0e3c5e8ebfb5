"""Reading the documents: their prose, their fenced blocks, what the command line says of its options."""

import re
from pathlib import Path

import pytest

from duizhao.cli import main
from duizhao.model import Article, Source
from duizhao.parse import parse_article
from tests.built_site import ROOT

FENCE = re.compile(r"^ *```(\w*)(?: (\S+))?\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)


def prose(path: Path) -> str:
    """The document without its fenced blocks."""
    return FENCE.sub("", path.read_text(encoding="utf-8"))


def blocks(path: Path, language: str) -> list[tuple[str, str]]:
    """Fenced blocks of a language: the file that the fence names (or nothing), and the text."""
    return [(name, text) for kind, name, text in FENCE.findall(path.read_text(encoding="utf-8")) if kind == language]


def options(command: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> set[str]:
    monkeypatch.setenv("COLUMNS", "200")
    with pytest.raises(SystemExit):
        main([command, "--help"])
    return set(re.findall(r"^  (--[a-z-]+(?: [A-Z]+)?)", capsys.readouterr().out, re.MULTILINE))


def targets() -> dict[str, str]:
    return dict(re.findall(r"^([a-z]+):.*?## (.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def article(text: str, path: str) -> Article:
    parsed = parse_article(Source(path=path, text=text))
    assert isinstance(parsed, Article), parsed
    return parsed
