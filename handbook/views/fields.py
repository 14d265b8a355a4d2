"""The fields of every record kind, told to an editor; read from the models, never out of date."""

from __future__ import annotations

from typing import Any, NamedTuple

from handbook.model import RECORD_KINDS


class FieldRow(NamedTuple):
    """One field: its key, what it is for, the values it takes, whether it must be there.

    `items` are the tables of the items it holds, as pairs of anchor and title; a field of dates
    leads to how dates are written.
    """

    name: str
    description: str
    values: str
    required: bool
    items: tuple[tuple[str, str], ...]


class FieldGroup(NamedTuple):
    """The fields of a record kind or of one kind of item inside records."""

    anchor: str
    title: str
    rows: list[FieldRow]


ITEM_TITLES = {
    "At": "at – vị trí trong văn bản gốc",
    "Source": "sources – nguồn",
    "Fact": "facts, present – điều đã biết, có nguồn",
    "EditorialNote": "notes – ghi chú biên tập",
    "Relation": "relations – quan hệ với văn bản khác",
    "Citation": "citations – chỗ nhắc tới",
    "TermOfOffice": "term – nhiệm kỳ của văn bản",
    "Validity": "validity – hiệu lực của văn bản",
    "HeadLine": "head – dòng ở đầu văn bản",
    "Heading": "headings – tiêu đề mục",
    "Task": "tasks – nhiệm vụ",
    "Milestone": "milestones – mốc thời gian",
    "Submission": "submission – nơi nộp",
    "Move": "moved – lần dời mốc",
    "Period": "periods – thời kỳ",
    "Target": "targets – chỉ tiêu",
    "Participant": "participants – thành phần hội nghị",
    "Outline": "outline – đề cương",
    "Section": "sections, children – mục của đề cương",
    "Statement": "purpose, requirements, content, guidance – đoạn văn kể lại",
    "Attachment": "attachments – tài liệu kèm theo",
    "SelfCitation": "self_citations – chỗ văn bản nói về chính nó",
    "Contact": "contacts – hỏi ai",
    "Recipient": "recipients – nơi nhận",
    "Signer": "signer – người ký",
    "On": "when: vào – đúng lúc đó",
    "Before": "when: trước – hạn không tính ngày ghi",
    "By": "when: chậm nhất – hạn tính cả ngày ghi",
    "Within": "when: trong – một lúc nào đó trong kỳ",
    "Since": "when: từ – kể từ ngày ghi",
    "After": "when: sau – sau ngày ghi",
    "Range": "when: khoảng – từ lúc này đến lúc kia",
    "Recurring": "when: định kỳ – lặp lại",
    "Due": "due – hạn trong mỗi kỳ",
    "Relative": "when: theo mốc – tính từ một việc khác",
    "Term": "when: nhiệm kỳ",
    "SchoolYear": "when: năm học",
    "Several": "when: nhiều mốc – nhiều thời gian cho một việc",
    "Unspecified": "when: không nêu",
    "Impossible": "when: không có thật – ngày in không có trên lịch",
    "Existence": "existed – thời gian tồn tại của đơn vị",
    "Occurrence": "seen_in – chỗ gặp thuật ngữ",
    "Step": "steps – bước của quy trình",
    "Pitfall": "pitfalls – điều hay sai ở một bước",
    "StepCitation": "cites – điều khoản nêu một bước",
    "WrittenQuestion": "questions – câu hỏi viết tay",
    "ItemQuestion": "questions – câu hỏi về một nhiệm vụ, một mốc",
    "DocumentQuestion": "questions – câu hỏi về một văn bản",
    "Stage": "first_week, first_month, first_quarter – giai đoạn của lộ trình",
    "PathTask": "do – việc tự làm",
    "Meeting": "meet – người cần gặp",
    "Knowing": "know – câu cần trả lời được",
    "ConceptReading": "read, page, where, pages: khái niệm",
    "ProcedureReading": "read, page, where, pages: quy trình",
    "DocumentReading": "read, page, where, pages: văn bản",
    "OutlineReading": "read, page, where, pages: đề cương",
    "AreaReading": "read, page, where, pages: lĩnh vực",
    "RoleReading": "read, page, where, pages: vai trò",
    "PathReading": "read, page, where, pages: lộ trình",
    "PageReading": "read, page, where, pages: trang viết tay",
    "Wording": "rows – lời người đọc và chữ của văn bản",
}
"""The tables of the items inside records, in this order.  A test asks for every model."""


def fields_list(_site: object) -> dict[str, Any]:
    """Give the tables of fields: record kinds first, then the items inside them, then dates."""
    kinds = [
        FieldGroup(
            f"truong-{kind.name}",
            f"data/{kind.folder}/ – {kind.label}",
            _rows(kind.type.model_json_schema()),
        )
        for kind in RECORD_KINDS
    ]
    parts: dict[str, dict[str, Any]] = {}
    for kind in RECORD_KINDS:
        parts.update(kind.type.model_json_schema().get("$defs", {}))
    items = [
        FieldGroup(_anchor(name), title, _rows(parts[name])) for name, title in ITEM_TITLES.items()
    ]
    return {"kinds": kinds, "items": items, "dates": _date_rows()}


def _anchor(item: str) -> str:
    return f"muc-{item.lower()}"


def _rows(schema: dict[str, Any]) -> list[FieldRow]:
    required = set(schema.get("required", ()))
    return [
        FieldRow(
            name,
            field.get("description", ""),
            "; ".join(_values(field)),
            name in required,
            tuple(dict.fromkeys(map(_table_of, _items(field)))),
        )
        for name, field in schema["properties"].items()
    ]


def _items(field: dict[str, Any]) -> list[str]:
    """List the models a field holds, by name."""
    if "$ref" in field:
        return [field["$ref"].rsplit("/", 1)[-1]]
    return [name for part in _parts(field) for name in _items(part)]


def _table_of(item: str) -> tuple[str, str]:
    """Give where the fields of an item stand, and the words that lead there."""
    title = ITEM_TITLES[item]
    if title.startswith("when: "):
        return "ngay-thang", "cách ghi ngày tháng"
    return _anchor(item), title.rpartition(" – ")[2].rpartition(": ")[2]


def _values(field: dict[str, Any]) -> list[str]:
    """List the words a field accepts, when the list is closed."""
    if "enum" in field:
        return [str(value) for value in field["enum"]]
    if "const" in field:
        return [str(field["const"])]
    return [value for part in _parts(field) for value in _values(part)]


def _parts(field: dict[str, Any]) -> list[dict[str, Any]]:
    """List the alternatives of a field, and what a list of it holds."""
    items = field.get("items")
    choices = (*field.get("anyOf", ()), *field.get("oneOf", ()))
    return [*choices, *([items] if isinstance(items, dict) else ())]


DATE_EXAMPLES: tuple[tuple[str, str, str], ...] = (
    ("vào", "ngày 29/12/2020 (thứ Ba)", 'type: vào\ndate: "2020-12-29"\nweekday: thứ Ba'),
    ("trước", "trước 15/12/2020", 'type: trước\ndate: "2020-12-15"'),
    ("chậm nhất", "chậm nhất ngày 11/12/2023", 'type: chậm nhất\ndate: "2023-12-11"'),
    ("trong", "trong tháng 01/2021", 'type: trong\ndate: "2021-01"'),
    ("trong", "giữa tháng 12/2020", 'type: trong\ndate: "2020-12-giua"'),
    ("trong", "tuần thứ 2 của tháng 3/2021", 'type: trong\ndate: "2021-03-tuan2"'),
    ("khoảng", "từ năm 2018 đến năm 2020", 'type: khoảng\nfrom: "2018"\nuntil: "2020"'),
    ("định kỳ", "hàng quý, trước ngày 15 tháng cuối quý",
     "type: định kỳ\nevery:\n  - quý\ndue:\n  bound: trước\n  day: 15\n  month: cuối kỳ"),
    ("từ", "từ ngày 01/7/2025", 'type: từ\ndate: "2025-07-01"'),
    ("sau", "sau ngày 15/12/2020", 'type: sau\ndate: "2020-12-15"'),
    ("nhiều mốc", "trước 15/6/2023 và 15/12/2023",
     'type: nhiều mốc\nparts:\n'
     '  - type: trước\n    date: "2023-06-15"\n    printed: "trước 15/6/2023"\n'
     '  - type: trước\n    date: "2023-12-15"\n    printed: "15/12/2023"'),
    ("theo mốc", "sau hội nghị 05 ngày", "type: theo mốc\nmilestone: moc-1\ndays: 5"),
    ("nhiệm kỳ", "nhiệm kỳ 2018 – 2023", 'type: nhiệm kỳ\nfrom: "2018"\nuntil: "2023"'),
    ("năm học", "năm học 2023-2024", 'type: năm học\nfrom: "2023"\nuntil: "2024"'),
    ("không nêu", "theo quy định", "type: không nêu"),
    ("không có thật", "30/02/2023", "type: không có thật\nnote: gc-1"),
)  # fmt: skip
"""Each way to write `when`: its type, what a document prints, the YAML."""


def _date_rows() -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (name, printed, f'{yaml}\nprinted: "{printed}"') for name, printed, yaml in DATE_EXAMPLES
    )
