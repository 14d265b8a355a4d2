"""A plan: a document broken into who must do what, by when, for which target, on which outline."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from handbook.model.base import (
    AreaId,
    At,
    BodyId,
    DocumentId,
    EditorialNote,
    ItemId,
    Model,
    Part,
    PlanId,
    Prose,
    Remark,
    Source,
    Statement,
    Text,
)
from handbook.model.date_expression import DateExpression
from handbook.model.document import Document
from handbook.model.outline import Outline


class HeadLine(Model):
    """A line of the document's head, exactly as printed."""

    part: Literal["số, ký hiệu", "địa danh, ngày tháng", "tên loại", "trích yếu", "kính gửi"]
    text: Text = Field(description="Nguyên văn dòng ấy.")
    at: At


class Heading(Model):
    """A heading outside the outline, exactly as printed."""

    number: Text | None = Field(description="Số mục như in; null nếu không có.")
    title: Prose = Field(description="Tiêu đề, đúng như văn bản.")
    level: Annotated[int, Field(ge=0, le=6)] = Field(description="Cấp của tiêu đề: số nhỏ ở trên.")
    at: At


class Task(Part):
    """What a body must do."""

    id: ItemId = Field(description="Mã nhiệm vụ trong văn bản này, ví dụ “nv-1”.")
    what: Prose = Field(description="Phải làm gì, bằng lời dễ hiểu.")
    body: BodyId | None = Field(None, description="Đơn vị chủ trì (bắt buộc).")
    inferred: bool = Field(False, description="true nếu văn bản không nêu đơn vị mà suy ra.")
    support: tuple[BodyId, ...] = Field((), description="Đơn vị phối hợp.")
    milestone: ItemId | None = Field(None, description="Mã mốc thời gian của nhiệm vụ này.")
    period: ItemId | None = Field(None, description="Mã thời kỳ số liệu mà nhiệm vụ này nói tới.")
    targets: tuple[ItemId, ...] = Field((), description="Mã chỉ tiêu mà nhiệm vụ này nhắm tới.")
    directives: tuple[DocumentId, ...] = Field((), description="Văn bản mà nhiệm vụ này thực hiện.")
    sections: tuple[Text, ...] = Field((), description="Mục đề cương nhận kết quả, ví dụ “II.1”.")
    area: AreaId = Field(description="Lĩnh vực công tác.")
    at: At


class Submission(Model):
    """Where a report or registration goes."""

    to: tuple[BodyId, ...] = Field((), description="Đơn vị nhận.")
    via: Prose | None = Field(None, description="Cách gửi như văn bản nêu.")


class Move(Part):
    """Another document set a new time for a milestone; the one first printed stays visible."""

    by: DocumentId = Field(description="Mã văn bản đã dời mốc này.")
    when: DateExpression = Field(description="Thời gian mới, đúng như văn bản đó ghi.")
    place: Text | None = Field(None, description="Chỗ ghi trong văn bản đó: “mục 2”.")
    note: Prose | None = Field(None, description="Lý do, nếu văn bản đó nêu.")


class Milestone(Part):
    """Something that happens, or must be done, by a time the document names (or fails to name)."""

    id: ItemId = Field(description="Mã mốc, ví dụ “moc-1”.")
    what: Prose = Field(description="Việc gì đến hạn hay diễn ra, bằng lời dễ hiểu.")
    kind: Literal[
        "báo cáo", "hội nghị", "đăng ký", "hoàn thành", "ban hành", "khảo sát", "nhiệm kỳ", "khác"
    ]
    bodies: Annotated[tuple[BodyId, ...], Field(min_length=1)] = Field(description="Ai phải làm.")
    inferred: bool = Field(False, description="true nếu văn bản không nêu đơn vị mà suy ra.")
    when: DateExpression | None = Field(
        None, description="Khi nào (bắt buộc), như văn bản này in, kể cả khi đã bị dời."
    )
    moved: tuple[Move, ...] = Field(
        (), description="Văn bản khác đã dời mốc này; lần sau cùng đứng cuối."
    )
    submission: Submission | None = Field(None, description="Nộp đi đâu.")
    place: Text | None = Field(None, description="Địa điểm.")
    outline: PlanId | None = Field(None, description="Theo đề cương của văn bản nào.")
    at: At

    @property
    def current(self) -> DateExpression | None:
        """The time that holds now: the last one set by another document, else the printed one."""
        return self.moved[-1].when if self.moved else self.when


class Period(Part):
    """A period, term, anniversary or horizon the document speaks of; nothing falls due."""

    id: ItemId = Field(description="Mã thời kỳ, ví dụ “tk-1”.")
    what: Prose = Field(description="Thời kỳ nói về điều gì.")
    kind: Literal["kỳ số liệu", "nhiệm kỳ", "kỷ niệm", "giai đoạn", "năm công tác", "thường kỳ"]
    when: DateExpression
    at: At


class Target(Part):
    """A target: an indicator and the value it should reach."""

    id: ItemId = Field(description="Mã chỉ tiêu, ví dụ “ct-1”.")
    indicator: Prose = Field(description="Chỉ tiêu đo cái gì.")
    operator: Literal["bằng", "ít nhất", "trên", "khoảng", "hầu hết", "dưới", "nhiều nhất"]
    value: int | float | None = Field(description="Giá trị; null nếu văn bản chỉ nói định tính.")
    unit: Text | None = Field(None, description="Đơn vị tính.")
    printed: Prose = Field(description="Nguyên văn.")
    when: DateExpression
    bodies: Annotated[tuple[BodyId, ...], Field(min_length=1)] = Field(description="Ai phải đạt.")
    inferred: bool = Field(False, description="true nếu văn bản không nêu đơn vị mà suy ra.")
    area: AreaId = Field(description="Lĩnh vực công tác.")
    directives: tuple[DocumentId, ...] = Field((), description="Văn bản mà chỉ tiêu này thực hiện.")
    at: At


class Participant(Part):
    """Who is invited or summoned to a conference."""

    group: Text = Field(description="Nhóm như in: “Đại biểu mời”, “Đại biểu triệu tập”.")
    who: Prose = Field(description="Những ai, như văn bản nêu.")
    bodies: tuple[BodyId, ...] = Field((), description="Đơn vị có bản ghi, nếu có.")
    condition: Prose | None = Field(None, description="Điều kiện, cơ cấu, số lượng kèm theo.")
    milestone: ItemId = Field(description="Mã mốc của hội nghị.")
    at: At


class Recipient(Part):
    """A line of “Nơi nhận” or “Kính gửi”, exactly as printed."""

    text: Prose = Field(description="Nguyên văn dòng ấy.")
    part: Literal["nơi nhận", "kính gửi"] = "nơi nhận"
    bodies: tuple[BodyId, ...] = Field((), description="Đơn vị có bản ghi, nếu có.")
    purpose: Text | None = Field(None, description="Để làm gì, như in: “B/c”, “Phối hợp”.")
    at: At


class Contact(Part):
    """Whom to ask when something is unclear, where the document says so."""

    body: BodyId = Field(description="Hỏi, phản ánh về đơn vị nào.")
    via: BodyId | None = Field(None, description="Qua bộ phận nào của đơn vị ấy.")
    printed: Prose = Field(description="Nguyên văn.")
    at: At


class Signer(Part):
    """The signature block.  What is missing stays missing."""

    name: Text = Field(description="Họ tên như in.")
    title: Text | None = Field(description="Chức vụ như in; null nếu bản nhập mất.")
    authority: Text | None = Field(description="Thẩm quyền như in (“TM. BAN THƯỜNG VỤ”).")
    at: At
    note: Remark | None = Field(None, description="Ghi chú.")


class Attachment(Part):
    """Something the document says is attached."""

    what: Prose = Field(description="Kèm theo cái gì, như văn bản nêu.")
    held: bool = Field(description="true nếu đã có trong tệp nguồn.")
    directive: DocumentId | None = Field(
        None, description="Thuộc văn bản nào, nếu của văn bản khác."
    )
    at: At


class SelfCitation(Model):
    """Where the document speaks of itself: “Kế hoạch này”."""

    printed: Text = Field(description="Nguyên văn: “Kế hoạch này”.")
    at: At


class Plan(Document):
    """A document we hold, complete: every paragraph of it is one of these items."""

    summary: Prose = Field(description="Văn bản này nói gì, hai ba câu, cho người mới.")
    head: Annotated[tuple[HeadLine, ...], Field(min_length=1)]
    preamble: tuple[Statement, ...] = Field((), description="Phần mở đầu, căn cứ.")
    headings: tuple[Heading, ...] = ()
    purpose: tuple[Statement, ...] = Field((), description="Mục đích.")
    requirements: tuple[Statement, ...] = Field((), description="Yêu cầu.")
    content: tuple[Statement, ...] = Field(
        (), description="Nội dung, định hướng không giao riêng cho ai."
    )
    tasks: tuple[Task, ...] = ()
    participants: tuple[Participant, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    periods: tuple[Period, ...] = ()
    targets: tuple[Target, ...] = ()
    outline: Outline | None = None
    attachments: tuple[Attachment, ...] = ()
    self_citations: tuple[SelfCitation, ...] = ()
    closing: tuple[Statement, ...] = Field((), description="Phần kết của văn bản.")
    contacts: tuple[Contact, ...] = Field((), description="Hỏi ai khi có vướng mắc.")
    recipients: tuple[Recipient, ...] = ()
    signer: Signer | None = Field(None, description="Người ký.")
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]
    notes: tuple[EditorialNote, ...] = ()

    def milestone(self, milestone_id: str | None) -> Milestone | None:
        """Give the milestone of that id; a check reports an id that names none."""
        return next((one for one in self.milestones if one.id == milestone_id), None)
