"""Everyday words: what people say who do not know the documents' words.  The search reads them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from handbook.model.base import Model, Record, Text

Phrases = Annotated[tuple[Text, ...], Field(min_length=1)]


class Wording(Model):
    """What is said, and the words of the documents that mean it."""

    say: Phrases = Field(description="Người đọc gõ gì, có dấu: “giải tán”. Tránh chữ một âm tiết.")
    means: Phrases = Field(description="Văn bản viết thế nào: “kết thúc hoạt động”.")


class WordTable(Record):
    """A table of everyday words, one row for each thing that is meant."""

    title: Text = Field(description="Tên bảng.")
    rows: Annotated[tuple[Wording, ...], Field(min_length=1)]
