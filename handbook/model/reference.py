"""The records plans and directives refer to: bodies, areas, roles, glossary terms, procedures."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import Field

from handbook.model.base import (
    AreaId,
    At,
    BodyId,
    DocumentId,
    Fact,
    ItemId,
    ItemRef,
    Model,
    Part,
    PartialDate,
    PlanId,
    Record,
    Remark,
    RoleId,
    Source,
    TermId,
    Text,
)

BodyLevel = Literal["trung ương", "tỉnh", "huyện", "cơ sở", "bộ phận"]
BODY_LEVELS: tuple[BodyLevel, ...] = get_args(BodyLevel)
"""From the top down."""
BodyKind = Literal["công đoàn", "Đảng", "chính quyền", "đoàn thể", "doanh nghiệp"]


class Existence(Model):
    """When a body existed, as far as a source says."""

    start: PartialDate | None = Field(None, alias="from", description="Bắt đầu từ, nếu biết.")
    until: PartialDate | None = Field(None, description="Kết thúc lúc nào, nếu biết.")
    source: ItemId = Field(description="Mã nguồn (trong “sources” của bản ghi này).")
    note: Remark | None = Field(None, description="Ghi chú.")


class Body(Record):
    """An organisation, department or class of them (đơn vị, tổ chức, bộ phận)."""

    name: Text = Field(description="Tên đầy đủ.")
    short_name: Text | None = Field(None, description="Tên gọi ngắn: “LĐLĐ quận Thủ Đức”.")
    aliases: tuple[Text, ...] = Field((), description="Các cách gọi khác đã gặp trong văn bản.")
    level: BodyLevel = Field(description="Cấp của đơn vị.")
    kind: BodyKind = Field(description="Thuộc tổ chức nào.")
    parent: BodyId | None = Field(None, description="Đơn vị cấp trên.")
    group: bool = Field(False, description="true nếu là một nhóm đơn vị (“các CĐCS trực thuộc…”).")
    general: BodyId | None = Field(
        None, description="Bản ghi nói chung về loại đơn vị này, ví dụ “cong-doan-co-so”."
    )
    roles: tuple[RoleId, ...] = Field((), description="Vai trò của người đọc làm ở đây.")
    summary: Remark | None = Field(None, description="Đơn vị này là gì, một câu.")
    existed: Existence | None = Field(None, description="Thời gian tồn tại, nếu có nguồn.")
    present: Fact | None = Field(
        None,
        description="Nay ra sao, một câu có nguồn: hiện trên đầu trang các văn bản đã ban hành.",
    )
    successors: tuple[BodyId, ...] = Field((), description="Đơn vị kế tục, nếu có nguồn.")
    facts: tuple[Fact, ...] = Field((), description="Những điều đã biết, có nguồn.")
    unknown: tuple[Remark, ...] = Field((), description="Những điều chưa rõ.")
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]


class Area(Record):
    """An area of union work (lĩnh vực công tác)."""

    name: Text = Field(description="Tên lĩnh vực.")
    summary: Remark = Field(description="Lĩnh vực này gồm việc gì, một câu.")
    order: int = Field(description="Thứ tự trong danh sách.")
    aliases: tuple[Text, ...] = Field((), description="Các cách gọi khác.")


class Role(Record):
    """A reader's role: the way in for “việc của tôi”."""

    name: Text = Field(description="Tên vai trò: “Chủ tịch công đoàn cơ sở”.")
    summary: Remark = Field(description="Vai trò này làm gì, một câu.")
    order: int = Field(description="Thứ tự trong danh sách.")
    areas: tuple[AreaId, ...] = Field((), description="Lĩnh vực mà vai trò này nên theo dõi.")
    see_also: tuple[RoleId, ...] = Field((), description="Vai trò nên xem thêm.")
    facts: tuple[Fact, ...] = Field((), description="Vai trò này là gì, theo nguồn.")
    sources: tuple[Source, ...] = ()


class Occurrence(Model):
    """Where a term stands in a plan."""

    plan: PlanId = Field(description="Mã văn bản.")
    at: At


class GlossaryTerm(Record):
    """An abbreviation or term with its expansion and what it means to a new officer."""

    abbreviation: Text = Field(description="Chữ viết tắt hoặc thuật ngữ, đúng như in.")
    expansion: Remark = Field(description="Viết đầy đủ.")
    meaning: Remark = Field(description="Giải thích cho người mới, một hai câu.")
    ambiguous: bool = Field(False, description="true nếu chữ này có hơn một nghĩa.")
    variants: tuple[Text, ...] = Field((), description="Cách viết khác đã gặp.")
    in_text: tuple[Text, ...] | None = Field(
        None,
        description="Cách viết được giải thích ngay trong bài. Bỏ trống: chữ viết tắt và các cách "
        "viết khác. Danh sách rỗng []: không giải thích, vì chữ này còn dùng với nghĩa khác.",
    )
    see_also: tuple[TermId, ...] = Field((), description="Thuật ngữ nên xem thêm.")
    seen_in: tuple[Occurrence, ...] = ()
    sources: tuple[Source, ...] = ()


class StepCitation(Model):
    """The clause that asks for a step."""

    document: DocumentId = Field(description="Mã văn bản nêu việc này.")
    at: At


class Pitfall(Model):
    """What goes wrong at a step, and the editorial note that shows it in a document."""

    text: Remark = Field(description="Điều hay sai và cách tránh, một hai câu.")
    note: ItemRef | None = Field(None, description="Ghi chú biên tập làm chứng: “mã-văn-bản#gc-1”.")


class Step(Part):
    """One step of a procedure.

    A step may be joined to the one before it: done beside it (“và”) or instead of it (“hoặc”).
    Joined steps count as one: in “1, 2, hoặc, 3” there are three.
    """

    id: ItemId = Field(description="Mã bước, ví dụ “buoc-1”.")
    title: Remark = Field(description="Tên bước: làm gì, vài chữ.")
    join: Literal["và", "hoặc"] | None = Field(
        None, description="Nối với bước ngay trước: “và” (làm cả hai), “hoặc” (làm một trong hai)."
    )
    text: Remark = Field(description="Làm gì. Câu ngắn; không quá 90 chữ.")
    bodies: tuple[BodyId, ...] = Field(
        (), description="Ai làm. Bỏ trống ở bước gợi ý: chính người đọc làm."
    )
    when: Remark | None = Field(
        None, description="Làm khi nào, bằng lời; văn bản không nêu thì ghi là không nêu."
    )
    milestones: tuple[ItemRef, ...] = Field(
        (), description="Mốc thời gian của bước: “mã-văn-bản#moc-1”."
    )
    items: tuple[ItemRef, ...] = Field(
        (), description="Nhiệm vụ, mốc liên quan: “mã-văn-bản#mã-mục”."
    )
    outline: PlanId | None = Field(None, description="Theo đề cương của văn bản nào.")
    form: Remark | None = Field(
        None, description="Mẫu, tệp dùng ở bước này, khi không phải đề cương đã nhập."
    )
    documents: tuple[DocumentId, ...] = Field(
        (), description="Văn bản cần có trong tay ở bước này, ngoài văn bản nêu việc."
    )
    result: Remark | None = Field(None, description="Xong bước này thì có gì.")
    pitfalls: tuple[Pitfall, ...] = Field((), description="Điều hay sai.")
    advice: bool = Field(False, description="true nếu là gợi ý của ban biên tập.")
    cites: tuple[StepCitation, ...] = Field(
        (), description="Điều khoản nêu việc; ở bước gợi ý: chỗ lấy làm ví dụ."
    )


class Procedure(Record):
    """How a piece of work is done, step by step, across documents."""

    title: Remark = Field(description="Tên quy trình.")
    summary: Remark = Field(description="Quy trình này để làm gì, một hai câu.")
    order: int = Field(description="Thứ tự trong danh sách.")
    roles: tuple[RoleId, ...] = Field(
        (), description="Dành cho ai: bước của đơn vị mang vai trò này là bước “tôi làm”."
    )
    plans: tuple[PlanId, ...] = Field((), description="Các văn bản có nêu việc này.")
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]
