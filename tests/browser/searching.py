"""What the search tests share: ask as a reader does, read what is shown, a made-up engine."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Page

INPUT = "input[type=search]"
LISTBOX = "[role=listbox]"
RESULTS = "[role=listbox] a[data-record]"


def ask(page: Page, query: str, *, wait: float = 10_000) -> list[str]:
    """Put a query into the box, as a program that measures does; give the records in rank order."""
    page.locator(INPUT).fill(query)
    wait_for(page, query, wait=wait)
    return records(page)


def wait_for(page: Page, query: str, *, wait: float = 10_000) -> None:
    """Wait until the listbox shows this query."""
    page.wait_for_function(
        """([listbox, query]) => {
            const { state, query: shown } = document.querySelector(listbox).dataset;
            return state === "done" && shown === query;
        }""",
        arg=[LISTBOX, query],
        timeout=wait,
    )


def records(page: Page) -> list[str]:
    """List the records shown, in the order of the document."""
    shown: list[str] = page.locator(RESULTS).evaluate_all("all => all.map(a => a.dataset.record)")
    return shown


def index_requests(requests: list[str]) -> list[str]:
    """List the requests for files of the index."""
    return [one for one in requests if "/search/" in unquote(urlsplit(one).path)]


def set_engine(page: Page, answers: dict[str, dict[str, Any]] | None = None) -> None:
    """Put in place of the engine one that answers as told: {query: {"delay": ms, "text": …}}.

    Where `text` is not given, the answer to a query is one hit with the query as its title; hits
    bear `text` wherever the engine's hits bear data.
    """
    page.evaluate(
        """answers => {
            const FIELDS = ["record", "kind", "kindName", "title", "at", "place", "name", "label",
                "number", "issuer", "date", "status", "usedBy"];
            const hitOf = (text) => ({
                ...Object.fromEntries(FIELDS.map((field) => [field, text])),
                isHead: false, href: "#" + encodeURIComponent(text), text: "… " + text, more: [],
            });
            const engine = {
                excerpt: (text) => ({ text, marks: text.length > 1 ? [[0, 2]] : [] }),
                countFacets: async () => ({}),
                search: async (query) => {
                    const { delay = 0, text = query } = answers[query] || {};
                    await new Promise((done) => setTimeout(done, delay));
                    const hit = { ...hitOf(text), more: [hitOf(text)] };
                    const said = { dropped: [text], suggestion: text, query: {}, matches: [] };
                    return { hits: [hit], total: 1, isWhole: true, ...said };
                },
            };
            handbookSearch.load = async () => engine;
        }""",
        json.loads(json.dumps(answers or {})),
    )
