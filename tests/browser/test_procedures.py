"""A procedure in the browser: steps that open, a check-list that keeps what the reader ticked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browsing import OpenPage

PROCEDURE = "quy-trinh/so-ket-giua-nhiem-ky-cdcs/index.html"
MANY_ROLES = "quy-trinh/so-ket-giua-nhiem-ky-cap-tren/index.html"
OTHER = "quy-trinh/bao-cao-nam/index.html"
OUTLINE = "de-cuong/thanh-hoa-148-hd-2023/index.html"
KEY = "cam-nang/tien-do"
REFUSE = """
for (const name of ["getItem", "setItem"]) {
  const own = Storage.prototype[name];
  Storage.prototype[name] = function (key, ...rest) {
    if (key.startsWith("cam-nang/")) throw new DOMException("no");
    return own.call(this, key, ...rest);
  };
}
"""
"""A browser that lets our scripts keep nothing; the theme's own are left alone."""
GROUPS = 9
"""The steps of `PROCEDURE`: its ten, two of which are joined by “hoặc”."""


def opened(new_page: OpenPage, address: str, **options: Any) -> Page:
    watched = new_page(**options)
    watched.show(address)
    page: Page = watched.page
    return page


def box(page: Page, step: str) -> Any:
    return page.locator(f'.hb-checklist input[data-tick="{step}"]')


def count(page: Page) -> str:
    return page.locator(".hb-progress [aria-live]").inner_text()


def said(page: Page) -> str:
    return page.locator(".hb-checklist-said").inner_text()


def give_file(page: Page, name: str, text: str | bytes) -> None:
    data = text.encode() if isinstance(text, str) else text
    page.locator('.hb-checklist input[type="file"]').set_input_files(
        {"name": name, "mimeType": "application/json", "buffer": data}
    )
    page.get_by_text(f"“{name}”").wait_for()


def progress_file(procedures: Any, **changes: Any) -> str:
    return json.dumps(
        {"format": "cam-nang-tien-do", "version": 1, "procedures": procedures, **changes}
    )


def test_steps_are_folded_and_open_all_at_once(site_address: str, new_page: OpenPage) -> None:
    page = opened(new_page, site_address + PROCEDURE)
    assert page.locator(".hb-step details[open]").count() == 0

    page.get_by_role("button", name="Mở tất cả").press("Enter")
    assert page.locator(".hb-step details:not([open])").count() == 0

    page.get_by_role("button", name="Gập tất cả").press("Enter")
    assert page.locator(".hb-step details[open]").count() == 0


def test_the_step_an_address_names_is_open(site_address: str, new_page: OpenPage) -> None:
    page = opened(new_page, f"{site_address}{PROCEDURE}#buoc-3")

    open_steps = page.locator(".hb-step details[open]")

    assert open_steps.locator("h2").all_inner_texts() == ["Viết báo cáo theo đề cương"]
    assert open_steps.get_attribute("aria-current") == "step"


def test_a_step_opens_by_the_keyboard(site_address: str, new_page: OpenPage) -> None:
    page = opened(new_page, site_address + PROCEDURE)

    page.locator(".hb-step summary").first.press("Enter")

    assert page.locator(".hb-step details[open]").count() == 1


def test_without_javascript_every_step_can_be_read(site_address: str, new_page: OpenPage) -> None:
    page = opened(new_page, site_address + PROCEDURE, java_script_enabled=False)
    steps = page.locator(".hb-step > details")

    for number in range(steps.count()):
        steps.nth(number).locator("summary").click()
        assert steps.nth(number).locator("dl").is_visible()
    assert not page.locator(".hb-checklist, .hb-progress, .hb-tick").locator("visible=true").count()
    assert page.locator(".hb-whose").first.is_visible()


def test_an_outline_page_leads_to_its_step(site_address: str, new_page: OpenPage) -> None:
    page = opened(new_page, site_address + OUTLINE)

    page.locator(".hb-steps-nav").get_by_role("link", name="bước 2–6 trong 7 bước").click()

    assert page.url == f"{site_address}{OTHER}#buoc-2"
    assert page.locator("details[aria-current] h2").inner_text() == "Gom số liệu"


def test_what_is_done_is_there_the_next_time(site_address: str, new_page: OpenPage) -> None:
    page = opened(new_page, site_address + PROCEDURE)
    assert count(page).startswith(f"Đã xong 0/{GROUPS} bước. Bước tiếp theo: Xem kế hoạch")

    box(page, "buoc-1").check()
    page.reload()

    assert box(page, "buoc-1").is_checked()
    assert count(page).startswith(f"Đã xong 1/{GROUPS} bước. Bước tiếp theo: Thống kê")
    assert page.locator('[data-done="buoc-1"]').is_visible()
    assert page.locator(".hb-is-left").count() == 9


def test_both_boxes_of_a_step_go_together(site_address: str, new_page: OpenPage) -> None:
    page = opened(new_page, f"{site_address}{PROCEDURE}#buoc-2")

    page.get_by_label("Đã xong bước này").locator("visible=true").check()
    assert box(page, "buoc-2").is_checked()

    box(page, "buoc-2").uncheck()
    assert not page.get_by_label("Đã xong bước này").locator("visible=true").is_checked()


def test_one_of_two_alternatives_is_enough(site_address: str, new_page: OpenPage) -> None:
    page = opened(new_page, site_address + PROCEDURE)

    box(page, "hop-ket-hop").check()

    assert count(page).startswith(f"Đã xong 1/{GROUPS}")
    assert "hb-is-left" not in str(
        page.locator('.hb-checklist [data-step="buoc-5"]').get_attribute("class")
    )


def test_steps_joined_by_and_are_all_needed(site_address: str, new_page: OpenPage) -> None:
    page = opened(new_page, site_address + MANY_ROLES)

    box(page, "buoc-1").check()
    assert count(page).startswith("Đã xong 0/")
    box(page, "chi-dao-cdcs").check()
    assert count(page).startswith("Đã xong 1/")


def steps_in(page: Page, part: str) -> list[str]:
    rows = page.locator(f'[data-part="{part}"] [data-step]')
    return [str(row.get_attribute("data-step")) for row in rows.all()]


def test_the_role_says_whose_turn_it_is(site_address: str, new_page: OpenPage) -> None:
    page = opened(new_page, site_address + MANY_ROLES)
    assert steps_in(page, "others") == ["buoc-3", "buoc-6"]

    page.locator(".hb-progress select").select_option("nu-cong")
    assert steps_in(page, "mine") == ["phan-nu-cong"]
    assert page.locator('[data-whose="buoc-2"]').inner_text() == "người khác làm cho tôi"

    page.locator(".hb-progress select").select_option("")
    order = [str(one.get_attribute("id")) for one in page.locator(".hb-step h2").all()]
    mine = steps_in(page, "mine")
    assert mine == [one for one in order if one in mine]
    page.locator(".hb-progress select").select_option("nu-cong")
    page.reload()
    assert steps_in(page, "mine") == ["phan-nu-cong"]


def test_the_role_remembered_for_the_site_is_taken(site_address: str, new_page: OpenPage) -> None:
    watched = new_page()
    watched.page.add_init_script(
        """localStorage.setItem("hb-role", '{"id": "kiem-tra", "name": "Kiểm tra"}')"""
    )

    watched.show(site_address + MANY_ROLES)

    assert steps_in(watched.page, "mine") == ["phan-kiem-tra"]


def test_what_is_exported_can_be_imported_elsewhere(
    site_address: str, new_page: OpenPage, tmp_path: Path
) -> None:
    page = opened(new_page, site_address + PROCEDURE)
    box(page, "buoc-1").check()
    box(page, "buoc-4").check()
    page.get_by_text("Giữ tiến độ").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Xuất tệp tiến độ").click()
    target = tmp_path / "tien-do.json"
    download.value.save_as(target)

    other = opened(new_page, site_address + PROCEDURE)
    box(other, "buoc-2").check()
    give_file(other, "tien-do.json", target.read_bytes())

    assert said(other) == "Đã nhập tệp “tien-do.json”: thêm 2 bước đã xong."
    done = [one for one in ("buoc-1", "buoc-2", "buoc-4") if box(other, one).is_checked()]
    assert done == ["buoc-1", "buoc-2", "buoc-4"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "không phải JSON"),
        ("xin chào", "không phải JSON"),
        (b"\xff\xfe\x00PK", "không phải JSON"),
        ("[]", "không phải tệp do nút"),
        ("null", "không phải tệp do nút"),
        ('{"steps": {}}', "không phải tệp do nút"),
        (progress_file({}, version=2), "phiên bản khác"),
        (progress_file([]), "không đúng dạng"),
        (progress_file({"a": 1}), "không đúng dạng"),
        (progress_file({"__proto__ ": {}}), "mã lạ"),
        ('{"format":"cam-nang-tien-do","version":1,"procedures":{"__proto__":{"a":"2024-01-01"}}}',
         "mã lạ"),
        (progress_file({"<img src=x>": {}}), "mã lạ"),
        (progress_file({"a": {"b": "hôm qua"}}), "ngày không đúng"),
        (progress_file({"a": {"b": "2024-13-01"}}), "ngày không đúng"),
        (progress_file({"a": {"b": True}}), "ngày không đúng"),
        (progress_file({f"a{n}": {} for n in range(1001)}), "quá dài"),
        (progress_file({}) + " " * 1_000_001, "quá lớn"),
    ],
)  # fmt: skip
def test_a_wrong_file_is_refused_and_nothing_is_lost(
    site_address: str, new_page: OpenPage, text: str | bytes, reason: str
) -> None:
    watched = new_page()
    watched.show(site_address + PROCEDURE)
    page = watched.page
    box(page, "buoc-1").check()
    before = page.evaluate("key => localStorage.getItem(key)", KEY)

    give_file(page, "sai.json", text)

    assert said(page).startswith("Không nhập tệp “sai.json”: ")
    assert reason in said(page)
    assert said(page).endswith("Dấu đang có vẫn giữ nguyên.")
    assert page.evaluate("key => localStorage.getItem(key)", KEY) == before
    assert watched.errors == []


def test_progress_of_other_procedures_is_kept(site_address: str, new_page: OpenPage) -> None:
    page = opened(new_page, site_address + OTHER)
    box(page, "buoc-1").check()
    page.goto(site_address + PROCEDURE)
    box(page, "buoc-1").check()
    give_file(page, "them.json", progress_file({"khong-con-nua": {"buoc-9": "2024-02-29"}}))

    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_text("Giữ tiến độ").click()
    page.get_by_role("button", name="Bỏ dấu của quy trình này").click()

    assert not box(page, "buoc-1").is_checked()
    kept = json.loads(page.evaluate("key => localStorage.getItem(key)", KEY))["procedures"]
    assert sorted(kept) == ["bao-cao-nam", "khong-con-nua"]


def test_two_open_pages_lose_nothing_of_each_other(site_address: str, new_page: OpenPage) -> None:
    page = opened(new_page, site_address + PROCEDURE)
    second = page.context.new_page()
    second.goto(site_address + PROCEDURE)

    box(second, "buoc-2").check()
    page.locator(".hb-checklist .hb-is-done").wait_for()
    box(page, "buoc-1").check()

    second.reload()
    assert box(second, "buoc-1").is_checked()
    assert box(second, "buoc-2").is_checked()


def test_what_cannot_be_read_is_set_aside(site_address: str, new_page: OpenPage) -> None:
    watched = new_page()
    watched.page.add_init_script(
        f"localStorage.getItem('{KEY}') === null && localStorage.setItem('{KEY}', 'hỏng')"
    )
    watched.show(site_address + PROCEDURE)

    box(watched.page, "buoc-1").check()

    assert watched.page.evaluate(f"localStorage.getItem('{KEY}/khong-doc-duoc')") == "hỏng"
    assert box(watched.page, "buoc-1").is_checked()
    assert watched.errors == []


def test_where_nothing_is_kept_the_reader_is_told(built_site: Path, new_page: OpenPage) -> None:
    """From a disk, too."""
    watched = new_page()
    watched.page.add_init_script(REFUSE)
    watched.show((built_site / PROCEDURE).as_uri())

    box(watched.page, "buoc-1").check()
    box(watched.page, "buoc-2").check()

    assert "đóng trang là mất dấu" in said(watched.page)
    assert count(watched.page).startswith(f"Đã xong 2/{GROUPS}")
    assert watched.errors == []


def test_paper_has_every_step_open_and_no_buttons(site_address: str, new_page: OpenPage) -> None:
    page = opened(new_page, site_address + PROCEDURE, java_script_enabled=False)

    page.emulate_media(media="print")

    facts = page.locator(".hb-step dl")
    assert facts.count() == 10
    assert all(
        one.evaluate("one => one.checkVisibility({ contentVisibilityAuto: true })")
        for one in facts.all()
    )
    assert page.locator(".hb-steps-bar:visible, .hb-checklist:visible").count() == 0


def test_printing_opens_the_steps_and_folds_them_again(
    site_address: str, new_page: OpenPage
) -> None:
    page = opened(new_page, f"{site_address}{PROCEDURE}#buoc-2")

    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".hb-step details:not([open])").count() == 0

    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator(".hb-step details[open] h2").all_inner_texts() == [
        "Thống kê kết quả thực hiện chỉ tiêu"
    ]
