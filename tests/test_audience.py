"""What is internal is nowhere in a public edition, and what needed it still makes sense."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from _arguments import BuildOptions
from _building import build_into

from handbook.audience import LeftOut, public_edition
from handbook.checks import load_and_check
from handbook.index import Index
from handbook.model import RECORD_KINDS
from handbook.outputs.api import api_files
from handbook.outputs.pages import LIST_PAGES, record_addresses, render_list, render_record
from handbook.outputs.redirects import redirect_files
from handbook.problems import has_errors
from handbook.references import find_references
from handbook.views.site import Site

HERE = Path(__file__).resolve().parent
SECRET = "BIMATZZZ"
TEXTS = (
    "what",
    "text",
    "title",
    "name",
    "heading",
    "problem",
    "indicator",
    "who",
    "meaning",
    "summary",
)


def load(root: Path) -> Index:
    index, problems = load_and_check(root)
    assert not has_errors(problems), problems
    return index


def write_everything(index: Index) -> Iterator[tuple[str, str]]:
    """Render all that a site is made of, without the theme."""
    site = Site(index, date(2026, 1, 1))
    for kind, record_id, address in record_addresses(site):
        yield address, str(render_record(site, kind, record_id))
    for name in LIST_PAGES:
        yield name, str(render_list(site, name, f"{name}/"))
    for path, data in (*api_files(site), *redirect_files(site)):
        yield path, data.decode()


def places(value: Any, where: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """List every mapping in a record's YAML that stands in a list."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from places(one, (*where, key))
    elif isinstance(value, list):
        for number, one in enumerate(value):
            if isinstance(one, dict):
                yield (*where, number)
            yield from places(one, (*where, number))


def mark(root: Path, file: str, where: tuple[Any, ...]) -> bool:
    """Mark a part internal and put the secret into its text; False when it has no such field."""
    path = root / "data" / file
    record = yaml.safe_load(path.read_text(encoding="utf-8"))
    part = record
    for key in where:
        part = part[key]
    names = [name for name in TEXTS if isinstance(part.get(name), str)]
    if not names:
        return False
    part["audience"] = "internal"
    part[names[0]] += f" {SECRET}"
    path.write_text(yaml.safe_dump(record, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return True


FILES = sorted(
    path.relative_to(HERE / "site" / "data").as_posix()
    for path in (HERE / "site" / "data").rglob("*.yml")
)


@pytest.mark.parametrize("file", FILES)
def test_every_record_and_every_part_can_be_left_out(tmp_path: Path, file: str) -> None:
    """One after another: the rest loads, renders, refers to nothing that is gone."""
    original = HERE / "site" / "data" / file
    record = yaml.safe_load(original.read_text(encoding="utf-8"))
    tried = 0
    for number, where in enumerate([(), *places(record)]):
        root = tmp_path / str(number)
        shutil.copytree(HERE / "site" / "data", root / "data")
        if not mark(root, file, where):
            continue
        index, problems = load_and_check(root)
        if any("audience" in one.message for one in problems):
            continue  # a part that cannot be internal: the checks say so
        assert not has_errors(problems), where
        assert any(SECRET in text for _, text in write_everything(index)), where

        catalogue, left_out = public_edition(index.catalogue)
        public = Index(catalogue)

        assert left_out.records + left_out.parts >= 1
        for path, text in write_everything(public):
            assert SECRET not in text, (where, path)
        _assert_no_reference_dangles(public)
        tried += 1
    assert tried >= 1


def _assert_no_reference_dangles(index: Index) -> None:
    known = {(one.kind, one.record.id) for one in index.catalogue.loaded}
    for one in index.catalogue.loaded:
        for reference in find_references(one.record):
            assert any((kind, reference.target) in known for kind in reference.kinds), reference


def test_whole_output_of_a_public_build_holds_nothing_internal(tmp_path: Path) -> None:
    root = tmp_path / "catalogue"
    shutil.copytree(HERE / "site", root)
    record = yaml.safe_load((root / "data/plans/ke-hoach-mau.yml").read_text(encoding="utf-8"))
    for where in [("tasks", 1), ("notes", 0), ("targets", 0), ("purpose", 0)]:
        assert record[where[0]][where[1]]
        assert mark(root, "plans/ke-hoach-mau.yml", where)
    assert mark(root, "bodies/cong-doan-moi.yml", ())
    assert mark(root, "procedures/bao-cao-mau.yml", ())

    build_into(tmp_path / "all", root=root)
    built = build_into(tmp_path / "public", root=root, options=BuildOptions(audience="public"))

    assert found_in(tmp_path / "all", SECRET)
    for word in (SECRET, "don-vi/cong-doan-moi", "quy-trinh/bao-cao-mau", '"audience":"internal"'):
        assert found_in(tmp_path / "public", word) == [], word
    assert "2 bản ghi" in built.left_out
    home = (tmp_path / "public" / "index.html").read_text(encoding="utf-8")
    assert "Bản công khai" in home


def found_in(folder: Path, word: str) -> list[str]:
    """List the files that hold a word, in their names, their bytes, or unpacked."""
    found = []
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        data = path.read_bytes()
        if path.suffix == ".gz":
            data = gzip.decompress(data)
        name = path.relative_to(folder).as_posix()
        if word in name or word.encode() in data or word.encode("unicode-escape") in data:
            found.append(name)
    return found


def test_nothing_internal_leaves_all_as_it_is() -> None:
    index = load(HERE / "site")

    catalogue, left_out = public_edition(index.catalogue)

    assert catalogue is index.catalogue
    assert left_out == LeftOut()


def test_counts_what_goes_along(tmp_path: Path) -> None:
    """A milestone that is internal takes with it the participants invited to it."""
    shutil.copytree(HERE / "site" / "data", tmp_path / "data")
    index = load(HERE / "site")
    plan = index.plans["ke-hoach-mau"]
    number = next(i for i, one in enumerate(plan.milestones) if one.id == "moc-2")
    mark(tmp_path, "plans/ke-hoach-mau.yml", ("milestones", number))

    catalogue, left_out = public_edition(load(tmp_path).catalogue)

    public = Index(catalogue).plans["ke-hoach-mau"]
    assert "moc-2" not in {one.id for one in public.milestones}
    assert "moc-2" not in {one.milestone for one in public.participants}
    assert left_out.parts == 1 + len(plan.participants) - len(public.participants)


def test_every_kind_of_record_may_be_internal() -> None:
    for kind in RECORD_KINDS:
        assert "audience" in kind.type.model_fields
