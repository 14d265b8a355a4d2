"""The library behind the site: load → index → check → views → outputs.

It reads YAML records and produces pages, JSON and schemas as text.  It knows nothing of MkDocs:
`macros/` is the only adapter, and a test keeps it that way.
"""
