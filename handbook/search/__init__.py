"""Search: a sharded static index that a browser loads by plain script elements, and its query side.

`analysis` turns text into terms, `record_entries` and `page_entries` say what can be found,
`postings` and `builder` write the files, `engine` joins the scripts of `browser/`, which read them.
"""
