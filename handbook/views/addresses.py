"""Addresses of pages: kind and id → URL, relative to the root of the site.

URLs are Vietnamese without diacritics, end with a slash and never change; `tests/addresses.txt`
holds the list that must stay valid.
"""

from __future__ import annotations

PREFIX = {
    "plan": "ke-hoach",
    "directive": "van-ban",
    "body": "don-vi",
    "area": "linh-vuc",
    "role": "vai-tro",
    "outline": "de-cuong",
    "procedure": "quy-trinh",
    "concept": "khai-niem",
    "path": "lo-trinh",
    "family": "luoc-do",
    "dossier": "ho-so",
    "part": "danh-sach",
}
_KINDS = {prefix: kind for kind, prefix in PREFIX.items()}
GLOSSARY = "thuat-ngu/"
CITATIONS = "dan-chieu/"
SEARCH = "tim-kiem/"
ASSIGNMENTS = "xuat/phan-cong/"


def address_of(kind: str, record_id: str) -> str:
    """Give the page of a record: `address_of("plan", "39-kh")` is `ke-hoach/39-kh/`."""
    if kind == "term":
        return f"{GLOSSARY}#{record_id}"
    if kind == "way":
        return f"#{record_id}"
    if kind == "words":
        return SEARCH
    return f"{PREFIX[kind]}/{record_id}/"


def record_at(address: str) -> tuple[str, str] | None:
    """Give the kind and id of the record whose page may lie at an address; None for another page.

    >>> record_at("ke-hoach/39-kh/"), record_at("ke-hoach/")
    (('plan', '39-kh'), None)
    """
    prefix, _, record_id = address.removesuffix("/").partition("/")
    return (_KINDS[prefix], record_id) if prefix in _KINDS and record_id else None


def assignment_sheet_of(kind: str, record_id: str) -> str:
    """Give the Excel assignment sheet of a plan or a role, or with kind `all` that of all plans.

    A role's lies in a folder of its own: a plan may bear any id but not one with a slash.
    """
    if kind == "all":
        return f"{ASSIGNMENTS}all.xlsx"
    folder = "" if kind == "plan" else f"{PREFIX[kind]}/"
    return f"{ASSIGNMENTS}{folder}{record_id}.xlsx"


def root_from(url: str) -> str:
    """Give the relative way from a page back to the site's root: `../../` from `a/b/`."""
    return "../" * url.count("/")
