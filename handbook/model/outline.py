"""Report outlines (đề cương): a tree of headings with what to write under each."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from handbook.model.base import AreaId, At, BodyId, Model, Part, Prose, Statement, Text


class Section(Part):
    """One heading of an outline and what belongs under it."""

    number: Text | None = Field(
        description="Số mục như in: “I”, “1”, “PHẦN THỨ NHẤT”; null nếu gạch đầu dòng."
    )
    heading: Prose = Field(description="Tiêu đề, đúng như văn bản.")
    at: At
    area: AreaId | None = Field(None, description="Lĩnh vực công tác.")
    guidance: tuple[Statement, ...] = Field((), description="Hướng dẫn viết gì ở mục này.")
    data: tuple[Prose, ...] = Field((), description="Số liệu cần có.")
    contributors: tuple[BodyId, ...] = Field((), description="Đơn vị được giao viết mục này.")
    children: tuple[Section, ...] = ()


class Outline(Model):
    """The outline of a report."""

    title: Prose = Field(description="Tên đề cương, đúng như văn bản.")
    at: At
    introduction: tuple[Statement, ...] = ()
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]
