"""Building blocks shared by every record: identifiers, text, places in a source, references.

Values are strict and frozen.  Sequences are tuples, because the loader makes tuples and a record
must not change after it was checked.  Field descriptions are Vietnamese: they become the JSON
Schema that an editor's program shows while typing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Text = Annotated[str, StringConstraints(min_length=1, pattern=r"\S")]
"""Non-blank text.  `handbook.load.text_checks` sees to NFC and to visible characters."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Marks prose by who speaks in it: citations are looked for there (`handbook.walk`).

    The document speaks on its own day (“Nghị quyết 02” is the one it knows); the editors speak
    later, of whatever the catalogue holds.
    """

    speaker: Literal["văn bản", "ban biên tập"]


Prose = Annotated[Text, Voice("văn bản")]
"""What the document says: quoted, or told in our own words."""

Remark = Annotated[Text, Voice("ban biên tập")]
"""What the editors say about it."""

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=120)]
"""An identifier: lower-case ASCII letters, digits and single hyphens."""

ItemId = Slug
"""The id of a task, milestone, target, note …, unique inside its record."""


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a reference: the record kinds its id may name (read by `handbook.references`)."""

    kinds: tuple[str, ...]


PlanId = Annotated[Slug, Ref(("plan",))]
BodyId = Annotated[Slug, Ref(("body",))]
AreaId = Annotated[Slug, Ref(("area",))]
RoleId = Annotated[Slug, Ref(("role",))]
TermId = Annotated[Slug, Ref(("term",))]
ProcedureId = Annotated[Slug, Ref(("procedure",))]
ConceptId = Annotated[Slug, Ref(("concept",))]
PathId = Annotated[Slug, Ref(("path",))]
DocumentId = Annotated[Slug, Ref(("plan", "directive"))]


@dataclass(frozen=True, slots=True)
class PlanItem:
    """Marks a reference to an item of a plan (found by `handbook.walk`)."""


ItemRef = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*#[a-z0-9]+(-[a-z0-9]+)*$"),
    PlanItem(),
]
"""A reference to an item of a plan: `<plan id>#<item id>`."""

DATE_PATTERN = (
    r"^\d{4}(-(0[1-9]|1[0-2])(-(\d{2}|tuan([1-5]|cuoi)|dau|giua|cuoi))?"
    r"|-Q[1-4](-(dau|giua|cuoi))?|-H[12]|-(dau|giua|cuoi))?$"
)
PartialDate = Annotated[str, StringConstraints(pattern=DATE_PATTERN)]
"""A date as precise as the document gives it: 2020, 2020-H1, 2020-Q3, 2020-12, 2020-12-15; its
beginning, middle or end (2020-12-dau, 2020-giua, 2020-Q4-cuoi); a week of a month (2020-12-tuan2).
"""

Confidence = Literal["đã đối chiếu", "nguồn thứ cấp", "chỉ có trong văn bản nhập", "suy luận"]


class Model(BaseModel):
    """The base of everything that stands in a YAML file."""

    model_config = ConfigDict(
        frozen=True, strict=True, extra="forbid", populate_by_name=True, validate_default=False
    )


class Part(Model):
    """Something that may be kept for the organisation's own people, as a record may."""

    audience: Literal["internal"] | None = Field(
        None,
        description="Ghi “internal” để bản công khai (--audience public) bỏ hẳn phần này.",
        exclude_if=lambda value: value is None,
    )


class At(Model):
    """The place of an item in the source document."""

    path: Text = Field(description="Đường dẫn mục trong văn bản, ví dụ “III.1, Bộ phận Tài chính”.")
    lines: Annotated[tuple[Annotated[int, Field(ge=1)], ...], Field(min_length=1)] = Field(
        description="Các dòng (đánh số từ 1) của tệp nguồn chứa nội dung này."
    )


class Source(Part):
    """Where a fact was read, by whom it can be read again, and how far it can be trusted."""

    id: ItemId = Field(description="Mã nguồn trong bản ghi này, ví dụ “ban-go-lai”.")
    title: Remark = Field(description="Tên nguồn.")
    confidence: Confidence = Field(description="Mức tin cậy.")
    file: Text | None = Field(None, description="Tên tệp nguồn đã nhập.")
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] | None = Field(
        None, description="Mã băm SHA-256 của tệp nguồn."
    )
    lines: Annotated[int, Field(ge=1)] | None = Field(None, description="Tổng số dòng của tệp.")
    lines_with_text: Annotated[int, Field(ge=1)] | None = Field(
        None, description="Số dòng có chữ của tệp: dùng để đo đã nhập đủ hay chưa."
    )
    url: Annotated[str, StringConstraints(pattern=r"^https?://\S+$")] | None = Field(
        None, description="Địa chỉ trang đã xem."
    )
    checked_on: PartialDate | None = Field(None, description="Ngày đối chiếu.")
    note: Remark | None = Field(None, description="Ghi chú về nguồn.")


class Fact(Part):
    """One statement known of a record, with its source."""

    text: Remark = Field(description="Điều đã biết, bằng lời của ban biên tập.")
    source: ItemId = Field(description="Mã nguồn (trong “sources” của bản ghi này).")


class Statement(Part):
    """A paragraph of a document told in our own words, with its place."""

    text: Prose = Field(description="Nội dung, kể lại bằng lời dễ hiểu; tên, số, ngày giữ nguyên.")
    at: At
    area: AreaId | None = Field(None, description="Lĩnh vực công tác.")
    directives: tuple[DocumentId, ...] = Field((), description="Văn bản được nhắc đến ở đoạn này.")


class EditorialNote(Part):
    """A defect of the printed document: shown beside the printed reading, never mended silently."""

    id: ItemId = Field(description="Mã ghi chú, ví dụ “gc-1”.")
    severity: Literal["nghiêm trọng", "quan trọng", "nhỏ"] = Field(description="Mức độ.")
    at: At
    printed: Prose = Field(description="Nguyên văn như in trong văn bản.")
    problem: Remark = Field(description="Điều chưa ổn và vì sao.")
    suggestion: Remark | None = Field(
        None, description="Cách đọc gợi ý của ban biên tập (không phải của văn bản)."
    )
    about: tuple[ItemId, ...] = Field(
        (), description="Mã các mục liên quan trong bản ghi (nhiệm vụ, mốc, chỉ tiêu…)."
    )


class Record(Part):
    """What every record has: a stable id, and the ids it had before."""

    id: Slug = Field(description="Mã bản ghi; trùng với tên tệp.")
    former_ids: tuple[Slug, ...] = Field((), description="Mã cũ: địa chỉ cũ sẽ chuyển sang đây.")
