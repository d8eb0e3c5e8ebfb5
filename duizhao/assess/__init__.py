"""What an editor should look at in an article that is published all the same.

`oddities` names marks that are not shown as they may have been meant. The others compare both texts, each for one kind
of fault: `authors` the author lines, `credits` who photographed, drew, translated or sent what (`credit_lines` reads
them in the original, `agencies` knows what agencies are called), `titles` the headlines, `leftovers` Chinese that was
not translated, `proportions` the lengths. `names` finds and compares the names of Chinese people, of which
`romanisation` knows how each character is spelled.

A finding has to be right nine times in ten: what nobody can judge, such as the spelling of a foreign name, is none.
"""

from duizhao.assess.oddities import assess, odd_marks

__all__ = ["assess", "odd_marks"]
