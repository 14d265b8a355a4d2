"""TEMPORARY until the rules land."""
from typing import NamedTuple
class Rule(NamedTuple):
    code: str; title: str; explanation: str; level: str; wrong: dict; right: dict
RULES: dict = {}
