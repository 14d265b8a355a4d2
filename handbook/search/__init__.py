"""Search: a sharded static index that a browser loads by plain script elements, and its query side.

`analysis` turns text into terms (its twin is `docs/assets/js/search-analysis.js`), `sections` says
what can be found, `postings` and `builder` write the files, `quality` measures the ranking.
"""
