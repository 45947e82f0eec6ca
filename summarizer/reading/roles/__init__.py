"""What each line of an article is for: `assign_roles`, over lines that `prepare` makes."""

from summarizer.reading.roles.line import Line
from summarizer.reading.roles.rules import assign_roles, prepare, rule_names

__all__ = ["Line", "assign_roles", "prepare", "rule_names"]
