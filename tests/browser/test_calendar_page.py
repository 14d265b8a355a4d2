"""The page about calendars names the address by which this reader reaches them."""

from __future__ import annotations

from pathlib import Path

from tests.browsing import OpenPage


def test_full_addresses_are_shown_and_answer(site_address: str, new_page: OpenPage) -> None:
    watched = new_page()
    watched.open(f"{site_address}lich/")

    row = watched.page.locator("[data-calendar]").first
    address = row.locator("code").inner_text()

    assert address == f"{site_address}lich/all.ics"
    assert row.get_by_role("link", name="Theo dõi").get_attribute("href") == address.replace(
        "http:", "webcal:"
    )
    response = watched.page.request.get(address)
    assert response.ok
    assert response.body().startswith(b"BEGIN:VCALENDAR")
    assert watched.errors == []


def test_links_lead_to_the_files_without_scripts_and_from_a_disk(
    built_site: Path, new_page: OpenPage
) -> None:
    watched = new_page(java_script_enabled=False)
    watched.open((built_site / "lich" / "index.html").as_uri())

    links = watched.page.locator("[data-calendar] > a").evaluate_all("all => all.map(a => a.href)")

    assert links[0] == (built_site / "lich" / "all.ics").as_uri()
    assert not watched.page.locator(".hb-calendar-address").count()


def test_an_address_is_copied_without_a_clipboard(site_address: str, new_page: OpenPage) -> None:
    page = new_page().page
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined });")
    page.goto(f"{site_address}lich/")

    button = page.locator("[data-calendar]").first.get_by_role("button")
    button.click()
    page.get_by_text("Đã chép").wait_for()

    assert page.evaluate("String(getSelection())") == f"{site_address}lich/all.ics"
