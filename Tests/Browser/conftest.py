"""The sites under test, the server that they are read from, and the browser."""

import functools
import http.server
import os
import shutil
import subprocess
import threading
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

import hostile
from site_files import Site

REPOSITORY = Path(__file__).resolve().parents[2]
PROGRAM = Path(os.environ.get("BEGREPP", REPOSITORY / ".build/debug/begrepp"))
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves files as hosts of static sites do: with the 404.html of the site for what is not there."""

    def log_message(self, *arguments):
        pass

    def send_error(self, code, message=None, explain=None):
        parts = self.path.split("/")
        page = Path(self.directory, *parts[1:3], "404.html")
        if code != 404 or parts[1] != "under" or not page.is_file():
            return super().send_error(code, message, explain)
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """A folder and its address on the loopback; sites lie in folders below it."""
    root = tmp_path_factory.mktemp("served")
    handler = functools.partial(_Handler, directory=str(root))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        thread = threading.Thread(target=running.serve_forever, daemon=True)
        thread.start()
        yield root, f"http://127.0.0.1:{running.server_address[1]}/"
        running.shutdown()


def build(server, name, prepare):
    """Builds a knowledge base whose site is served from a sub-folder."""
    root, address = server
    base = root.parent / f"{root.name}-{name}"
    base.mkdir()
    prepare(base)
    # The address that it says it has is the one that it gets.
    settings = base / "content/site.yml"
    text = settings.read_text("utf-8").replace("example.org/begrepp/", f"example.org/under/{name}/")
    settings.write_text(text, "utf-8")
    done = subprocess.run(
        [PROGRAM, "build", "--root", base], capture_output=True, text=True, timeout=300
    )
    assert done.returncode in (0, 1), done.stderr[-2000:]
    place = root / "under" / name
    place.parent.mkdir(exist_ok=True)
    shutil.move(base / "public", place)
    return Site(place, f"{address}under/{name}/", name, done.stdout + done.stderr, base)


@pytest.fixture(scope="session")
def real(server):
    """The site of this repository's own content."""
    return build(
        server, "real", lambda base: shutil.copytree(REPOSITORY / "content", base / "content")
    )


@pytest.fixture(scope="session")
def trapped(server):
    """The site of a hostile knowledge base."""
    return build(server, "trapped", hostile.write)


@pytest.fixture(scope="session", params=["real", "trapped"])
def site(request):
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="session")
def browser():
    # The sandbox of Chromium does not start as root, as in a container.
    flags = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        yield running
        running.close()


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.faults = []
    page.on("console", lambda message: page.faults.append(message.text))
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    yield page
    context.close()
    assert page.faults == []


@dataclass
class Visit:
    """What a browser met on one page at 320 pixels."""

    path: str
    console: list = field(default_factory=list)
    requests: list = field(default_factory=list)
    failed: list = field(default_factory=list)
    dialogs: list = field(default_factory=list)
    width: int = 0
    shift: float = 0.0
    ran: bool = False


_WATCH = """
  window.__shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.__shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
"""


def _look(tab, address):
    """Opens a page: how wide it is, how much it has shifted, and whether a script of its text ran."""
    tab.goto(address)
    return tab.evaluate(
        """() => new Promise((done) => requestAnimationFrame(() => setTimeout(() => done([
             document.documentElement.scrollWidth, window.__shift,
             window.__ran !== undefined || document.title === "ran",
           ]), 0)))"""
    )


@pytest.fixture(scope="session")
def visits(site, browser):
    """Every page of a site, opened in a narrow window."""
    context = browser.new_context(viewport={"width": 320, "height": 640})
    context.add_init_script(_WATCH)
    tab = context.new_page()
    visits = []
    current = None

    def dialog(shown):
        current.dialogs.append(shown.message)
        shown.dismiss()

    def failed(request):
        # What is under way when the next page is opened is broken off.
        if request.failure != "net::ERR_ABORTED":
            current.failed.append(f"{request.url} {request.failure}")

    tab.on("console", lambda message: current.console.append(message.text))
    tab.on("pageerror", lambda error: current.console.append(str(error)))
    tab.on("request", lambda request: current.requests.append(request.url))
    tab.on("requestfailed", failed)
    tab.on("dialog", dialog)
    for path, parsed in site.pages.items():
        if parsed.kind == "redirect":
            continue
        current = Visit(path)
        visits.append(current)
        current.width, current.shift, current.ran = _look(tab, site.served + path)
        if current.shift > 0:
            # On a busy machine a page may be painted before all of it has been parsed. What shifts
            # because of how it is laid out does so each time.
            current.shift = min(current.shift, _look(tab, site.served + path)[1])
    context.close()
    return visits


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Two processes share the work: what needs the visits to all pages stays in one of them."""
    for item in items:
        apart = "visits" in item.fixturenames or "trapped" in item.nodeid
        item.add_marker(pytest.mark.xdist_group("visits" if apart else "others"))
