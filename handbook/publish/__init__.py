"""Publishing: what a built folder needs before a web server may hand it out.

Standard library only (compression apart), so that a server without the project's packages can
verify and install a release that was built elsewhere.
"""
