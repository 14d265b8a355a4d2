"""Pages of bodies: seen from every side, and honest about who is named as recipient."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from handbook.checks import load_and_check
from handbook.views.body import body_page
from handbook.views.site import Site
from tests.catalogues import NEW_BODY, PLAN, BaseCatalogue


def page_of(base: BaseCatalogue, body: str) -> dict[str, Any]:
    index, problems = load_and_check(base.root)
    assert not [one for one in problems if one.level == "lỗi"], problems
    return body_page(Site(index, date(2024, 1, 1)), body)


@pytest.fixture
def sent(base: BaseCatalogue) -> BaseCatalogue:
    """A plan sent to nobody but the grassroots unions, which report to the union above."""
    text = (base.root / PLAN).read_text(encoding="utf-8")
    recipients = (
        'recipients:\n  - text: "Các CĐCS;"\n    bodies:\n      - cdcs-mau\n'
        '    at:\n      path: "Nơi nhận"\n      lines: [9]\n'
    )
    base.write(PLAN, text + recipients)
    return base


def test_a_recipient_is_told_the_printed_line(sent: BaseCatalogue) -> None:
    (answer,) = page_of(sent, "cdcs-mau")["answers"]

    assert answer.word == "có"
    assert [printed for printed, _ in answer.lines] == ["Các CĐCS"]


def test_the_issuer_needs_no_copy(sent: BaseCatalogue) -> None:
    (answer,) = page_of(sent, "cong-doan-mau")["answers"]

    assert (answer.word, answer.how) == ("không cần", "chính là đơn vị ban hành")


def test_a_body_below_a_recipient_is_told_through_whom(sent: BaseCatalogue) -> None:
    body = (sent.root / NEW_BODY).read_text(encoding="utf-8").replace("cong-doan-moi", "to-mau")
    sent.write("data/bodies/to-mau.yml", body + "parent: cdcs-mau\n")
    sent.edit(PLAN, ("support:\n      - cdcs-mau", "support:\n      - to-mau"))

    (answer,) = page_of(sent, "to-mau")["answers"]

    assert answer.word == "không ghi đích danh"
    assert answer.how.startswith("có tên ")
    assert answer.lines


def test_who_reports_and_to_whom(sent: BaseCatalogue) -> None:
    sent.edit(
        PLAN,
        ("    outline: 01-kh-mau-2024\n    at:\n      path: \"I.1\"",
         "    submission:\n      to:\n        - cong-doan-mau\n"
         "    outline: 01-kh-mau-2024\n    at:\n      path: \"I.1\""),
    )  # fmt: skip

    below, above = page_of(sent, "cdcs-mau"), page_of(sent, "cong-doan-mau")

    assert [one.href for one in below["reports_to"]] == ["don-vi/cong-doan-mau/"]
    assert [one.href for one in above["reported_by"]] == ["don-vi/cdcs-mau/"]
    assert above["received"].total == 1


def test_a_general_body_leads_to_those_of_its_kind(sent: BaseCatalogue) -> None:
    sent.edit(
        "data/bodies/cdcs-mau.yml", ("group: true\n", "group: true\ngeneral: cong-doan-moi\n")
    )

    assert page_of(sent, "cdcs-mau")["general"].href == "don-vi/cong-doan-moi/"
    assert [(link.href, count) for link, count in page_of(sent, "cong-doan-moi")["special"]] == [
        ("don-vi/cdcs-mau/", 1)
    ]


def test_a_department_of_the_issuer_is_not_told_through_those_above_it(sent: BaseCatalogue) -> None:
    new = (sent.root / NEW_BODY).read_text(encoding="utf-8")
    sent.write(
        "data/bodies/ban-mau.yml",
        f"{new.replace('cong-doan-moi', 'ban-mau')}parent: cong-doan-mau\n",
    )
    sent.write(
        "data/bodies/cong-doan-mau.yml",
        (sent.root / "data/bodies/cong-doan-mau.yml").read_text(encoding="utf-8")
        + "parent: cong-doan-moi\n",
    )
    sent.edit(
        PLAN,
        ("support:\n      - cdcs-mau", "support:\n      - ban-mau"),
        ("      - cdcs-mau\n    at:\n      path: \"Nơi nhận\"",
         "      - cong-doan-moi\n    at:\n      path: \"Nơi nhận\""),
    )  # fmt: skip

    page = page_of(sent, "ban-mau")

    assert [one.how for one in page["answers"]] == ["thuộc đơn vị ban hành"]
    assert page["named_in"] == 0


def test_a_group_links_its_sibling_groups_that_lead_tasks(base: BaseCatalogue) -> None:
    text = (base.root / "data/bodies/cdcs-mau.yml").read_text(encoding="utf-8")
    base.write(
        "data/bodies/nhom-mau.yml",
        text.replace("id: cdcs-mau", "id: nhom-mau").replace("group: true\n", "") + "group: true\n",
    )
    base.write("data/bodies/cdcs-mau.yml", text.replace("group: true\n", "") + "group: true\n")

    related = page_of(base, "nhom-mau")["related"]

    assert [(link.href, count) for link, count in related] == [("don-vi/cdcs-mau/", 1)]
    assert page_of(base, "cdcs-mau")["related"] == []
