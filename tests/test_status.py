"""The status of a document: what the records say on a day, why, and what will change."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from handbook.status import KINDS, Status, status_of
from tests.small_index import load_index, write_body, write_directive

TODAY = date(2025, 1, 1)


def status(root: Path, record_id: str = "cu", today: date = TODAY) -> Status:
    index = load_index(root)
    return status_of(index, index.documents[record_id], today)


def changes(found: Status) -> list[tuple[str, str]]:
    return [(one.day.isoformat(), one.kind) for one in found.changes]


def relation(type_: str, to: str = "cu", more: str = "") -> str:
    return f"relations:\n  - type: {type_}\n    to: {to}\n    source: s1\n{more}"


def test_without_a_word_in_the_records_nothing_is_claimed(tmp_path: Path) -> None:
    write_directive(tmp_path, "cu", issued="1990-01-01")

    found = status(tmp_path)

    assert (found.kind, found.since, found.by, found.findings) == ("không xác định", None, (), ())
    assert not found.over


def test_an_unknown_force_keeps_its_note_and_source(tmp_path: Path) -> None:
    write_directive(
        tmp_path, "cu", "validity:\n  state: chưa rõ\n  source: s1\n  note: Chưa đọc được."
    )

    found = status(tmp_path)

    assert found.kind == "không xác định"
    assert found.findings[0].note == "Chưa đọc được."
    assert found.findings[0].source
    assert found.findings[0].source.title == "Nguồn bịa"


def test_a_document_in_force_says_since_when(tmp_path: Path) -> None:
    write_directive(
        tmp_path, "cu", "validity:\n  state: còn hiệu lực\n  from: '2020-07'\n  source: s1"
    )

    found = status(tmp_path)

    assert (found.kind, found.since, found.changes) == ("còn hiệu lực", "2020-07", ())


def test_a_document_comes_into_force_on_its_day_and_ends_on_its_day(tmp_path: Path) -> None:
    write_directive(
        tmp_path,
        "cu",
        "validity:\n  state: còn hiệu lực\n  from: '2025-07-01'\n  until: '2030-01-01'",
    )

    found = status(tmp_path)

    assert found.kind == "chưa có hiệu lực"
    assert changes(found) == [("2025-07-01", "còn hiệu lực"), ("2030-01-01", "hết hiệu lực")]
    assert status(tmp_path, today=date(2025, 6, 30)).kind == "chưa có hiệu lực"
    assert status(tmp_path, today=date(2025, 7, 1)).kind == "còn hiệu lực"
    assert status(tmp_path, today=date(2029, 12, 31)).kind == "còn hiệu lực"
    assert status(tmp_path, today=date(2030, 1, 1)).kind == "hết hiệu lực"


def test_an_end_of_unknown_day_is_an_end(tmp_path: Path) -> None:
    write_directive(tmp_path, "cu", "validity:\n  state: hết hiệu lực\n  source: s1")

    found = status(tmp_path)

    assert (found.kind, found.since, found.ended) == ("hết hiệu lực", None, True)


def test_a_replaced_document_names_its_successor_from_the_day_that_takes_effect(
    tmp_path: Path,
) -> None:
    write_directive(tmp_path, "cu", "validity:\n  state: còn hiệu lực")
    write_directive(
        tmp_path,
        "moi",
        relation("thay thế", more="validity:\n  state: còn hiệu lực\n  from: '2025-07-01'"),
        issued="2024-11-27",
    )

    now = status(tmp_path)
    later = status(tmp_path, today=date(2025, 7, 1))

    assert now.kind == "còn hiệu lực"
    assert changes(now) == [("2025-07-01", "được thay thế")]
    assert (later.kind, later.since, later.by) == ("được thay thế", "2025-07-01", ("moi",))
    assert [one.kind for one in later.findings] == ["được thay thế"]
    assert later.findings[0].source


def test_a_successors_issue_is_not_told_as_the_day_of_the_end(tmp_path: Path) -> None:
    write_directive(tmp_path, "cu")
    write_directive(tmp_path, "moi", relation("thay thế"), issued="2024-05-14")

    found = status(tmp_path)

    assert (found.kind, found.since, found.by) == ("được thay thế", None, ("moi",))
    assert status(tmp_path, today=date(2024, 5, 13)).kind == "không xác định"


def test_several_successors_are_all_named(tmp_path: Path) -> None:
    write_directive(tmp_path, "cu")
    write_directive(tmp_path, "moi-1", relation("thay thế"), issued="2024-01-01")
    write_directive(tmp_path, "moi-2", relation("thay thế"), issued="2024-02-01")

    assert status(tmp_path).by == ("moi-1", "moi-2")


@pytest.mark.parametrize(
    ("type_", "kind"),
    [
        ("bãi bỏ", "bị bãi bỏ"),
        ("sửa đổi, bổ sung", "được sửa đổi, bổ sung"),
        ("hợp nhất", "không xác định"),
        ("thực hiện", "không xác định"),
    ],
)
def test_what_another_document_does_to_it(tmp_path: Path, type_: str, kind: str) -> None:
    write_directive(tmp_path, "cu")
    write_directive(tmp_path, "moi", relation(f'"{type_}"'), issued="2024-01-01")

    assert status(tmp_path).kind == kind


def test_a_term_is_over_when_its_last_year_is_and_that_is_not_an_end_of_force(
    tmp_path: Path,
) -> None:
    write_directive(tmp_path, "cu", "term:\n  from: '2020'\n  until: '2025'")

    now = status(tmp_path)
    later = status(tmp_path, today=date(2026, 1, 1))

    assert now.kind == "không xác định"
    assert changes(now) == [("2026-01-01", "hết nhiệm kỳ")]
    assert (later.kind, later.over, later.ended) == ("hết nhiệm kỳ", True, False)


def test_a_stated_force_weighs_more_than_the_end_of_the_term(tmp_path: Path) -> None:
    write_directive(
        tmp_path, "cu", "term:\n  from: '2010'\n  until: '2015'\nvalidity:\n  state: còn hiệu lực"
    )

    found = status(tmp_path)

    assert [one.kind for one in found.findings] == ["còn hiệu lực", "hết nhiệm kỳ"]
    assert found.kind == "còn hiệu lực"


def test_a_body_that_ended_is_told_after_its_last_day(tmp_path: Path) -> None:
    write_body(
        tmp_path,
        "don-vi",
        "existed:\n  until: '2025-06-30'\n  source: s1\nsuccessors:\n  - don-vi-moi",
    )
    write_body(tmp_path, "don-vi-moi")
    write_directive(tmp_path, "cu", issuer="don-vi")

    now = status(tmp_path)
    later = status(tmp_path, today=date(2025, 7, 1))

    assert now.kind == "không xác định"
    assert changes(now) == [("2025-07-01", "đơn vị ban hành đã kết thúc")]
    assert (later.kind, later.since, later.ended) == (
        "đơn vị ban hành đã kết thúc", "2025-06-30", False,
    )  # fmt: skip
    assert later.findings[0].successors == ("don-vi-moi",)


def test_an_organ_ends_with_its_organisation_but_not_with_the_body_above(tmp_path: Path) -> None:
    ended = "existed:\n  until: '2024-06-30'\n  source: s1"
    write_body(tmp_path, "tinh", ended, level="tỉnh")
    write_body(tmp_path, "huyen", parent="tinh")
    write_body(tmp_path, "ban-thuong-vu-huyen", parent="huyen")
    write_body(tmp_path, "ban-thuong-vu-tinh", parent="tinh", level="tỉnh")
    write_directive(tmp_path, "cua-huyen", issuer="ban-thuong-vu-huyen")
    write_directive(tmp_path, "cua-huyen-2", issuer="huyen")
    write_directive(tmp_path, "cua-tinh", issuer="ban-thuong-vu-tinh")

    assert status(tmp_path, "cua-huyen").kind == "không xác định"
    assert status(tmp_path, "cua-huyen-2").kind == "không xác định"
    assert status(tmp_path, "cua-tinh").kind == "đơn vị ban hành đã kết thúc"
    assert status(tmp_path, "cua-tinh").findings[0].body == "tinh"


def test_a_body_with_a_successor_and_no_end_has_changed(tmp_path: Path) -> None:
    write_body(tmp_path, "don-vi", "successors:\n  - don-vi-moi")
    write_body(tmp_path, "don-vi-moi", "existed:\n  from: '2025-03'\n  source: s1")
    write_directive(tmp_path, "cu", issuer="don-vi")

    assert status(tmp_path).kind == "không xác định"
    assert status(tmp_path, today=date(2025, 4, 1)).kind == "đơn vị ban hành đã đổi"


def test_news_of_a_body_is_told_without_a_judgement(tmp_path: Path) -> None:
    write_body(
        tmp_path, "don-vi", "present:\n  text: Còn hoạt động hay không thì chưa rõ.\n  source: s1"
    )
    write_directive(tmp_path, "cu", issuer="don-vi")

    found = status(tmp_path)

    assert found.kind == "không xác định"
    assert found.findings[0].note == "Còn hoạt động hay không thì chưa rõ."


def test_each_change_to_come_is_what_that_day_will_say(tmp_path: Path) -> None:
    write_body(tmp_path, "don-vi", "existed:\n  until: '2026-06-30'\n  source: s1")
    write_directive(
        tmp_path,
        "cu",
        "term:\n  from: '2020'\n  until: '2025'\nvalidity:\n  state: còn hiệu lực\n"
        "  from: '2025-03-01'\n  until: '2027-01-01'",
        issuer="don-vi",
    )
    index = load_index(tmp_path)

    found = status_of(index, index.documents["cu"], TODAY)

    assert len(found.changes) == 4
    for change in found.changes:
        then = status_of(index, index.documents["cu"], change.day)
        assert (then.kind, then.findings) == (change.kind, change.findings)


def test_kinds_are_listed_once() -> None:
    assert len(KINDS) == len(set(KINDS)) == 10
