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
