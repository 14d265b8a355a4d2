"""TEMPORARY until the checks land."""
from handbook.checks.registry import run_checks
from handbook.load import load_catalogue
from handbook.index import Index
def load_and_check(root, *, select=(), skip=()):
    c, p = load_catalogue(root)
    return Index(c), p
