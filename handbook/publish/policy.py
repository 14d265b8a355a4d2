"""The content security policy of a built site: what its pages run inline, by hash, and no more.

Our own frame runs nothing inline.  What a theme or an extension writes into a page is allowed by
its SHA-256, read from the built pages, so a change of theme needs no edit.  Style elements and
attributes, event attributes and `javascript:` addresses cannot be allowed without opening the door
to injected text: they are reported instead.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser

_DIRECTIVES = (
    "default-src 'none'",
    "script-src 'self' {scripts}",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
)
_RUN_TYPES = {"", "module", "text/javascript", "application/javascript"}
"""Types of script elements that browsers run; any other is a block of data."""


def content_security_policy(hashes: Iterable[str]) -> str:
    """Write the policy's header value; `hashes` are those of the inline scripts."""
    scripts = " ".join(f"'{one}'" for one in sorted(set(hashes)))
    return "; ".join(one.format(scripts=scripts).rstrip() for one in _DIRECTIVES)


class Inline(HTMLParser):
    """What one page holds inline: hashes of its scripts, and what no policy of ours allows."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.hashes: set[str] = set()
        self.forbidden: list[str] = []
        self._script: list[str] | None = None
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attributes}
        if tag == "script" and "src" not in found and _runs(found.get("type", "")):
            self._script = []
        if tag == "style":
            self.forbidden.append("phần tử <style>")
        for name, value in found.items():
            if name == "style" or name.startswith("on"):
                self.forbidden.append(f"thuộc tính {name} của <{tag}>")
            if name in ("href", "src", "action") and _is_script_address(value):
                self.forbidden.append(f"địa chỉ javascript: của <{tag}>")

    def handle_data(self, data: str) -> None:
        if self._script is not None:
            self._script.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._script is not None:
            self.hashes.add(hash_script("".join(self._script)))
            self._script = None


def _runs(type_: str) -> bool:
    return type_.strip().lower() in _RUN_TYPES


def _is_script_address(value: str) -> bool:
    return re.sub(r"[\x00-\x20]", "", value).lower().startswith("javascript:")


def hash_script(text: str) -> str:
    """Give the hash of an inline script as a policy writes it.

    >>> hash_script("")
    'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='
    """
    # A browser hashes what its parser kept, and that turns CRLF into LF.
    digest = hashlib.sha256(text.replace("\r\n", "\n").replace("\r", "\n").encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def inline_hashes(pages: Iterable[tuple[str, str]]) -> tuple[set[str], list[str]]:
    """Collect the hashes of all pages (path, HTML), and a sentence for all that is forbidden."""
    hashes: set[str] = set()
    problems: list[str] = []
    for path, html in pages:
        found = Inline(html)
        hashes |= found.hashes
        problems.extend(_sentences(path, found))
    return hashes, problems


def _sentences(path: str, found: Inline) -> Iterator[str]:
    for what in sorted(set(found.forbidden)):
        yield f"{path}: {what} bị chính sách bảo mật của trang chặn"
