"""Makes the pictures of the README from a running site: make run, and beside it make screenshots."""

import os
import re

from playwright.sync_api import sync_playwright

from scripts.house.paths import ROOT

SITE = f"http://localhost:{os.environ.get('PORT', '8000')}"
PICTURES = ROOT / "docs" / "screenshots"
WINDOW = {"width": 1280, "height": 900}


def main():
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"], args=root)
        page = browser.new_page(base_url=SITE, viewport=WINDOW, locale="nl-NL")
        for name, path in paths(page).items():
            page.goto(path, wait_until="networkidle")
            page.screenshot(path=PICTURES / f"{name}.png")


def paths(page):
    """Where to look: the practice that the reports tell most of, and three of its kind side by side."""
    page.goto("/praktijken/?q=voetbal")
    practice = page.locator("main article a, main li a").filter(has_text=re.compile("voetbal", re.IGNORECASE)).first
    keys = page.locator("input[name=p]").evaluate_all("boxes => boxes.slice(0, 3).map(box => box.value)")
    return {
        "home": "/",
        "search": "/praktijken/?q=jongeren",
        "practice": practice.get_attribute("href"),
        "comparison": f"/vergelijken/?{'&'.join(f'p={key}' for key in keys)}",
    }


if __name__ == "__main__":
    main()
