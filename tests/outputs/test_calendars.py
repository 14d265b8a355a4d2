"""Calendars are read back with two libraries: the one that wrote them, and vobject."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
import vobject

from handbook.checks import load_and_check
from handbook.outputs.calendars import calendar_files
from handbook.views.site import Site
from tests.catalogues import DIRECTIVE, PLAN, BaseCatalogue

ROOT = Path(__file__).resolve().parent.parent
WHEN = '      type: "trong"\n      date: "2024-11"\n      printed: "trong tháng 11/2024"\n'
HOSTILE = "a;b,c\\d\r\nEND:VEVENT\rBEGIN:VALARM\u2028x: “y”\x07\n" + "Liên đoàn Lao động " * 9


def files(root: Path, site_url: str = "") -> dict[str, bytes]:
    index, _ = load_and_check(root)
    return dict(calendar_files(Site(index, date(2025, 1, 1)), site_url))


def events(data: bytes) -> dict[str, Any]:
    """Give the events by the end of their ids: `moc-2`."""
    calendar = icalendar.Calendar.from_ical(data)
    return {str(one["uid"]).split("--", 1)[1].split("@")[0]: one for one in calendar.events}


def event_of(base: BaseCatalogue, when: str, name: str = "moc-2", plan: str = "") -> Any:
    base.edit(PLAN, (WHEN, when), *([("term:", plan + "\nterm:")] if plan else []))
    return events(files(base.root)["lich/all.ics"]).get(name)


def test_every_calendar_is_read_by_two_libraries_and_folded_at_octets() -> None:
    for path, data in files(ROOT / "site").items():
        assert icalendar.Calendar.from_ical(data)["version"] == "2.0"
        second = vobject.readOne(data.decode("utf-8"))
        second.validate()
        names = [str(one.uid.value) for one in second.contents.get("vevent", [])]
        assert len(names) == len(set(names)), path
        lines = data.split(b"\r\n")
        assert lines.pop() == b""
        assert all(b"\n" not in line and b"\r" not in line for line in lines)
        assert max(map(len, lines)) <= 75
        for line in lines:
            line.decode("utf-8")  # no letter is cut in two


def test_a_deadline_stands_on_its_last_permitted_day_with_two_alarms(base: BaseCatalogue) -> None:
    event = events(files(base.root)["lich/ke-hoach/01-kh-mau-2024.ics"])["moc-1"]

    assert event.start == date(2024, 12, 30)
    assert event.end == date(2024, 12, 31)
    assert [alarm["trigger"].dt for alarm in event.walk("VALARM")] == [
        timedelta(days=-7),
        timedelta(days=-1),
    ]
    assert str(event["summary"]) == "Gửi báo cáo"
    assert event["description"].endswith(
        "mở “Kế hoạch, hướng dẫn”, chọn “Kế hoạch 01/KH-CĐM (16/09/2024)”"
    )
    assert ".html" not in event["description"]  # a bare path looks like a link and leads nowhere
    assert "“trước thứ Ba, 31/12/2024”" in event["description"]
    assert [str(one) for one in event["categories"].cats] == ["Tài chính công đoàn"]


def test_a_month_spans_the_month_and_makes_nobody_busy(base: BaseCatalogue) -> None:
    event = events(files(base.root)["lich/all.ics"])["moc-2"]

    assert (event.start, event.end) == (date(2024, 11, 1), date(2024, 12, 1))
    assert event["transp"] == "TRANSPARENT"


def test_a_day_of_an_event_is_busy(base: BaseCatalogue) -> None:
    event = event_of(
        base, '      type: "vào"\n      date: "2024-11-05"\n      printed: "5/11/2024"\n'
    )

    assert event.start == date(2024, 11, 5)
    assert event["transp"] == "OPAQUE"


def test_a_recurrence_is_a_rule_until_the_end_of_the_term(base: BaseCatalogue) -> None:
    event = events(files(base.root)["lich/all.ics"])["moc-3"]

    assert event.start == date(2025, 2, 15)  # the first after the plan was issued
    assert event["rrule"].to_ical().decode() == (
        "FREQ=YEARLY;UNTIL=20281231;BYMONTHDAY=15;BYMONTH=2"
    )


def test_times_that_no_rule_says_are_listed_one_by_one(base: BaseCatalogue) -> None:
    base.edit(
        PLAN,
        ("        day: 15\n        month: 2\n", '        day: "ngày làm việc cuối tháng"\n'),
    )
    found = events(files(base.root)["lich/all.ics"])

    listed = [event.start for name, event in found.items() if name.startswith("moc-3")]
    assert listed == [date(2024, 12, 31), date(2025, 12, 31), date(2026, 12, 31),
                      date(2027, 12, 31), date(2028, 12, 29)]  # fmt: skip


@pytest.mark.parametrize(
    "when",
    [
        '      type: "không có thật"\n      printed: "30/02/2025"\n      note: gc-1\n',
        '      type: "không nêu"\n      printed: "theo quy định"\n',
        '      type: "nhiệm kỳ"\n      from: "2023"\n      until: "2028"\n      printed: "…"\n',
        '      type: "định kỳ"\n      every: ["quý"]\n      printed: "hàng quý"\n',
    ],
)
def test_what_has_no_day_has_no_event_in_any_calendar(base: BaseCatalogue, when: str) -> None:
    base.edit(PLAN, (WHEN, when))

    for data in files(base.root).values():
        assert "moc-2" not in events(data)


def test_a_milestone_counted_from_another_stands_on_the_counted_day(base: BaseCatalogue) -> None:
    event = event_of(
        base,
        '      type: "theo mốc"\n      milestone: moc-1\n      days: 3\n      working_days: true\n'
        '      printed: "sau khi gửi báo cáo 03 ngày làm việc"\n',
    )

    assert event.start == date(2025, 1, 3)  # 31 December and 2 January are worked, 1 January not


MOVED = (
    '      printed: "trong tháng 11/2024"\n    moved:\n      - by: 02-nq-mau-2023\n        when:\n'
    '          type: "chậm nhất"\n          date: "2024-12-20"\n          printed: "20/12/2024"\n'
)


def test_a_moved_milestone_keeps_its_uid_and_raises_its_sequence(base: BaseCatalogue) -> None:
    before = events(files(base.root)["lich/all.ics"])["moc-2"]
    base.edit(DIRECTIVE, ('issued: "2023-06-12"', 'issued: "2024-10-12"'))
    base.edit(PLAN, ('      printed: "trong tháng 11/2024"\n', MOVED))

    after = events(files(base.root)["lich/all.ics"])["moc-2"]

    assert after["uid"] == before["uid"]
    assert (before["sequence"], after["sequence"]) == (0, 1)
    assert after.start == date(2024, 12, 20)
    assert after["last-modified"].dt > before["last-modified"].dt
    assert "Mốc cũ: trong tháng 11/2024" in after["description"]


def test_hostile_text_stays_a_text(base: BaseCatalogue) -> None:
    """The loader refuses such characters; a calendar must not depend on that."""
    index, _ = load_and_check(base.root)
    plan = index.plans["01-kh-mau-2024"]
    hostile = plan.milestones[1].model_copy(update={"what": HOSTILE})
    index.plans[plan.id] = plan.model_copy(
        update={"milestones": (plan.milestones[0], hostile, plan.milestones[2])}
    )

    data = dict(calendar_files(Site(index, date(2025, 1, 1))))["lich/all.ics"]
    found = events(data)

    assert len(found) == 3
    summary = str(found["moc-2"]["summary"])
    assert summary.startswith("a;b,c\\d\nEND:VEVENT\nBEGIN:VALARM\nx: “y”\nLiên đoàn")
    assert len(found["moc-2"].walk("VALARM")) == 2
    second = vobject.readOne(data.decode())
    assert any(one.summary.value == summary for one in second.contents["vevent"])


def test_calendars_of_bodies_and_roles_hold_what_they_lead_and_support(base: BaseCatalogue) -> None:
    written = files(base.root)

    assert set(events(written["lich/don-vi/cdcs-mau.ics"])) == {"moc-1", "moc-2", "moc-3"}
    assert set(events(written["lich/don-vi/cong-doan-mau.ics"])) == {"moc-2"}
    assert {path for path in written if path.startswith("lich/vai-tro/")}


def test_a_known_site_address_makes_full_links_and_the_same_bytes_each_time(
    base: BaseCatalogue,
) -> None:
    written = files(base.root, "http://noi-bo/cong-doan/")

    event = events(written["lich/all.ics"])["moc-1"]
    assert event["url"] == "http://noi-bo/cong-doan/ke-hoach/01-kh-mau-2024/index.html#moc-1"
    assert written == files(base.root, "http://noi-bo/cong-doan/")


def test_stamps_come_from_the_record(base: BaseCatalogue) -> None:
    base.edit(PLAN, ("    lines: 12\n", '    lines: 12\n    checked_on: "2025-06-30"\n'))

    event = events(files(base.root)["lich/all.ics"])["moc-1"]

    assert event["dtstamp"].dt.date() == event["last-modified"].dt.date() == date(2025, 6, 30)


def test_a_renamed_plan_keeps_its_events(base: BaseCatalogue) -> None:
    before = events(files(base.root)["lich/all.ics"])["moc-1"]["uid"]
    text = (base.root / PLAN).read_text(encoding="utf-8")
    (base.root / PLAN).unlink()
    renamed = text.replace("01-kh-mau-2024", "kh-moi").replace(
        "id: kh-moi\n", "id: kh-moi\nformer_ids:\n  - 01-kh-mau-2024\n", 1
    )
    base.write("data/plans/kh-moi.yml", renamed)

    assert events(files(base.root)["lich/all.ics"])["moc-1"]["uid"] == before
