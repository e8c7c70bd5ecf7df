"""WCAG 2.2 AA on every kind of page, in both colour schemes, narrow and wide."""

from axe_playwright_python.sync_playwright import Axe

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCHEMES = ("light", "dark")
WIDTHS = (320, 1280)


def _faults(tab, name):
    found = Axe().run(
        tab, options={"preload": False, "runOnly": RULES, "resultTypes": ["violations"]}
    )
    return [
        f"{name}: {fault['id']}: {fault['help']}: {fault['nodes'][0]['html'][:160]}"
        for fault in found.response["violations"]
    ]


def test_axe_finds_nothing(real, browser):
    # The policy of the pages lets no script in, axe's own among them.
    context = browser.new_context(bypass_csp=True)
    tab = context.new_page()
    faults = []
    for kind, language in sorted(real.kinds, key=str):
        if kind == "redirect":
            continue
        tab.set_viewport_size({"width": 1280, "height": 900})
        tab.goto(real.served + real.kinds[(kind, language)])
        # Each language meets each width and each scheme.
        turn = language == "nb"
        for scheme in SCHEMES:
            for width in WIDTHS:
                if turn and (scheme == "dark") == (width == 320):
                    continue
                tab.emulate_media(color_scheme=scheme)
                tab.set_viewport_size({"width": width, "height": 900})
                faults += _faults(tab, f"{kind} {language} {scheme} {width}")
    context.close()
    assert faults == []


def test_axe_finds_nothing_in_what_opens(real, browser):
    context = browser.new_context(bypass_csp=True)
    tab = context.new_page()
    faults = []
    for scheme in SCHEMES:
        tab.emulate_media(color_scheme=scheme)
        tab.goto(real.served + real.largest("article", "sv"))
        tab.keyboard.press("/")
        tab.keyboard.type("kluster")
        tab.locator(".suggestions li").first.wait_for()
        tab.keyboard.press("ArrowDown")
        faults += _faults(tab, f"suggestions {scheme}")
        tab.keyboard.press("Escape")
        tab.locator("a[data-gloss]").first.focus()
        tab.locator("a[data-gloss]").first.hover()
        tab.locator(".gloss:popover-open").wait_for()
        faults += _faults(tab, f"definition {scheme}")
        tab.goto(real.served + real.largest("search", "sv") + "?q=kluster")
        tab.locator(".results li").first.wait_for()
        faults += _faults(tab, f"results {scheme}")
    context.close()
    assert faults == []


def test_focus_is_visible_on_all_that_takes_it(real, page):
    page.emulate_media(reduced_motion="reduce")
    for kind in ("home", "concept", "article", "index"):
        page.goto(real.served + real.largest(kind, "sv"))
        for _ in range(25):
            page.keyboard.press("Tab")
            seen = page.evaluate(
                """() => {
                  const element = document.activeElement;
                  if (!element || element === document.body) return null;
                  const style = getComputedStyle(element);
                  const box = element.getBoundingClientRect();
                  return [element.outerHTML.slice(0, 80), style.outlineStyle,
                    parseFloat(style.outlineWidth), box.width > 0 && box.bottom > 0];
                }"""
            )
            if seen is None:
                break
            html, style, width, shown = seen
            assert shown and style != "none" and width >= 2, f"{kind}: {html}"
