"""“Việc của tôi”: a role chosen once is remembered on the machine; it is never required."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.browsing import OpenPage, WatchedPage
from tests.crawl import generated_pages

MINE = ".hb-mine"


def plan_pages(built_site: Path) -> list[str]:
    return generated_pages(built_site)["ke-hoach"]


def roles_with_work(built_site: Path, path: str) -> list[str]:
    """Give the roles whose bodies lead a task of a plan, as its page marks them."""
    html = (built_site / path).read_text(encoding="utf-8")
    marks = re.findall(r'class="hb-task"[^>]* data-lead-roles="([^"]+)"', html)
    return sorted({role for mark in marks for role in mark.split()})


@pytest.fixture
def plan_with_shared_work(built_site: Path) -> tuple[str, str]:
    """A plan whose tasks are led by several roles, and one of those roles."""
    path = max(plan_pages(built_site), key=lambda one: len(roles_with_work(built_site, one)))
    roles = roles_with_work(built_site, path)
    assert len(roles) > 1
    return path, roles[0]


def choose_role(watched: WatchedPage, site_address: str, role: str) -> str:
    """Choose a role on its page; give its name."""
    watched.open(f"{site_address}vai-tro/{role}/index.html")
    watched.page.locator(".hb-remember button").click()
    assert "Đã nhớ" in watched.page.locator(".hb-remember [role=status]").inner_text()
    return watched.page.locator("h1").inner_text().strip()


def test_a_remembered_role_marks_its_work(
    site_address: str, new_page: OpenPage, plan_with_shared_work: tuple[str, str]
) -> None:
    path, role = plan_with_shared_work
    watched = new_page()
    name = choose_role(watched, site_address, role)

    watched.open(site_address + path)

    page = watched.page
    led = page.locator(f'.hb-task[data-lead-roles~="{role}"]')
    assert name in page.locator(".hb-my-role").inner_text()
    assert f"{led.count()} nhiệm vụ chủ trì" in page.locator(MINE).inner_text()
    assert page.locator(".hb-task.hb-is-mine").count() >= led.count()
    assert "chủ trì" in led.first.locator(".hb-mine-tag").inner_text()
    page.locator(".hb-my-role a").click()
    page.wait_for_url(f"**/vai-tro/{role}/index.html")
    assert watched.errors == []


def test_only_my_work_can_be_shown_and_all_again(
    site_address: str, new_page: OpenPage, plan_with_shared_work: tuple[str, str]
) -> None:
    path, role = plan_with_shared_work
    watched = new_page()
    choose_role(watched, site_address, role)
    watched.open(site_address + path)
    page = watched.page
    everything = page.locator(".hb-task:visible").count()
    button = page.locator(f"{MINE} button")

    button.click()
    mine = page.locator(".hb-task:visible")

    assert 0 < mine.count() < everything
    assert mine.locator(".hb-mine-tag").count() == mine.count()
    assert button.get_attribute("aria-pressed") == "true"
    assert page.locator("h3[id^=nhiem-vu-]:visible").count() == (
        page.locator("ul.hb-tasks:visible").count()
    )
    button.click()
    assert page.locator(".hb-task:visible").count() == everything


def test_a_role_is_forgotten_on_demand(
    site_address: str, new_page: OpenPage, plan_with_shared_work: tuple[str, str]
) -> None:
    path, role = plan_with_shared_work
    watched = new_page()
    choose_role(watched, site_address, role)

    watched.page.locator(".hb-remember button").click()
    watched.open(site_address + path)

    assert watched.page.locator(MINE).is_hidden()
    assert "chọn vai trò" in watched.page.locator(".hb-my-role").inner_text()


@pytest.mark.parametrize(
    "kept", ['{"id": "../../x", "name": "a"}', "không phải JSON", '"chuỗi"', "1"]
)
def test_a_spoiled_memory_is_no_role(
    kept: str, site_address: str, new_page: OpenPage, plan_with_shared_work: tuple[str, str]
) -> None:
    watched = new_page()
    watched.open(site_address)
    watched.page.evaluate("kept => localStorage.setItem('hb-role', kept)", kept)

    watched.open(site_address + plan_with_shared_work[0])

    assert watched.page.locator(MINE).is_hidden()
    assert watched.errors == []


def test_a_name_from_memory_is_text(
    site_address: str, new_page: OpenPage, plan_with_shared_work: tuple[str, str]
) -> None:
    path, role = plan_with_shared_work
    watched = new_page()
    watched.open(site_address)
    watched.page.evaluate(
        "role => localStorage.setItem('hb-role', JSON.stringify({id: role, name: '<img src=x>'}))",
        role,
    )

    watched.open(site_address + path)

    assert "<img src=x>" in watched.page.locator(MINE).inner_text()
    assert watched.page.locator(f"{MINE} img, .hb-my-role img").count() == 0


def test_a_machine_that_remembers_nothing_still_shows_every_page(
    site_address: str, new_page: OpenPage, plan_with_shared_work: tuple[str, str]
) -> None:
    path, role = plan_with_shared_work
    watched = new_page()
    watched.page.add_init_script(
        "Object.defineProperty(window, 'localStorage',"
        " { get() { throw new DOMException('không cho', 'SecurityError'); } });"
    )

    watched.open(f"{site_address}vai-tro/{role}/index.html")
    watched.page.locator(".hb-remember button").click()

    assert "không cho nhớ" in watched.page.locator(".hb-remember [role=status]").inner_text()
    watched.open(site_address + path)
    assert watched.page.locator(MINE).is_hidden()


def test_without_javascript_roles_are_links(
    site_address: str, new_page: OpenPage, plan_with_shared_work: tuple[str, str]
) -> None:
    path, role = plan_with_shared_work
    watched = new_page(java_script_enabled=False)

    watched.open(site_address + path)

    assert watched.page.locator(f'.hb-matrix a[href*="vai-tro/{role}/"]').first.is_visible()
    watched.page.locator(".hb-my-role a").click()
    watched.page.wait_for_url("**/vai-tro/index.html")
