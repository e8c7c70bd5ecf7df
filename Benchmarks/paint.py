"""How soon a reader sees the largest part of a page: `make bench PARTS=paint`.

Builds the site of `content/`, serves it from this machine, and opens each kind of page over and over
in headless Chromium, with nothing in its cache. The median is what counts.
"""

import functools
import http.server
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

REPOSITORY = Path(__file__).resolve().parents[1]
# By kind, the page that is measured: of concepts and articles the one with most bytes.
KINDS = ("home", "concept", "article", "index", "facet", "map")
ROUNDS = 15
GOAL = 300
# What the page paints is known to a watcher that was there before it; an evaluated promise that waits for a
# paint never ends on a page that has none.
WATCH = """
  window.paints = [];
  new PerformanceObserver((list) => window.paints.push(...list.getEntries().map((entry) => entry.startTime)))
    .observe({ type: "largest-contentful-paint", buffered: true });
"""
PATIENCE = 10_000  # milliseconds for one page


class Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True  # connections that the browser keeps open hold nothing up
    request_queue_size = 64

    def handle_error(self, request, client_address):
        pass  # a page that is closed breaks off what it fetches


def largest_pages(public: Path) -> dict[str, str]:
    found: dict[str, Path] = {}
    for page in sorted(public.rglob("*.html")):
        kind = re.search(r'<body class="page-([a-z-]+)', page.read_text("utf-8"))
        name = kind and kind.group(1)
        if name in KINDS and (name not in found or page.stat().st_size > found[name].stat().st_size):
            found[name] = page
    return {name: found[name].relative_to(public).as_posix() for name in KINDS if name in found}


def paint(browser, address: str) -> float | None:
    """Milliseconds from the start of the navigation; None where the page painted nothing in time."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    try:
        context.add_init_script(WATCH)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.goto(address)
        for _ in range(100):
            if paints := page.evaluate("window.paints"):
                return paints[-1]
            page.wait_for_timeout(20)
    except Error as fault:
        print(f"{address}: {fault.message.splitlines()[0]}", file=sys.stderr)
    finally:
        context.close()
    return None


def measure(address: str, pages: dict[str, str]) -> dict[str, list[float]]:
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    flags = ["--no-sandbox"] if os.geteuid() == 0 else []
    times: dict[str, list[float]] = {name: [] for name in pages}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=flags)
        paint(browser, address)  # the first page of a browser pays for its start
        for _ in range(ROUNDS):
            for name, path in pages.items():
                if (time := paint(browser, address + path)) is not None:
                    times[name].append(time)
        browser.close()
    return times


def main(program: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        shutil.copytree(REPOSITORY / "content", base / "content")
        done = subprocess.run([program, "build", "--root", base], capture_output=True, text=True)
        if done.returncode > 1:
            sys.exit(done.stderr)
        public = base / "public"
        with Server(("127.0.0.1", 0), functools.partial(Handler, directory=str(public))) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            times = measure(f"http://127.0.0.1:{server.server_address[1]}/", largest_pages(public))
            server.shutdown()
    print("| largest contentful paint | median | slowest | goal |\n| --- | --- | --- | --- |")
    for name, values in times.items():
        if len(values) < ROUNDS:
            sys.exit(f"only {len(values)} of {ROUNDS} visits to the {name} page painted anything")
        print(f"| {name} | {statistics.median(values):.0f} ms | {max(values):.0f} ms | < {GOAL} ms |")


main(sys.argv[1])
