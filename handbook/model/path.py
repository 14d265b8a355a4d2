"""What leads a newcomer: a role's path over 7, 30 and 90 days, and the ways in on the home page.

Nothing here is a duty: it is the editors' advice about what to read, do, ask and know, and in which
order.  Duties stand in plans; a path links to them.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from handbook.model.base import (
    AreaId,
    BodyId,
    ConceptId,
    DocumentId,
    ItemRef,
    Model,
    PathId,
    PlanId,
    ProcedureId,
    Record,
    Remark,
    RoleId,
    Text,
)


class _Reading(Model):
    """A page to open, and what for."""

    note: Remark | None = Field(None, description="Đọc để làm gì, một câu ngắn.")


class ConceptReading(_Reading):
    """An explanation."""

    type: Literal["khái niệm"]
    concept: ConceptId = Field(description="Mã khái niệm.")


class ProcedureReading(_Reading):
    """A procedure."""

    type: Literal["quy trình"]
    procedure: ProcedureId = Field(description="Mã quy trình.")


class DocumentReading(_Reading):
    """A plan or directive."""

    type: Literal["văn bản"]
    document: DocumentId = Field(description="Mã văn bản.")


class OutlineReading(_Reading):
    """The outline of a plan."""

    type: Literal["đề cương"]
    plan: PlanId = Field(description="Mã văn bản có đề cương.")


class AreaReading(_Reading):
    """All that is asked in an area."""

    type: Literal["lĩnh vực"]
    area: AreaId = Field(description="Mã lĩnh vực.")


class RoleReading(_Reading):
    """All that is asked of a role."""

    type: Literal["vai trò"]
    role: RoleId = Field(description="Mã vai trò.")


class PathReading(_Reading):
    """The path of a role."""

    type: Literal["lộ trình"]
    path: PathId = Field(description="Mã lộ trình.")


class PageReading(_Reading):
    """A hand-written page: `thuat-ngu` is `docs/thuat-ngu/index.md`."""

    type: Literal["trang"]
    page: Annotated[Text, StringConstraints(pattern=r"^[a-z0-9-]+(/[a-z0-9-]+)*$")] = Field(
        description="Địa chỉ trang, không có gạch chéo ở đầu và cuối."
    )
    text: Text = Field(description="Tên hiện ra.")


Reading = Annotated[
    ConceptReading
    | ProcedureReading
    | DocumentReading
    | OutlineReading
    | AreaReading
    | RoleReading
    | PathReading
    | PageReading,
    Field(discriminator="type"),
]


class PathTask(Model):
    """Something to do oneself."""

    text: Remark = Field(description="Làm gì, một câu.")
    item: ItemRef | None = Field(
        None, description="Việc mẫu trong một văn bản: “mã-văn-bản#mã-mục”."
    )
    page: Reading | None = Field(None, description="Trang dùng khi làm.")


class Meeting(Model):
    """Somebody to meet, and what to ask."""

    who: Remark = Field(description="Gặp ai (chức danh, bộ phận; không ghi tên người).")
    ask: Remark = Field(description="Hỏi gì.")
    bodies: tuple[BodyId, ...] = Field((), description="Đơn vị có bản ghi, nếu có.")


class Knowing(Model):
    """A question to be able to answer, and the page where the answer is."""

    question: Remark = Field(description="Câu hỏi.")
    where: Reading


class Stage(Model):
    """What to read, do, ask and know within some days."""

    goal: Remark = Field(description="Hết giai đoạn này thì làm được gì, một câu.")
    read: Annotated[tuple[Reading, ...], Field(min_length=1)] = Field(
        description="Đọc gì, theo thứ tự."
    )
    do: tuple[PathTask, ...] = Field((), description="Tự làm gì.")
    meet: tuple[Meeting, ...] = Field((), description="Gặp ai.")
    know: tuple[Knowing, ...] = Field((), description="Trả lời được câu nào.")


class Path(Record):
    """The path of a role (lộ trình)."""

    role: RoleId = Field(description="Mã vai trò của lộ trình này.")
    title: Remark = Field(description="Tên lộ trình.")
    summary: Remark = Field(description="Lộ trình này dành cho ai, một hai câu.")
    order: int = Field(description="Thứ tự trong danh sách.")
    first_week: Stage = Field(description="7 ngày đầu.")
    first_month: Stage = Field(description="30 ngày.")
    first_quarter: Stage = Field(description="90 ngày.")


class WayIn(Record):
    """A way in on the home page: what a reader says, and the pages that answer it."""

    title: Remark = Field(description="Lời của người đọc: “Tôi vừa nhận một văn bản”.")
    order: int = Field(description="Thứ tự trên trang đầu.")
    pages: Annotated[tuple[Reading, ...], Field(min_length=1)] = Field(
        description="Mở trang nào, theo thứ tự."
    )
