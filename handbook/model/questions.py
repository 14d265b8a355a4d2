"""Questions by which a reader checks what was understood; most are answered from the records.

A question that names an item or a document has no answer of its own: it is made from the record
on every build, so that a changed record changes the answer.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from handbook.model.base import DocumentId, ItemId, ItemRef, Model, Remark


class WrittenQuestion(Model):
    """A question whose answer no field of a record holds."""

    type: Literal["viết tay"]
    question: Remark = Field(description="Câu hỏi.")
    answer: Remark = Field(description="Câu trả lời.")
    reason: Remark = Field(description="Vì sao, một hai câu.")
    source: ItemId = Field(description="Mã nguồn (trong “sources” của bản ghi này).")


class ItemQuestion(Model):
    """A question about a task or milestone of a plan."""

    type: Literal["hạn", "ai làm", "nộp cho ai", "theo mẫu nào"]
    item: ItemRef = Field(description="Mục được hỏi: “mã-văn-bản#mã-mục”.")


class DocumentQuestion(Model):
    """A question about what a document is and does to others."""

    type: Literal["thực hiện văn bản nào", "ai ban hành", "ban hành ngày nào"]
    document: DocumentId = Field(description="Văn bản được hỏi.")


Question = Annotated[WrittenQuestion | ItemQuestion | DocumentQuestion, Field(discriminator="type")]
