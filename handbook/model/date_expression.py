"""Date expressions: what a document says about time, kept at its own precision.

“trước” is exclusive, “chậm nhất” and “đến hết” are inclusive, and a month never becomes a day.
An expression always keeps the printed words; one that names an impossible day has no value at all
and points to the editorial note that explains it.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from handbook.model.base import ItemId, Model, PartialDate, Text

Weekday = Literal["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"]
Cycle = Literal["tháng", "quý", "6 tháng", "năm"]
Year = Annotated[str, StringConstraints(pattern=r"^\d{4}$")]


class Expression(Model):
    """What all date expressions share."""

    printed: Text = Field(description="Nguyên văn trong văn bản, ví dụ “trước 15/12/2020”.")


class On(Expression):
    """An event on a day, or at some time in a month, quarter, half-year or year."""

    type: Literal["vào"]
    date: PartialDate
    weekday: Weekday | None = Field(None, description="Thứ như in trong văn bản (được kiểm tra).")


class Before(Expression):
    """A deadline that excludes the date: “trước 15/12/2020” allows 14/12/2020 at the latest."""

    type: Literal["trước"]
    date: PartialDate
    weekday: Weekday | None = Field(None, description="Thứ như in trong văn bản (được kiểm tra).")


class By(Expression):
    """A deadline that includes the date: “chậm nhất 11/12/2023”, “đến hết năm 2023”."""

    type: Literal["chậm nhất"]
    date: PartialDate
    weekday: Weekday | None = Field(None, description="Thứ như in trong văn bản (được kiểm tra).")


class Within(Expression):
    """Some time inside a month, quarter, half-year or year: “trong tháng 01/2021”."""

    type: Literal["trong"]
    date: PartialDate


class Range(Expression):
    """From one date until another, both included."""

    type: Literal["khoảng"]
    start: PartialDate | None = Field(
        None, alias="from", description="Từ (để trống nếu không nêu)."
    )
    until: PartialDate


class Due(Model):
    """The day a recurring duty falls due inside each cycle."""

    bound: Literal["trước", "chậm nhất", "vào"]
    day: Annotated[int, Field(ge=1, le=31)] = Field(description="Ngày trong tháng.")
    month: Literal["đầu kỳ", "cuối kỳ"] | Annotated[int, Field(ge=1, le=12)] = Field(
        "cuối kỳ", description="Tháng nào của kỳ: “đầu kỳ”, “cuối kỳ”, hoặc số tháng trong năm."
    )


class Recurring(Expression):
    """A duty that comes back: monthly, quarterly, half-yearly, yearly."""

    type: Literal["định kỳ"]
    every: Annotated[tuple[Cycle, ...], Field(min_length=1)]
    due: Due | None = Field(None, description="Hạn trong mỗi kỳ; bỏ trống nếu văn bản không nêu.")
    start: PartialDate | None = Field(None, alias="from")
    until: PartialDate | None = None


class Relative(Expression):
    """Counted from another milestone of the same plan: “sau hội nghị 05 ngày”."""

    type: Literal["theo mốc"]
    milestone: ItemId
    days: int = Field(description="Số ngày sau mốc (số âm: trước mốc).")
    working_days: bool = Field(False, description="true nếu văn bản ghi “ngày làm việc”.")


class Term(Expression):
    """A term of office (nhiệm kỳ)."""

    type: Literal["nhiệm kỳ"]
    start: Year = Field(alias="from")
    until: Year


class Unspecified(Expression):
    """The document asks for something but names no date: “theo quy định”, “định kỳ”."""

    type: Literal["không nêu"]


class Impossible(Expression):
    """The document prints a day that does not exist; there is no value, only the printed words."""

    type: Literal["không có thật"]
    note: ItemId = Field(description="Mã ghi chú biên tập giải thích (bắt buộc).")


DateExpression = Annotated[
    On | Before | By | Within | Range | Recurring | Relative | Term | Unspecified | Impossible,
    Field(discriminator="type"),
]
