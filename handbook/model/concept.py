"""A concept: the name, sources and questions of a hand-written explanation."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from handbook.model.base import Record, Remark, Source
from handbook.model.questions import Question


class Concept(Record):
    """An explanation; its text is the hand-written page `docs/khai-niem/<id>.md`."""

    title: Remark = Field(description="Tên khái niệm.")
    summary: Remark = Field(description="Đọc xong thì hiểu điều gì, một câu.")
    order: int = Field(description="Thứ tự trong danh sách.")
    questions: tuple[Question, ...] = Field((), description="Câu hỏi tự kiểm tra, ba đến sáu câu.")
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]
