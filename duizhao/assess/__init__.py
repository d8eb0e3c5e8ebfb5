"""What an editor should look at in an article that is published all the same."""

from duizhao.assess.oddities import assess, odd_marks

__all__ = ["assess", "odd_marks"]
