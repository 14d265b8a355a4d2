"""Self-check: questions answered from the records, with the reason and the source."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from handbook.dates.words import say_partial
from handbook.index import canonical_number
from handbook.model.base import At, Source
from handbook.model.concept import Concept
from handbook.model.document import Document
from handbook.model.plan import Milestone, Plan, Task
from handbook.model.questions import DocumentQuestion, ItemQuestion, Question, WrittenQuestion
from handbook.views.addresses import address_of
from handbook.views.site import UNKNOWN, Link, Place, Site, document_name, place


class QuestionView(NamedTuple):
    """A question with its answer (words, then links), why it is so, and where it stands."""

    question: str
    answer: str
    links: Sequence[Link]
    reason: str
    source: Link | None
    place: Place | None = None
    told: Source | None = None


Item = Task | Milestone


def concept_questions(site: Site, concept: Concept) -> list[QuestionView]:
    """Answer the questions of a concept, in the order of its record."""
    return [_answer(site, concept, one) for one in concept.questions]


def _answer(site: Site, concept: Concept, question: Question) -> QuestionView:
    if isinstance(question, WrittenQuestion):
        told = next((one for one in concept.sources if one.id == question.source), None)
        return QuestionView(
            question.question, question.answer, (), question.reason, None, told=told
        )
    if isinstance(question, DocumentQuestion):
        document = site.index.documents[question.document]
        return _DOCUMENT_ANSWERS[question.type](site, document)
    return _answer_item(site, question)


def _answer_item(site: Site, question: ItemQuestion) -> QuestionView:
    plan, item = find_item(site, question.item)
    return _ITEM_ANSWERS[question.type](site, plan, item)


def find_item(site: Site, reference: str) -> tuple[Plan, Item]:
    plan_id, _, item_id = reference.partition("#")
    plan = site.index.plans[plan_id]
    return plan, next(one for one in items_of(plan) if one.id == item_id)


def items_of(plan: Plan) -> list[Item]:
    """Give the items that questions are asked about."""
    return [*plan.milestones, *plan.tasks]


def _ask(site: Site, plan: Plan, item: Item, words: str) -> str:
    return f"Theo {document_name(plan)}, việc “{_brief(item.what)}” {words}"


def _brief(what: str) -> str:
    """Cut what is added to a task: it makes a question long, or gives its answer away.

    >>> _brief("Báo cáo với Quận ủy; văn bản không nêu ngày.")
    'Báo cáo với Quận ủy'
    """
    return what.partition("; ")[0].partition(": ")[0].rstrip(".")


def _item_view(
    site: Site, plan: Plan, item: Item, words: str, said: tuple[str, Sequence[Link], str]
) -> QuestionView:
    answer, links, reason = said
    source = Link(f"{address_of('plan', plan.id)}#{item.id}", document_name(plan))
    return QuestionView(
        _ask(site, plan, item, words), answer, links, reason, source, place(item.at)
    )


def _milestone_of(plan: Plan, item: Item) -> Milestone | None:
    """Give the milestone itself, or the one by which a task is due."""
    if isinstance(item, Milestone):
        return item
    return plan.milestone(item.milestone)


def ask_deadline(site: Site, plan: Plan, item: Item) -> QuestionView:
    milestone = _milestone_of(plan, item)
    words = site.when_of(plan, milestone).words if milestone else UNKNOWN
    said = (words, (), _why_then(site, milestone))
    return _item_view(site, plan, item, "làm khi nào, hạn nào?", said)


_WHY_THEN = {
    "trước": "“Trước” không tính ngày được ghi.",
    "chậm nhất": "“Chậm nhất”, “đến hết” có tính cả ngày được ghi.",
    "trong": "Văn bản chỉ nêu khoảng thời gian, không nêu ngày cụ thể.",
    "không nêu": "Văn bản không nêu ngày: hỏi nơi ban hành trước khi làm.",
    "không có thật": "Ngày in trong văn bản không có thật: hỏi nơi ban hành, đừng tự đoán.",
}


def _why_then(site: Site, milestone: Milestone | None) -> str:
    when = milestone.current if milestone else None
    if milestone is None or when is None:
        return "Văn bản không nêu thời hạn của việc này."
    reason = f"Văn bản ghi “{when.printed}”. {_WHY_THEN.get(when.type, '')}".strip()
    if not milestone.moved:
        return reason
    mover = site.document(milestone.moved[-1].by).text
    return f"Mốc cũ đã được {mover} dời. {reason}"


def ask_doer(site: Site, plan: Plan, item: Item) -> QuestionView:
    bodies = item.bodies if isinstance(item, Milestone) else ((item.body,) if item.body else ())
    reason = (
        "Văn bản không nêu rõ đơn vị; ban biên tập suy ra từ nội dung."
        if item.inferred
        else "Văn bản nêu đích danh đơn vị này."
    )
    support = site.bodies(item.support) if isinstance(item, Task) else []
    names = ", ".join(one.text for one in support)
    reason += f" Phối hợp: {names}." if support else ""
    return _item_view(
        site, plan, item, "do ai làm, ai chủ trì?", _linked(site.bodies(bodies), reason)
    )


def ask_receiver(site: Site, plan: Plan, item: Item) -> QuestionView:
    milestone = _milestone_of(plan, item)
    submission = milestone.submission if milestone else None
    if submission is None or not submission.to:
        said: tuple[str, Sequence[Link], str] = (UNKNOWN, (), "Văn bản không nêu nơi nhận.")
    else:
        via = f"Cách gửi: {submission.via.rstrip('.')}." if submission.via else ""
        said = _linked(
            site.bodies(submission.to), via or "Văn bản nêu nơi nhận, không nêu cách gửi."
        )
    return _item_view(site, plan, item, "gửi, nộp cho ai?", said)


def ask_form(site: Site, plan: Plan, item: Item) -> QuestionView:
    milestone = _milestone_of(plan, item)
    if milestone is None or milestone.outline is None:
        said: tuple[str, Sequence[Link], str] = (UNKNOWN, (), "Văn bản không nêu mẫu, đề cương.")
    else:
        said = _linked([site.outline(milestone.outline)], "Đề cương này có trong kho tư liệu.")
    return _item_view(site, plan, item, "theo mẫu, đề cương nào?", said)


def _linked(links: Sequence[Link], reason: str) -> tuple[str, Sequence[Link], str]:
    """Make an answer of links; no link is an answer too: it is not known."""
    return ("", links, reason) if links else (UNKNOWN, (), "Văn bản không nêu.")


def ask_what_is_carried_out(site: Site, document: Document) -> QuestionView:
    targets = dict.fromkeys(one.to for one in document.relations if one.type == "thực hiện")
    answer, links, reason = _linked(
        site.documents(targets), "Văn bản nhắc tới các văn bản này như việc phải thực hiện."
    )
    first = next(
        (
            citation.at
            for one in document.relations
            if one.type == "thực hiện"
            for citation in one.citations
        ),
        None,
    )
    question = f"{document_name(document)} thực hiện văn bản nào?"
    return _document_view(site, document, question, (answer, links, reason), first)


def _issuer(site: Site, document: Document) -> QuestionView:
    link = site.issuer(document)
    inferred = "Ban biên tập suy ra từ nội dung." if document.issuer_inferred else ""
    said = (
        _linked([link], inferred or "Nguồn của tên này ghi ở trang văn bản.")
        if link
        else (document.issuer_printed or UNKNOWN, (), "Chưa rõ cơ quan nào.")
    )
    return _document_view(site, document, f"{document_name(document)} do ai ban hành?", said, None)


def _issue_day(site: Site, document: Document) -> QuestionView:
    said = _said_day(document)
    number = canonical_number(document)
    name = f"{document.kind} {number}" if number else f"Văn bản “{document.title}”"
    question = f"{name} ban hành ngày nào?"
    return _document_view(site, document, question, said, None)


def _said_day(document: Document) -> tuple[str, Sequence[Link], str]:
    if document.issued is None:
        return UNKNOWN, (), document.issued_note or "Bản đã nhập không in ngày."
    return (
        say_partial(document.issued),
        (),
        document.issued_note or "Nguồn của ngày này ghi ở trang văn bản.",
    )


def _document_view(
    site: Site,
    document: Document,
    question: str,
    said: tuple[str, Sequence[Link], str],
    at: At | None,
) -> QuestionView:
    answer, links, reason = said
    source = site.document(document.id)._replace(marks=())
    return QuestionView(question, answer, links, reason, source, place(at) if at else None)


_ITEM_ANSWERS: dict[str, Callable[[Site, Plan, Item], QuestionView]] = {
    "hạn": ask_deadline,
    "ai làm": ask_doer,
    "nộp cho ai": ask_receiver,
    "theo mẫu nào": ask_form,
}
_DOCUMENT_ANSWERS: dict[str, Callable[[Site, Document], QuestionView]] = {
    "thực hiện văn bản nào": ask_what_is_carried_out,
    "ai ban hành": _issuer,
    "ban hành ngày nào": _issue_day,
}


def concept_block(site: Site, concept_id: str) -> dict[str, Any]:
    """Prepare what ends the page of a concept; a catalogue without the concept shows nothing."""
    concept = site.index.concepts.get(concept_id)
    return {
        "questions": concept_questions(site, concept) if concept else [],
        "sources": concept.sources if concept else (),
    }
