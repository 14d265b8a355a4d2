"""Every list as CSV (RFC 4180), for spreadsheets and other programs.

UTF-8 with a byte order mark, without which Excel reads Vietnamese as rubbish.  A cell that a
spreadsheet would take for a formula gets an apostrophe in front: records are typed by many hands.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator

from handbook.model.plan import Plan, Task
from handbook.outline_sections import walk_sections
from handbook.views import body_list, lists
from handbook.views.addresses import address_of
from handbook.views.items import milestone_view, note_view, target_view, task_view
from handbook.views.site import Link, Site, place

FOLDER = "tai-ve"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

Table = list[list[str]]


def csv_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield every list as (path under the site's root, bytes)."""
    for name, make in LISTS.items():
        yield f"{FOLDER}/{name}.csv", as_csv(make(site))


def as_csv(table: Table) -> bytes:
    """Write a table, its first row the headings."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows([map(safe_cell, row) for row in table])
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def safe_cell(text: str) -> str:
    """Keep a spreadsheet from running a text as a formula.

    >>> safe_cell("=1+1"), safe_cell("39/KH-LĐLĐ"), safe_cell("- Lưu: VT"), safe_cell("-5")
    ("'=1+1", '39/KH-LĐLĐ', "'- Lưu: VT", '-5')
    """
    is_number = text.removeprefix("-").replace(".", "", 1).isdecimal()
    return f"'{text}" if text.startswith(_FORMULA) and not is_number else text


def _of_rows(rows: Callable[[Site], list[lists.Row]]) -> Callable[[Site], Table]:
    """Make the table of a list page."""

    def table(site: Site) -> Table:
        found = rows(site)
        names = list(found[0].cells) if found else []
        heading = ["Tên", "Nội dung", *names, "Địa chỉ"]
        return [
            heading,
            *([one.link.text, one.detail, *one.cells.values(), one.link.href] for one in found),
        ]

    return table


def _words(links: Iterable[Link]) -> str:
    return "; ".join(one.text for one in links)


def _tasks(site: Site) -> Table:
    heading = ["Văn bản", "Mã", "Việc", "Chủ trì", "Suy ra", "Phối hợp", "Khi nào", "Ngày cuối"]
    heading += ["Lĩnh vực", "Thực hiện văn bản", "Vị trí", "Địa chỉ"]
    return [heading, *(_task_row(site, *placed) for placed in site.index.tasks)]


def _task_row(site: Site, plan: Plan, task: Task) -> list[str]:
    one = task_view(site, plan, task)
    return [
        one.plan.text,
        one.id,
        one.what,
        one.body.text if one.body else "",
        "có" if one.inferred else "",
        _words(one.support),
        one.when.words if one.when else "",
        one.when.last_day if one.when else "",
        one.area.text,
        _words(one.documents),
        one.place.words,
        one.href,
    ]


def _milestones(site: Site) -> Table:
    heading = ["Văn bản", "Mã", "Việc", "Loại", "Ai", "Khi nào", "Ngày cuối", "Gửi tới", "Qua"]
    heading += ["Địa điểm", "Vị trí", "Địa chỉ"]
    rows = (milestone_view(site, *placed) for placed in site.index.milestones)
    return [
        heading,
        *(
            [
                one.plan.text,
                one.id,
                one.what,
                one.kind,
                _words(one.bodies),
                one.when.words,
                one.when.last_day,
                _words(one.to),
                one.via,
                one.venue,
                one.place.words,
                one.href,
            ]
            for one in rows
        ),
    ]


def _targets(site: Site) -> Table:
    heading = ["Văn bản", "Mã", "Chỉ tiêu", "Mức", "Nguyên văn", "Khi nào", "Ngày cuối", "Ai"]
    heading += ["Lĩnh vực", "Vị trí", "Địa chỉ"]
    rows = (target_view(site, *placed) for placed in site.index.targets)
    return [
        heading,
        *(
            [
                one.plan.text,
                one.id,
                one.indicator,
                one.value,
                one.printed,
                one.when.words,
                one.when.last_day,
                _words(one.bodies),
                one.area.text,
                one.place.words,
                one.href,
            ]
            for one in rows
        ),
    ]


def _sections(site: Site) -> Table:
    return [
        ["Văn bản", "Mục", "Cấp", "Tiêu đề", "Số liệu cần", "Ai viết", "Vị trí"],
        *(
            [
                site.document(plan.id).text,
                one.number,
                str(one.depth),
                one.item.heading,
                "; ".join(one.item.data),
                _words(site.bodies(one.item.contributors)),
                place(one.item.at).words,
            ]
            for plan in site.index.plans.values()
            for one in walk_sections(plan)
        ),
    ]


def _terms(site: Site) -> Table:
    return [
        ["Chữ", "Viết đầy đủ", "Nghĩa", "Cách viết khác", "Địa chỉ"],
        *(
            [
                one.abbreviation,
                one.expansion,
                one.meaning,
                "; ".join(one.variants),
                address_of("term", one.id),
            ]
            for one in (row["term"] for row in lists.glossary_list(site)["rows"])
        ),
    ]


def _notes(site: Site) -> Table:
    rows = ((placed.document, note_view(placed.item), placed.item) for placed in site.index.notes)
    return [
        ["Văn bản", "Mã", "Mức", "In như sau", "Điều chưa ổn", "Gợi ý", "Vị trí"],
        *(
            [
                site.document(document.id).text,
                item.id,
                item.severity,
                item.printed,
                item.problem,
                item.suggestion or "",
                place(item.at).words,
            ]
            for document, _, item in rows
        ),
    ]


LISTS: dict[str, Callable[[Site], Table]] = {
    "ke-hoach": _of_rows(lists.plan_rows),
    "van-ban": _of_rows(lists.directive_rows),
    "don-vi": _of_rows(body_list.body_rows),
    "linh-vuc": _of_rows(lists.area_rows),
    "vai-tro": _of_rows(lists.role_rows),
    "quy-trinh": _of_rows(lists.procedure_rows),
    "de-cuong": _of_rows(lists.outline_rows),
    "nhiem-vu": _tasks,
    "thoi-gian": _milestones,
    "chi-tieu": _targets,
    "muc-de-cuong": _sections,
    "thuat-ngu": _terms,
    "ghi-chu": _notes,
}
"""File name → its table.  A new list is one row."""
