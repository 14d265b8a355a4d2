"""The lock files: exact, with hashes, for every platform, free of addresses, in step."""

from __future__ import annotations

import re
import tomllib

import pytest

from tests.scripts.conftest import ROOT

LOCKS = ("requirements.lock", "requirements-dev.lock")
COMPARE = "requirements-compare.lock"
_REQUIREMENT = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)(?: ; (.*?))? \\$")


def read_lock(name: str) -> dict[str, dict[str, int]]:
    """Give package → its locked versions (with markers) → how many hashes each has."""
    packages: dict[str, dict[str, int]] = {}
    version = package = ""
    for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
        if match := _REQUIREMENT.match(line):
            package, version = match[1].lower(), f"{match[2]} {match[3] or ''}".strip()
            packages.setdefault(package, {})[version] = 0
        else:
            assert re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}( \\)?", line), line
            packages[package][version] += 1
    return packages


@pytest.mark.parametrize("name", [*LOCKS, COMPARE])
def test_every_requirement_is_exact_and_has_hashes(name: str) -> None:
    packages = read_lock(name)

    assert packages
    assert all(count for versions in packages.values() for count in versions.values())


def test_test_lock_contains_the_runtime_lock() -> None:
    runtime, dev = map(read_lock, LOCKS)

    assert {name: dev.get(name) for name in runtime} == runtime


@pytest.mark.parametrize(
    ("name", "groups"),
    [
        ("requirements.lock", ["runtime"]),
        ("requirements-dev.lock", ["runtime", "dev"]),
        (COMPARE, ["compare"]),
    ],
)
def test_lock_is_made_from_pyproject(name: str, groups: list[str]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = {"runtime": project["project"]["dependencies"], **project["dependency-groups"]}
    asked = {re.sub(r"\[.*?]", "", one) for group in groups for one in wanted[group]}
    locked = {f"{name}=={version}" for name, all_ in read_lock(name).items() for version in all_}

    assert asked <= locked


def test_no_peer_is_in_a_lock_that_a_build_or_a_test_needs() -> None:
    assert not {"hugo", "pagefind", "pagefind-bin", "zensical"} & {
        *read_lock(LOCKS[0]),
        *read_lock(LOCKS[1]),
    }


def test_compiled_packages_are_locked_for_every_platform() -> None:
    """One build for each system and Python would give a handful; a whole matrix gives dozens."""
    packages = read_lock("requirements.lock")

    for name in ("pydantic-core", "rapidfuzz", "pyyaml", "markupsafe"):
        assert max(packages[name].values()) > 20, name
