"""Documents: what plans and directives share, and the directive itself.

*Plan* (kế hoạch, hướng dẫn) is a document we hold and have broken into tasks and deadlines;
*directive* (văn bản chỉ đạo) is a document that others cite.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from handbook.model.base import (
    AreaId,
    At,
    BodyId,
    DocumentId,
    EditorialNote,
    Fact,
    ItemId,
    Model,
    Part,
    PartialDate,
    Prose,
    Record,
    Remark,
    Source,
    Text,
)
from handbook.model.date_expression import Year

DocumentKind = Literal[
    "Báo cáo",
    "Chương trình",
    "Chương trình công tác",
    "Chương trình hành động",
    "Chỉ thị",
    "Công văn",
    "Hiến pháp",
    "Hướng dẫn",
    "Kế hoạch",
    "Kết luận",
    "Luật",
    "Nghị quyết",
    "Nghị định",
    "Quy chế",
    "Quy định",
    "Quyết định",
    "Thông báo",
    "Thông tư",
    "Thông tư liên tịch",
    "Tờ trình",
    "Văn bản hợp nhất",
    "Điều lệ",
]

RelationType = Literal[
    "căn cứ",
    "thực hiện",
    "hướng dẫn",
    "dẫn chiếu",
    "thay thế",
    "sửa đổi, bổ sung",
    "hợp nhất",
    "bãi bỏ",
    "sơ kết, tổng kết",
]
"""Stored once, in the active direction: *this* document <type> the other one."""


class Citation(Model):
    """One place where a document names another."""

    printed: Text = Field(description="Nguyên văn cụm từ dẫn chiếu.")
    locator: Text | None = Field(None, description="Phần được dẫn: “mục IV”, “Điều 5 khoản 2”…")
    at: At


class Relation(Part):
    """What this document does to another, with the places that say so."""

    type: RelationType = Field(description="Văn bản này … văn bản kia.")
    to: DocumentId = Field(description="Mã văn bản kia.")
    citations: tuple[Citation, ...] = Field((), description="Các chỗ nhắc tới trong văn bản.")
    source: ItemId | None = Field(None, description="Mã nguồn, khi biết từ nguồn ngoài.")
    note: Remark | None = Field(None, description="Ghi chú.")


class TermOfOffice(Model):
    """The term a document belongs to."""

    start: Year = Field(alias="from", description="Từ năm.")
    until: Year = Field(description="Đến năm.")


class Validity(Model):
    """What is known of a document's force, from whom.  Shown as words; never computed silently."""

    state: Literal["còn hiệu lực", "hết hiệu lực", "chưa rõ"]
    start: PartialDate | None = Field(None, alias="from", description="Có hiệu lực từ.")
    until: PartialDate | None = Field(None, description="Hết hiệu lực từ.")
    source: ItemId | None = Field(None, description="Mã nguồn.")
    note: Remark | None = Field(None, description="Ghi chú.")


class Document(Record):
    """The attribute block of any document."""

    number: Text | None = Field(description="Số, ký hiệu như in; null nếu văn bản không có số.")
    canonical_number: Text | None = Field(
        None, description="Số, ký hiệu viết chuẩn, khi bản in có lỗi hay thừa dấu cách."
    )
    kind: DocumentKind = Field(description="Tên loại văn bản.")
    title: Prose = Field(description="Trích yếu, đúng như văn bản.")
    title_inferred: bool = Field(
        False, description="true nếu chưa đọc được trích yếu: tên do ban biên tập ghi."
    )
    short_title: Text | None = Field(
        None, description="Tên gọi ngắn của ban biên tập, để hiện ở danh sách."
    )
    issued: PartialDate | None = Field(description="Ngày ban hành; null nếu không in.")
    issued_note: Remark | None = Field(None, description="Giải thích về ngày ban hành.")
    place: Text | None = Field(None, description="Địa danh.")
    term: TermOfOffice | None = Field(None, description="Nhiệm kỳ.")
    issuer: BodyId | None = Field(description="Cơ quan ban hành; null nếu chưa rõ.")
    issuer_printed: Text | None = Field(None, description="Cơ quan ban hành như in.")
    issuer_inferred: bool = Field(False, description="true nếu suy ra từ nội dung.")
    areas: tuple[AreaId, ...] = Field((), description="Lĩnh vực công tác.")
    validity: Validity | None = Field(None, description="Hiệu lực, nếu có nguồn.")
    aliases: tuple[Text, ...] = Field((), description="Các cách viết khác đã gặp của số hoặc tên.")
    relations: tuple[Relation, ...] = ()


class Directive(Document):
    """A document that plans carry out or cite; its text need not be held."""

    summary: Remark = Field(description="Văn bản này là gì, một hai câu.")
    generic: bool = Field(
        False, description="true nếu là tên chung của nhiều văn bản (“nghị quyết đại hội các cấp”)."
    )
    facts: tuple[Fact, ...] = Field((), description="Những điều đã biết, có nguồn.")
    unknown: tuple[Remark, ...] = Field((), description="Những điều chưa rõ.")
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]
    notes: tuple[EditorialNote, ...] = ()
