"""Views: what a template needs, decided in Python.  Raw values stay raw in the records."""
