"""`begrepp serve`: an open page follows what is written, and shows what is amiss."""

import re
import shutil
import signal
import subprocess

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import PROGRAM, REPOSITORY

PATIENCE = 180_000  # milliseconds: a build without optimisation on a busy machine
PAGE = "sv/artiklar/kluster.html"


class Preview:
    def __init__(self, folder):
        self.folder = folder
        self.process = subprocess.Popen(
            [PROGRAM, "serve", "--root", folder, "--port", "0"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self.lines = []
        for line in self.process.stdout:
            self.lines.append(line)
            if found := re.match(r"serving (\S+)", line):
                self.address = found[1]
                break

    def end(self):
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=PATIENCE / 1000)


@pytest.fixture(scope="module")
def preview(tmp_path_factory):
    """A preview of a copy of this repository's content, which each test leaves as it found it."""
    folder = tmp_path_factory.mktemp("preview")
    shutil.copytree(REPOSITORY / "content", folder / "content")
    running = Preview(folder)
    try:
        yield running
        assert running.end() == 0
        # What the preview adds to a page is not in the files.
        pages = list((folder / "public").rglob("*.html"))
        assert pages and not [path for path in pages if "_begrepp" in path.read_text("utf-8")]
    finally:
        if running.process.poll() is None:
            running.process.kill()
            running.process.wait()


def _append(path, text):
    path.write_text(path.read_text("utf-8") + text, "utf-8")


def _panel(page):
    return page.locator("#begrepp-live section")


def test_an_open_page_follows_what_is_written(preview, page):
    page.set_default_timeout(PATIENCE)
    article = preview.folder / "content/sv/kluster.md"
    text = article.read_text("utf-8")
    page.goto(preview.address + PAGE)
    page.evaluate("scrollTo({ top: 700, behavior: 'instant' })")
    assert page.evaluate("scrollY") == 700
    _append(article, "\nEn rad som just skrevs.\n")
    page.get_by_text("En rad som just skrevs.").wait_for()
    # The policy of the page allows no eval, which waiting for a function would need.
    for _ in range(100):
        if page.evaluate("scrollY") == 700:
            break
        page.wait_for_timeout(50)
    assert page.evaluate("scrollY") == 700

    # A page that the change does not concern is left as it is.
    page.goto(preview.address + "nb/om.html")
    page.evaluate("window.__kept = true")
    _append(article, "\nEn rad till.\n")
    other = page.context.new_page()
    other.set_default_timeout(PATIENCE)
    other.goto(preview.address + PAGE)
    other.get_by_text("En rad till.").wait_for()
    other.close()
    assert page.evaluate("window.__kept") is True
    page.close()
    article.write_text(text, "utf-8")


def test_a_page_that_goes_and_comes_back_is_followed(preview, page):
    page.set_default_timeout(PATIENCE)
    article = preview.folder / "content/sv/kluster.md"
    text = article.read_text("utf-8")
    page.goto(preview.address + PAGE)
    article.unlink()
    page.locator("body.page-not-found").wait_for()
    # The page that says so has its styles at any address.
    assert page.evaluate("getComputedStyle(document.querySelector('.skip')).position") == "absolute"
    article.write_text(text, "utf-8")
    page.locator("body.page-article").wait_for()
    page.faults = [fault for fault in page.faults if "404" not in fault]


def test_findings_are_shown_with_a_way_to_their_line(preview, page):
    page.set_default_timeout(PATIENCE)
    article = preview.folder / "content/sv/kluster.md"
    text = article.read_text("utf-8")
    page.goto(preview.address + PAGE)
    page.locator("#begrepp-live").wait_for(state="attached")
    assert not _panel(page).is_visible()

    article.write_text(text + "\nSe [en sida](finns-inte.md) om detta.\n", "utf-8")
    _panel(page).wait_for()
    line = text.count("\n") + 2
    place = _panel(page).get_by_role("link", name=re.compile(rf"kluster\.md:{line}:\d+$"))
    place.wait_for()
    assert _panel(page).get_by_text("[broken-link]").is_visible()
    assert _panel(page).locator("mark").first.inner_text()
    violations = Axe().run(page).response["violations"]
    assert [found["id"] for found in violations] == []
    # The checker tries styles of its own, which the policy of the page forbids.
    page.faults = [fault for fault in page.faults if "inline style" not in fault]

    page.keyboard.press("Escape")
    assert not _panel(page).is_visible()
    badge = page.locator("#begrepp-live button.badge")
    badge.focus()
    page.keyboard.press("Enter")
    assert _panel(page).is_visible()
    assert badge.get_attribute("aria-expanded") == "true"
    assert page.evaluate("document.querySelector('#begrepp-live').shadowRoot.activeElement.id") == "panel"

    place.click()
    page.wait_for_url(re.compile(r"/_begrepp/source\?file="))
    marked = page.locator(f"#L{line}")
    assert marked.is_visible() and "finns-inte.md" in marked.inner_text()
    assert page.evaluate("document.querySelector(':target').id") == f"L{line}"
    page.go_back()

    article.write_text(text, "utf-8")
    _panel(page).get_by_text("[broken-link]").wait_for(state="detached")


def test_a_faulty_configuration_keeps_the_site_and_is_shown(preview, page):
    page.set_default_timeout(PATIENCE)
    page.goto(preview.address + PAGE)
    configuration = preview.folder / "content/concepts.yml"
    text = configuration.read_text("utf-8")
    configuration.write_text("- id: [\n", "utf-8")
    _panel(page).get_by_text("the site before this change is shown").wait_for()
    assert _panel(page).get_by_role("link", name=re.compile(r"concepts\.yml:\d+:\d+$")).count() > 0
    assert page.locator("main h1").is_visible()
    configuration.write_text(text, "utf-8")
    _panel(page).wait_for(state="hidden")
