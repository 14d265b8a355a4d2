"""A small invented catalogue for the tests of the resolver.

Two provinces (Bình An, Hà Trung), two districts, and the documents that make numbers ambiguous.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from handbook.index import Index
from handbook.load.catalogue import Catalogue
from handbook.load.record_file import LoadedRecord
from handbook.model.base import At, Record, Source
from handbook.model.document import Directive, Relation
from handbook.model.plan import HeadLine, Plan
from handbook.model.reference import Body

SOURCES = (Source(id="nguon", title="Nguồn thử", confidence="nguồn thứ cấp"),)


def make_index() -> Index:
    """Build the catalogue's index."""
    records: dict[str, list[Record]] = {
        "body": _bodies(),
        "directive": _directives(),
        "plan": _plans(),
    }
    loaded = tuple(
        LoadedRecord(
            kind=kind, path=f"data/{record.id}.yml", record=record, file=Path(), digest=b""
        )
        for kind, ones in records.items()
        for record in ones
    )
    by_kind = {kind: {one.record.id: one for one in loaded if one.kind == kind} for kind in records}
    return Index(Catalogue(root=Path(), docs=Path("docs"), loaded=loaded, by_kind=by_kind))


def _bodies() -> list[Record]:
    return [
        _body("bo-chinh-tri", "Bộ Chính trị", "trung ương", "Đảng"),
        _body("chinh-phu", "Chính phủ", "trung ương", "chính quyền"),
        _body("quoc-hoi", "Quốc hội", "trung ương", "chính quyền"),
        _body("tld", "Tổng Liên đoàn Lao động Việt Nam", "trung ương", "công đoàn"),
        _body("dai-hoi-tld", "Đại hội Công đoàn Việt Nam", "trung ương", "công đoàn"),
        _body("bch-tw", "Ban Chấp hành Trung ương Đảng", "trung ương", "Đảng"),
        _body("ldld-binh-an", "Liên đoàn Lao động tỉnh Bình An", "tỉnh", "công đoàn", "tld"),
        _body("ldld-ha-trung", "Liên đoàn Lao động tỉnh Hà Trung", "tỉnh", "công đoàn", "tld"),
        _body(
            "btv-ldld-hai-yen",
            "Ban Thường vụ Liên đoàn Lao động huyện Hải Yên",
            "huyện",
            "công đoàn",
            "ldld-hai-yen",
        ),
        _body(
            "ldld-hai-yen",
            "Liên đoàn Lao động huyện Hải Yên",
            "huyện",
            "công đoàn",
            "ldld-binh-an",
        ),
        _body("huyen-uy-hai-yen", "Huyện ủy Hải Yên", "huyện", "Đảng"),
        _body("dai-hoi-hai-yen", "Đại hội Đảng bộ huyện Hải Yên", "huyện", "Đảng"),
        _body("dai-hoi-tan-lap", "Đại hội Đảng bộ huyện Tân Lập", "huyện", "Đảng"),
        _body("dai-hoi-binh-an", "Đại hội Công đoàn tỉnh Bình An", "tỉnh", "công đoàn"),
    ]


def _directives() -> list[Record]:
    return [
        _directive("nq-02-2021", "02-NQ/TW", "Nghị quyết", "2021-06-12", "bo-chinh-tri"),
        _directive("nq-02-2026", "02-NQ/TW", "Nghị quyết", "2026-03-17", "bo-chinh-tri"),
        _directive("ct-05-2016", "05-CT/TW", "Chỉ thị", "2016-05-15", "bo-chinh-tri"),
        _directive("qd-66-2017", "66-QĐ/TW", "Quy định", "2017-02-06", None),
        _directive("nd-191-2013", "191/2013/NĐ-CP", "Nghị định", "2013-11-21", "chinh-phu"),
        _directive("kh-53-2020", "53/KH-LĐLĐ", "Kế hoạch", "2020-08-28", "ldld-binh-an"),
        _directive("kh-12-2020", "12/KH-LĐLĐ", "Kế hoạch", "2020-02-01", "ldld-binh-an"),
        _directive("kh-12-ha-trung", "12/KH-LĐLĐ", "Kế hoạch", "2020-03-01", "ldld-ha-trung"),
        _directive("kh-49-hu", "49-KH/HU", "Kế hoạch", "2023-07-19", "huyen-uy-hai-yen"),
        _directive("kh-07-tu", "07-KH/TU", "Kế hoạch", None, None),
        _directive(
            "luat-cd-2012", "12/2012/QH13", "Luật", "2012-06-20", "quoc-hoi", title="Luật Công đoàn"
        ),
        _directive(
            "luat-cd-2024", "50/2024/QH15", "Luật", "2024", "quoc-hoi", title="Luật Công đoàn"
        ),
        _directive(
            "nq-tw4-xii",
            "04-NQ/TW",
            "Nghị quyết",
            "2016-10",
            "bch-tw",
            aliases=("Nghị quyết Hội nghị TW4 (khóa XII)",),
        ),
        _directive(
            "dieu-le-xii",
            None,
            "Điều lệ",
            "2018-09-24",
            "dai-hoi-tld",
            title="Điều lệ Công đoàn Việt Nam",
            aliases=("Điều lệ Công đoàn Việt Nam khóa XII",),
        ),
        _directive(
            "dh-xii-cdvn",
            None,
            "Nghị quyết",
            "2018-09",
            "dai-hoi-tld",
            title="Nghị quyết Đại hội Công đoàn Việt Nam lần thứ XII",
            term={"from": "2018", "until": "2023"},
        ),
        _directive(
            "dh-xvi-binh-an",
            None,
            "Nghị quyết",
            None,
            "dai-hoi-binh-an",
            title="Nghị quyết Đại hội Công đoàn tỉnh Bình An lần thứ XVI",
            term={"from": "2018", "until": "2023"},
        ),
        _directive(
            "dh-dang-hai-yen",
            None,
            "Nghị quyết",
            None,
            "dai-hoi-hai-yen",
            title="Nghị quyết Đại hội Đảng bộ huyện lần thứ XX",
        ),
        _directive(
            "dh-dang-tan-lap",
            None,
            "Nghị quyết",
            None,
            "dai-hoi-tan-lap",
            title="Nghị quyết Đại hội Đảng bộ huyện Tân Lập lần thứ XX",
        ),
        _directive(
            "dh-cac-cap",
            None,
            "Nghị quyết",
            None,
            None,
            title="Nghị quyết Đại hội Công đoàn các cấp",
            generic=True,
        ),
        _directive(
            "dh-cap-minh",
            None,
            "Nghị quyết",
            None,
            None,
            title="Nghị quyết Đại hội công đoàn cơ sở",
            aliases=("nghị quyết đại hội cấp mình",),
            generic=True,
        ),
        _directive(
            "quy-che-dan-chu",
            None,
            "Quy chế",
            None,
            None,
            title="Quy chế dân chủ ở cơ sở",
            generic=True,
        ),
        _directive(
            "04-chuong-trinh",
            None,
            "Chương trình",
            None,
            None,
            title="04 chương trình đột phá",
        ),
    ]


def _plans() -> list[Record]:
    return [
        Plan(
            id="hai-yen-09-2023",
            number="09/KH-LĐLĐ",
            kind="Kế hoạch",
            title="Thực hiện Kế hoạch số 49-KH/HU của Huyện ủy",
            issued="2023-08-10",
            issuer="btv-ldld-hai-yen",
            relations=(
                Relation(type="thực hiện", to="kh-49-hu"),
                Relation(type="thực hiện", to="04-chuong-trinh"),
            ),
            summary="Kế hoạch thử.",
            head=(HeadLine(part="số, ký hiệu", text="Số: 09/KH-LĐLĐ", at=_at()),),
            sources=SOURCES,
        ),
        Plan(
            id="binh-an-chu-de-2023",
            number=None,
            kind="Kế hoạch",
            title="Thực hiện chủ đề công tác năm 2023 trong đoàn viên",
            issued="2023-01-18",
            issuer="ldld-binh-an",
            summary="Kế hoạch thử.",
            head=(HeadLine(part="tên loại", text="KẾ HOẠCH", at=_at()),),
            sources=SOURCES,
        ),
    ]


def _at() -> At:
    return At(path="Phần đầu", lines=(1,))


def _body(key: str, name: str, level: Any, kind: Any, parent: str | None = None) -> Body:
    return Body(id=key, name=name, level=level, kind=kind, parent=parent, sources=SOURCES)


def _directive(
    key: str,
    number: str | None,
    kind: Any,
    issued: str | None,
    issuer: str | None,
    **more: Any,
) -> Directive:
    fields = {"title": f"Văn bản thử {key}", "summary": "Văn bản thử.", "sources": SOURCES} | more
    return Directive(id=key, number=number, kind=kind, issued=issued, issuer=issuer, **fields)
