"""Each export against its standard: CSV, Atom, JSON Schema, schema.org."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import jsonschema
import pytest

from handbook.checks import load_and_check
from handbook.outputs.api import api_files
from handbook.outputs.csv_lists import LISTS, as_csv, safe_cell
from handbook.outputs.exports import export_files
from handbook.outputs.fragments import data_block
from handbook.outputs.pages import record_addresses, render_record
from handbook.relations import MEANINGS
from handbook.views.addresses import address_of
from handbook.views.changes import uri_of
from handbook.views.site import Site

ROOT = Path(__file__).resolve().parents[2]
CATALOGUES = {"mini": ROOT / "tests" / "site", "real": ROOT}
ATOM = "{http://www.w3.org/2005/Atom}"


@cache
def site_of(name: str) -> Site:
    return Site(load_and_check(CATALOGUES[name])[0], date(2026, 1, 1))


@cache
def exports(name: str) -> dict[str, bytes]:
    return dict(export_files(site_of(name)))


@pytest.fixture(params=CATALOGUES)
def catalogue(request: pytest.FixtureRequest) -> str:
    return str(request.param)


# --- CSV ------------------------------------------------------------------------------------


def read_csv(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def test_every_list_is_a_whole_table(catalogue: str) -> None:
    for name in LISTS:
        data = exports(catalogue)[f"tai-ve/{name}.csv"]
        table = read_csv(data)

        assert {len(row) for row in table} == {len(table[0])}, name
        assert len(set(table[0])) == len(table[0]), name
        assert data.count(b"\r\n") >= len(table)
        assert not any(cell.startswith(("=", "@", "\t")) for row in table for cell in row), name


def test_tables_hold_every_record(catalogue: str) -> None:
    index = site_of(catalogue).index
    counts = {
        "ke-hoach": len(index.plans),
        "van-ban": len(index.directives),
        "don-vi": len(index.bodies),
        "nhiem-vu": len(index.tasks),
        "thoi-gian": len(index.milestones),
        "chi-tieu": len(index.targets),
        "thuat-ngu": len(index.terms),
        "ghi-chu": len(index.notes),
    }

    for name, count in counts.items():
        assert len(read_csv(exports(catalogue)[f"tai-ve/{name}.csv"])) == 1 + count, name


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0", "＝1", "- Lưu: VT"],
)
def test_formula_is_kept_from_running(text: str) -> None:
    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "39/KH-LĐLĐ", "-5", "12.5", "—", "a=b", "95%"])
def test_plain_cell_stays_as_it_is(text: str) -> None:
    assert safe_cell(text) == text


def test_cell_may_hold_anything() -> None:
    cells = ['dấu "ngoặc"', "phẩy, chấm; phẩy", "hai\ndòng", "Đ đ ợ"]

    assert read_csv(as_csv([cells])) == [cells]


# --- Atom (RFC 4287) ------------------------------------------------------------------------


def feed_of(catalogue: str) -> ElementTree.Element:
    return ElementTree.fromstring(exports(catalogue)["cap-nhat.atom"])


def only(parent: ElementTree.Element, name: str) -> ElementTree.Element:
    found = parent.findall(f"{ATOM}{name}")
    assert len(found) == 1, name
    return found[0]


def test_feed_has_what_the_standard_asks_for(catalogue: str) -> None:
    feed = feed_of(catalogue)

    assert feed.tag == f"{ATOM}feed"
    for parent in (feed, *feed.findall(f"{ATOM}entry")):
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", only(parent, "id").text or "")
        assert (only(parent, "title").text or "").strip()
        moment = datetime.fromisoformat(only(parent, "updated").text or "")
        assert moment.utcoffset() is not None
    assert only(only(feed, "author"), "name").text
    rels = [one.get("rel") for one in feed.findall(f"{ATOM}link")]
    assert sorted(map(str, rels)) == ["alternate", "self"]


def test_entries_are_unique_newest_first_and_lead_to_pages(catalogue: str) -> None:
    entries = feed_of(catalogue).findall(f"{ATOM}entry")
    site = site_of(catalogue)
    pages = {address for _, _, address in record_addresses(site)}
    pages |= {address_of("concept", one) for one in site.index.concepts}

    ids = [only(one, "id").text for one in entries]
    updated = [str(only(one, "updated").text) for one in entries]

    assert entries
    assert len(set(ids)) == len(ids)
    assert updated == sorted(updated, reverse=True)
    for one in entries:
        parts = urlsplit(str(only(one, "link").get("href")))
        assert not parts.scheme
        assert not parts.path.startswith("/")
        assert parts.path.removesuffix("index.html") in pages | {"thuat-ngu/"}
        assert (only(one, "summary").text or "").strip()


def test_dates_of_the_feed_stand_in_the_records(catalogue: str) -> None:
    """A day nobody wrote down appears nowhere."""
    texts = " ".join(
        one.file.read_text(encoding="utf-8") for one in site_of(catalogue).index.catalogue.loaded
    )

    for one in feed_of(catalogue).findall(f"{ATOM}entry"):
        assert str(only(one, "updated").text)[:10] in texts


def test_name_of_a_record_never_changes() -> None:
    assert uri_of("plan", "thu-duc-39-kh-2020") == "urn:uuid:c7165ba7-ed90-5644-8d39-f2cc734e99b7"
    assert uri_of("plan", "a") != uri_of("directive", "a")


# --- JSON Schema ----------------------------------------------------------------------------


def test_every_answer_of_the_api_fits_its_schema(catalogue: str) -> None:
    made = exports(catalogue)
    folder = "api/v1/schema/"
    schemas = {path: json.loads(data) for path, data in made.items() if path.startswith(folder)}
    for schema in schemas.values():
        jsonschema.Draft202012Validator.check_schema(schema)
    checkers = {path: jsonschema.Draft202012Validator(one) for path, one in schemas.items()}

    checkers[f"{folder}changelog.json"].validate(json.loads(made["api/v1/changelog.json"]))
    for path, data in api_files(site_of(catalogue)):
        answer = json.loads(data)
        if path == "api/v1/records.json":
            checkers[f"{folder}records.json"].validate(answer)
        else:
            checkers[f"{folder}answer.json"].validate(answer)
            checkers[f"{folder}record/{answer['kind']}.json"].validate(answer["record"])


@pytest.mark.parametrize("change", [{"kind": "khác"}, {"uri": "a"}, {"title": 3}, {"thừa": 1}])
def test_schema_refuses_what_it_does_not_describe(change: dict[str, Any]) -> None:
    schema = json.loads(exports("mini")["api/v1/schema/changelog.json"])
    answer = json.loads(exports("mini")["api/v1/changelog.json"])
    answer["changes"][0] |= change

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(answer, schema)


# --- schema.org/Legislation -----------------------------------------------------------------

_TERMS = {
    # schema.org/Thing, CreativeWork
    "@context", "@id", "@type", "about", "abstract", "citation", "headline", "inLanguage",
    "isBasedOn", "name",
    # schema.org/Legislation
    "legislationApplies", "legislationChanges", "legislationConsolidates", "legislationDate",
    "legislationIdentifier", "legislationLegalForce", "legislationPassedBy", "legislationType",
}  # fmt: skip
_BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def test_document_pages_carry_linked_data(catalogue: str) -> None:
    site = site_of(catalogue)

    for kind, record_id, _ in record_addresses(site):
        blocks = _BLOCK.findall(render_record(site, kind, record_id).html)
        assert len(blocks) == (1 if kind in ("plan", "directive") else 0)
        for block in blocks:
            data = json.loads(block)
            assert data.keys() <= _TERMS
            assert data["@context"] == "https://schema.org"
            assert data["@type"] == "Legislation"
            assert data["@id"] == uri_of(kind, record_id)
            if "legislationDate" in data:
                assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", data["legislationDate"])
            if "legislationLegalForce" in data:
                assert data["legislationLegalForce"].rpartition("/")[2] in {"InForce", "NotInForce"}


def test_every_relation_has_a_term() -> None:
    assert {meaning.linked for meaning in MEANINGS.values()} <= _TERMS


@pytest.mark.parametrize(
    "text", ["</script><script>alert(1)</script>", "<!--<script>", "&lt;", "\u2028"]
)
def test_data_block_cannot_be_left(text: str) -> None:
    html = str(data_block({"name": text}))

    assert html.count("<") == 2
    assert json.loads(_BLOCK.findall(html)[0]) == {"name": text}
