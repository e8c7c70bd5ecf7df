"""Nothing runs that the site did not bring, and nothing is fetched from elsewhere."""


def test_no_request_leaves_the_site(site, visits):
    away = {
        f"{visit.path}: {url}"
        for visit in visits
        for url in visit.requests
        if not url.startswith(site.served)
    }
    assert away == set()


def test_no_request_fails(visits):
    assert [(visit.path, visit.failed) for visit in visits if visit.failed] == []


def test_the_console_stays_empty(visits):
    assert [(visit.path, visit.console) for visit in visits if visit.console] == []


def test_no_script_of_the_content_runs(visits):
    assert len(visits) > 100
    assert [visit.path for visit in visits if visit.ran or visit.dialogs] == []


def test_no_page_has_a_script_of_its_own(site):
    assert [path for path, page in site.pages.items() if page.has_script_text] == []


def test_no_drawing_that_runs_something_is_published(trapped):
    assert list(trapped.root.rglob("bilder/*.svg")) == []


def test_hostile_terms_run_nothing_in_results_and_popovers(trapped, page):
    page.goto(trapped.served + "sv/index.html")
    page.locator("input[type=search]").fill("fälla1")
    page.locator(".suggestions li").first.wait_for()
    path = trapped.largest("search", "sv")
    page.goto(f"{trapped.served}{path}?q=%3Cscript%3Ewindow.__ran%3D1%3C%2Fscript%3E")
    page.goto(f"{trapped.served}{path}?q=ond")
    page.locator(".results li").first.wait_for()
    page.goto(trapped.served + trapped.largest("article", "sv"))
    for link in page.locator("a[data-gloss]").all()[:3]:
        link.focus()
    assert page.evaluate("window.__ran") is None
