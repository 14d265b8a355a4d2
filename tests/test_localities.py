"""Localities are read from the names of bodies, and never guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.localities import Localities, read_places
from tests.views.chain_catalogue import Chains


@pytest.fixture
def chains(tmp_path: Path) -> Chains:
    return Chains(tmp_path)


def localities_of(chains: Chains) -> Localities:
    return chains.site().localities


def path_of(localities: Localities, body_id: str) -> str:
    locality = localities.of_body(body_id)
    return locality.path if locality else ""


def test_party_and_union_of_one_district_meet(chains: Chains) -> None:
    localities = localities_of(chains)

    assert path_of(localities, "huyen-a") == "tỉnh A Mẫu › huyện A Một"
    assert localities.of_body("huyen-uy-a") == localities.of_body("huyen-a")
    assert localities.of_body("van-phong-a") == localities.of_body("huyen-a")


def test_a_district_name_of_two_provinces_is_not_guessed(chains: Chains) -> None:
    chains.body("chau-thanh-a", "Liên đoàn Lao động huyện Châu Thành", "huyện", "tinh-a")
    chains.body("chau-thanh-b", "Liên đoàn Lao động huyện Châu Thành", "huyện", "tinh-b")
    chains.body("huyen-uy-chau-thanh", "Huyện ủy Châu Thành", "huyện")

    localities = localities_of(chains)

    assert path_of(localities, "chau-thanh-a") == "tỉnh A Mẫu › huyện Châu Thành"
    assert path_of(localities, "chau-thanh-b") == "tỉnh B Mẫu › huyện Châu Thành"
    assert path_of(localities, "huyen-uy-chau-thanh") == "huyện Châu Thành"


def test_a_city_is_a_province_when_a_provincial_body_bears_it(chains: Chains) -> None:
    chains.body("thanh-uy", "Thành ủy Lớn Mẫu", "tỉnh")
    chains.body("tp-lon", "Liên đoàn Lao động Thành phố Lớn Mẫu", "tỉnh", "tw")
    chains.body("tp-nho", "Liên đoàn Lao động thành phố Nhỏ Mẫu", "huyện", "tp-lon")
    chains.body("co-so", "Công đoàn Trường Bịa", "cơ sở", "tp-nho")

    localities = localities_of(chains)

    assert path_of(localities, "thanh-uy") == "thành phố Lớn Mẫu"
    assert path_of(localities, "co-so") == "thành phố Lớn Mẫu › thành phố Nhỏ Mẫu"


def test_spellings_of_one_place_are_one(chains: Chains) -> None:
    chains.body("a", "Liên đoàn Lao động tỉnh Thanh Hóa", "tỉnh", "tw")
    chains.body("b", "Đảng bộ tỉnh Thanh Hoá", "tỉnh")

    localities = localities_of(chains)

    assert localities.of_body("a") == localities.of_body("b")


def test_the_centre_and_the_unknown_have_no_locality(chains: Chains) -> None:
    chains.body("dau-do", "Công ty Bịa", "cơ sở")

    localities = localities_of(chains)

    assert localities.of_body("tw") is None
    assert localities.is_nationwide("tw")
    assert localities.of_body("dau-do") is None
    assert not localities.is_nationwide("dau-do")


def test_a_ring_of_parents_ends(chains: Chains) -> None:
    chains.body("vong-1", "Công ty Một", "cơ sở", "vong-2")
    chains.body("vong-2", "Công ty Hai", "cơ sở", "vong-1")

    assert localities_of(chains).of_body("vong-1") is None


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("Quận ủy 1", [("quận", "1")]),
        ("Đảng ủy 12 phường của quận Thủ Đức", [("quận", "Thủ Đức")]),
        ("Liên đoàn Lao động tỉnh Quảng Trị (sau khi hợp nhất)", [("tỉnh", "Quảng Trị")]),
        ("Ủy ban Mặt trận Tổ quốc Việt Nam thị xã La Gi", [("thị xã", "La Gi")]),
        ("Các Liên đoàn Lao động huyện, thị xã, thành phố", []),
        ("Công đoàn tỉnh", []),
    ],
)
def test_places_in_names(name: str, places: list[tuple[str, str]]) -> None:
    assert read_places(name) == places
