"""The library behind the site: load → index → check → render.

It reads YAML records and produces pages, JSON and schemas as text.  It knows nothing of MkDocs:
`macros/` is the only adapter, and a test keeps it that way.
"""
