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
Cycle = Literal[
    "tuần", "2 tuần", "tháng", "2 tháng", "quý", "4 tháng", "6 tháng", "9 tháng", "năm",
    "2 năm", "3 năm", "5 năm",
]  # fmt: skip
Bound = Literal["trước", "chậm nhất", "vào"]
Unit = Literal["giờ", "ngày", "tuần", "tháng", "năm"]
Year = Annotated[str, StringConstraints(pattern=r"^\d{4}$")]
Clock = Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-4]):[0-5]\d$")]

_WEEKDAY = "Thứ như in trong văn bản (được kiểm tra)."
_CLOCK = "Giờ như in, ví dụ “17:00”."


class Expression(Model):
    """What all date expressions share."""

    printed: Text = Field(description="Nguyên văn trong văn bản, ví dụ “trước 15/12/2020”.")


class On(Expression):
    """An event on a day, or at some time in a month, quarter, half-year or year."""

    type: Literal["vào"]
    date: PartialDate = Field(
        description="Ngày, tháng, quý hay năm, chính xác đến đâu thì ghi đến đó."
    )
    weekday: Weekday | None = Field(None, description=_WEEKDAY)
    time: Clock | None = Field(None, description=_CLOCK)


class Before(Expression):
    """A deadline that excludes the date: “trước 15/12/2020” allows 14/12/2020 at the latest.

    With an hour it excludes the hour, and the day itself is still allowed.
    """

    type: Literal["trước"]
    date: PartialDate = Field(
        description="Ngày, tháng, quý hay năm, chính xác đến đâu thì ghi đến đó."
    )
    weekday: Weekday | None = Field(None, description=_WEEKDAY)
    time: Clock | None = Field(None, description=_CLOCK)


class By(Expression):
    """A deadline that includes the date: “chậm nhất 11/12/2023”, “đến hết năm 2023”."""

    type: Literal["chậm nhất"]
    date: PartialDate = Field(
        description="Ngày, tháng, quý hay năm, chính xác đến đâu thì ghi đến đó."
    )
    weekday: Weekday | None = Field(None, description=_WEEKDAY)
    time: Clock | None = Field(None, description=_CLOCK)


class Within(Expression):
    """Some time inside a month, quarter, half-year or year: “trong tháng 01/2021”."""

    type: Literal["trong"]
    date: PartialDate = Field(
        description="Ngày, tháng, quý hay năm, chính xác đến đâu thì ghi đến đó."
    )


class Since(Expression):
    """From a date on, the date included, with no end: “từ ngày 01/7/2025”."""

    type: Literal["từ"]
    date: PartialDate = Field(
        description="Ngày, tháng, quý hay năm, chính xác đến đâu thì ghi đến đó."
    )


class After(Expression):
    """After a date, the date excluded, with no end: “sau ngày 15/12/2020”."""

    type: Literal["sau"]
    date: PartialDate = Field(
        description="Ngày, tháng, quý hay năm, chính xác đến đâu thì ghi đến đó."
    )


class Range(Expression):
    """From one date until another, both included."""

    type: Literal["khoảng"]
    start: PartialDate | None = Field(
        None, alias="from", description="Từ (để trống nếu không nêu)."
    )
    until: PartialDate = Field(description="Đến.")


PartOfMonth = Literal[
    "cả tháng",
    "cuối tháng",
    "tuần cuối tháng",
    "ngày làm việc đầu tháng",
    "ngày làm việc cuối tháng",
]


Nth = Literal["đầu tiên", "thứ hai", "thứ ba", "thứ tư", "cuối cùng"]


class Due(Model):
    """When a recurring duty falls due inside each cycle."""

    bound: Bound
    day: Annotated[int, Field(ge=1, le=31)] | PartOfMonth = Field(
        "cả tháng", description="Ngày trong tháng, hoặc “cuối tháng”, “cả tháng”…"
    )
    from_day: Annotated[int, Field(ge=1, le=31)] | None = Field(
        None, description="Ngày bắt đầu, khi văn bản nêu “từ ngày … đến ngày …”."
    )
    from_month: Annotated[int, Field(ge=1, le=12)] | None = Field(
        None, description="Tháng bắt đầu, khi khác tháng kết thúc."
    )
    month: (
        Literal["đầu kỳ", "giữa kỳ", "cuối kỳ", "đầu kỳ sau"]
        | Annotated[int, Field(ge=1, le=12)]
        | Literal["Q1", "Q2", "Q3", "Q4"]
    ) = Field(
        "cuối kỳ",
        description="Tháng nào của kỳ (hoặc tháng đầu của kỳ sau), hay số tháng, quý trong năm.",
    )
    next_year: bool = Field(False, description="true nếu văn bản ghi “năm sau”.")
    weekday: Weekday | None = Field(None, description="Thứ trong tuần, khi lặp lại hàng tuần.")
    nth: Nth | None = Field(
        None, description="Thứ ấy lần mấy trong tháng: “thứ Sáu cuối cùng của tháng”."
    )


class Recurring(Expression):
    """A duty that comes back: weekly, monthly, quarterly, half-yearly, yearly …"""

    type: Literal["định kỳ"]
    every: Annotated[tuple[Cycle, ...], Field(min_length=1)]
    due: Due | None = Field(None, description="Hạn trong mỗi kỳ; bỏ trống nếu văn bản không nêu.")
    start: PartialDate | None = Field(
        None, alias="from", description="Lặp lại từ, nếu văn bản nêu."
    )
    until: PartialDate | None = Field(None, description="Lặp lại đến, nếu văn bản nêu.")


class Relative(Expression):
    """Counted from something else: “sau hội nghị 05 ngày”, “trong 10 ngày làm việc kể từ …”.

    What it is counted from is a milestone of the same plan, a date, or an event that only the
    document's words name.  The day of that event is not counted (Bộ luật Dân sự, Điều 147).
    """

    type: Literal["theo mốc"]
    milestone: ItemId | None = Field(None, description="Mã mốc mà từ đó tính.")
    date: PartialDate | None = Field(None, description="Ngày mà từ đó tính, nếu văn bản nêu ngày.")
    event: Text | None = Field(None, description="Sự kiện như in, khi không phải mốc nào ở trên.")
    days: Annotated[int, Field(ge=-3660, le=3660)] = Field(
        description="Số ngày (tuần, tháng…) sau mốc; số âm: trước mốc."
    )
    unit: Unit = Field("ngày", description="Đơn vị đếm.")
    working_days: bool = Field(False, description="true nếu văn bản ghi “ngày làm việc”.")
    bound: Bound = Field("chậm nhất", description="“vào” khi văn bản hẹn đúng ngày đó.")


class Term(Expression):
    """A term of office (nhiệm kỳ)."""

    type: Literal["nhiệm kỳ"]
    start: Year = Field(alias="from", description="Từ năm.")
    until: Year = Field(description="Đến năm.")


class SchoolYear(Expression):
    """A school year: “năm học 2023-2024”.  Taken as September until the end of May."""

    type: Literal["năm học"]
    start: Year = Field(alias="from", description="Từ năm.")
    until: Year = Field(description="Đến năm.")


class Unspecified(Expression):
    """The document asks for something but names no date: “theo quy định”, “định kỳ”."""

    type: Literal["không nêu"]


class Impossible(Expression):
    """The document prints a day that does not exist; there is no value, only the printed words."""

    type: Literal["không có thật"]
    note: ItemId = Field(description="Mã ghi chú biên tập giải thích (bắt buộc).")


SingleExpression = Annotated[
    On | Before | By | Within | Since | After | Range | Recurring | Relative,
    Field(discriminator="type"),
]


class Several(Expression):
    """Several times for one thing: “trước ngày 15/6 và ngày 15/12 hằng năm”."""

    type: Literal["nhiều mốc"]
    parts: Annotated[tuple[SingleExpression, ...], Field(min_length=2)]


DateExpression = Annotated[
    On
    | Before
    | By
    | Within
    | Since
    | After
    | Range
    | Recurring
    | Relative
    | Term
    | SchoolYear
    | Several
    | Unspecified
    | Impossible,
    Field(discriminator="type"),
]
