"""Validate the data: every problem with file, line, column, code, message and hint."""
import sys
from pathlib import Path
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from handbook.load import load_catalogue
from handbook.problems import count_in_words
c, p = load_catalogue(Path(__file__).resolve().parent.parent)
only = sys.argv[1:]
p=[x for x in p if not only or any(o in x.path or o in x.message for o in only)]
for x in p: print(x)
print(count_in_words(p))
