"""Every internal link and anchor leads somewhere, wherever the site lies."""

import re
import xml.etree.ElementTree as ElementTree
from urllib.parse import unquote

import pytest

from site_files import target


def test_every_reference_and_anchor_resolves(site):
    ids = {path: set(page.ids) for path, page in site.pages.items()}
    faults = []
    for path, page in site.pages.items():
        for tag, name, value in page.references:
            try:
                place = target(path, value, site)
            except ValueError as fault:
                faults.append(f"{path}: {value} {fault}")
                continue
            if place is None:
                continue
            to, fragment = place
            if name == "href" and site.name == "trapped" and "__ran" in unquote(value):
                continue  # an address of the attackers that has lost its scheme
            if not (site.root / to).is_file():
                faults.append(f"{path}: <{tag} {name}> {value} leads nowhere")
            elif fragment and to in ids and fragment not in ids[to]:
                faults.append(f"{path}: {value} has no such anchor")
    assert faults == []


def test_references_by_id_resolve(site):
    faults = []
    for path, page in site.pages.items():
        text = (site.root / path).read_text("utf-8")
        known = set(page.ids)
        names = r'\s(?:aria-labelledby|aria-describedby|data-gloss|for|aria-controls)="([^"]*)"'
        for value in re.findall(names, text):
            faults += [f"{path}: {part}" for part in value.split() if part not in known]
        repeated = {name for name in page.ids if page.ids.count(name) > 1}
        faults += [f"{path}: twice {name}" for name in repeated]
    assert faults == []


def test_the_map_for_machines_names_pages_that_exist(site):
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    addresses = [
        place.text
        for place in ElementTree.parse(site.root / "sitemap.xml").iter(f"{space}loc")
    ]
    assert len(addresses) > 20
    for address in addresses:
        assert address.startswith(site.base_url)
        assert (site.root / target("", address, site)[0]).is_file(), address


def test_opens_as_a_file(real, page):
    page.goto(real.file_url("index.html"))
    page.locator("main a[hreflang=sv]").click()
    page.locator(".chips a").first.click()
    assert page.url.startswith("file://") and page.locator("h1").inner_text()
    page.locator(".languages a").first.click()
    assert page.locator("html").get_attribute("lang") == "nb"


def test_works_from_a_sub_folder(real, page):
    page.goto(real.served + "sv/index.html")
    page.locator(".chips a").first.click()
    page.locator(".brand").click()
    assert page.url == real.served + "sv/index.html"


@pytest.mark.parametrize("address", ["nowhere.html", "nb/artikler/nowhere.html", "a/b/c/d/"])
def test_the_page_for_what_is_not_there_works_at_any_depth(real, page, address):
    page.goto(real.served + address)
    assert page.locator("main section[lang=nb] h2").inner_text()
    # It has its styles, its script, and the files of the search.
    assert page.evaluate("getComputedStyle(document.querySelector('.skip')).position") == "absolute"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url == real.served + address + "#page-main"
    page.locator("input[type=search]").fill("klustrets")
    page.locator(".suggestions small:not(:empty)").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(real.served + "sv/begrepp/kluster.html")
    page.go_back()
    page.locator(".brand").click()
    assert page.url == real.served + "sv/index.html"
    page.faults = [fault for fault in page.faults if "status of 404" not in fault]
