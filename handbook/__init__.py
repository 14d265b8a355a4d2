"""The library behind the site: load → check → index → render.

It reads YAML records and produces pages, JSON and schemas as text.  It knows nothing of MkDocs:
`macros/` and `macros/hook.py` are the only adapters, and a test keeps it that way.
"""
