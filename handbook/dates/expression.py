"""Moved to handbook.model.date_expression (temporary)."""
from handbook.model.date_expression import *  # noqa: F403
