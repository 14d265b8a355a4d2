"""Checks over the whole catalogue: rules that one record alone, or one field, cannot show."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from handbook.checks import (
    bodies,
    citations,
    coverage,
    dates,
    documents,
    ids,
    items,
    outlines,
    paths,
    plans,
    printed_dates,
    procedures,
    questions,
    references,
)
from handbook.checks.registry import Check, Found, is_wanted, run_checks
from handbook.index import Index
from handbook.kept import Kept
from handbook.load import load_catalogue
from handbook.problems import LEVELS, Level, Problem

__all__ = ["CHECKS", "Check", "Found", "load_and_check", "run_checks"]

CHECKS: tuple[Check, ...] = (
    references.check_reference_kind,
    references.check_reference_exists,
    items.check_items_exist,
    references.check_record_is_referred_to,
    items.check_sections_exist,
    questions.check_questions_ask_of_tasks,
    paths.check_readings_lead_somewhere,
    ids.check_ids_are_unique,
    ids.check_item_ids_are_unique,
    ids.check_ids_can_name_files,
    ids.check_former_ids_are_free,
    documents.check_numbers_are_unique,
    documents.check_aliases_are_clear,
    documents.check_missing_number_is_explained,
    documents.check_term_fits_document,
    documents.check_no_relation_to_itself,
    documents.check_relations_are_stated_once,
    documents.check_relations_have_no_loop,
    dates.check_days_exist,
    dates.check_weekdays,
    dates.check_ends_follow_beginnings,
    dates.check_within_names_a_period,
    dates.check_recurring_day_exists,
    dates.check_deadline_follows_issue,
    dates.check_report_follows_its_window,
    dates.check_relative_dates_have_no_loop,
    printed_dates.check_times_agree_with_print,
    printed_dates.check_moves_follow_what_they_move,
    plans.check_tasks_have_a_body,
    plans.check_milestones_have_a_time,
    outlines.check_section_numbers,
    outlines.check_sections_are_numbered,
    bodies.check_parents_have_no_loop,
    bodies.check_successors_have_no_loop,
    coverage.check_lines_are_possible,
    coverage.check_every_line_is_accounted_for,
    citations.check_citations_are_known,
    procedures.check_steps_have_a_clause,
    procedures.check_first_step_is_not_joined,
    procedures.check_joins_are_of_one_sort,
    procedures.check_steps_are_complete,
    procedures.check_items_stand_at_the_clause,
    procedures.check_cited_lines_are_entered,
    procedures.check_outline_is_there,
    procedures.check_paragraphs_are_short,
)


def load_and_check(
    root: Path,
    docs: Path | None = None,
    kept: Kept | None = None,
    *,
    select: Collection[str] = (),
    skip: Collection[str] = (),
    levels: Collection[Level] = LEVELS,
) -> tuple[Index, list[Problem]]:
    """Load the catalogue under `root` and run every check; give the index and sorted problems.

    `docs` is the folder of the hand-written pages, `root/docs` when not given; `kept` holds what
    earlier runs found.

    `select` and `skip` name checks or codes.  What keeps a file from loading is told even when
    other codes are selected, because nothing in that file was checked.  `levels` are those of the
    problems to give: to find where one stands takes longer than to find that there is one.
    """
    catalogue, problems = load_catalogue(root, docs, kept)
    index = Index(catalogue)
    unreadable = [problem for problem in problems if is_wanted({problem.code}, (), skip)]
    pages = [
        one
        for one in citations.problems_of_written_pages(index)
        if is_wanted({one.code}, select, skip)
    ]
    checked = run_checks(index, CHECKS, select=select, skip=skip, levels=levels)
    told = (one for one in (*unreadable, *pages) if one.level in levels)
    return index, sorted([*told, *checked])
