"""How soon a reader sees the largest part of a page: `make bench PARTS=paint`.

Builds the site of `content/`, serves it from this machine, and opens each kind of page over and over
in headless Chromium, with nothing in its cache. The median is what counts.
"""

import functools
import http.server
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from playwright.sync_api import sync_playwright

REPOSITORY = Path(__file__).resolve().parents[1]
PAGES = {
    "home": "sv/index.html",
    "concept": "sv/begrepp/kluster.html",
    "article": "nb/artikler/klynge.html",
    "index": "sv/register.html",
    "facet": "nb/fordeler.html",
    "map": "sv/karta.html",
}
ROUNDS = 15
GOAL = 300
LARGEST = """() => new Promise((done) => {
  new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime))
    .observe({ type: "largest-contentful-paint", buffered: true });
})"""


class Handler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


def measure(address: str) -> dict[str, float]:
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    flags = ["--no-sandbox"] if os.geteuid() == 0 else []
    times: dict[str, list[float]] = {name: [] for name in PAGES}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=flags)
        for _ in range(ROUNDS):
            for name, path in PAGES.items():
                context = browser.new_context(viewport={"width": 390, "height": 844})
                page = context.new_page()
                page.goto(address + path)
                times[name].append(page.evaluate(LARGEST))
                context.close()
        browser.close()
    return {name: statistics.median(values) for name, values in times.items()}


def main(program: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        shutil.copytree(REPOSITORY / "content", base / "content")
        done = subprocess.run([program, "build", "--root", base], capture_output=True, text=True)
        if done.returncode > 1:
            sys.exit(done.stderr)
        handler = functools.partial(Handler, directory=str(base / "public"))
        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            medians = measure(f"http://127.0.0.1:{server.server_address[1]}/")
            server.shutdown()
    print("| largest contentful paint | median | goal |\n| --- | --- | --- |")
    for name, median in medians.items():
        print(f"| {name} | {median:.0f} ms | < {GOAL} ms |")


main(sys.argv[1])
