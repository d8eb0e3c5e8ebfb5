"""Duizhao 对照: bilingual newspaper archives as static sites, original and translation side by side."""

__version__ = "0.1.0"
