"""Definitions in place and the search, by keyboard, pointer and touch."""

OPEN = ".gloss:popover-open"


def _article(real, page):
    page.goto(real.served + real.largest("article", "sv"))


def test_the_search_works_with_the_keyboard_alone(real, page):
    _article(real, page)
    page.keyboard.press("/")
    field = page.locator("input[type=search]")
    assert field.evaluate("element => element === document.activeElement")
    page.keyboard.type("kluster")
    choices = page.locator(".suggestions li")
    choices.first.wait_for()
    assert field.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    assert choices.first.get_attribute("aria-selected") == "true"
    assert field.get_attribute("aria-activedescendant") == choices.first.get_attribute("id")
    page.keyboard.press("ArrowUp")
    assert choices.last.get_attribute("aria-selected") == "true"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    assert not choices.first.is_visible() and field.input_value() == "kluster"
    page.keyboard.type("s")
    choices.first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/begrepp/*.html*")
    assert page.locator("h1").inner_text() == "kluster"


def test_the_search_is_a_form(real, page):
    _article(real, page)
    page.keyboard.press("/")
    page.keyboard.type("allianser")
    page.keyboard.press("Enter")
    page.wait_for_url("**?q=allianser")
    page.locator(".results a").first.wait_for()
    assert "allians" in page.locator(".results a").first.inner_text()
    assert page.locator("#page-results p").first.inner_text()


def test_a_slash_in_a_field_is_a_slash(real, page):
    _article(real, page)
    page.keyboard.press("/")
    page.keyboard.press("/")
    assert page.locator("input[type=search]").input_value() == "/"


def test_a_query_that_finds_nothing_says_so(real, page):
    page.goto(real.served + real.largest("search", "sv") + "?q=zzzqqqxxx")
    page.locator("#page-results p").first.wait_for()
    assert "zzzqqqxxx" in page.locator("#page-results p").first.inner_text()


def test_a_definition_shows_on_focus_and_leaves_with_escape(real, page):
    _article(real, page)
    opened = False
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.locator(OPEN).count():
            opened = True
            break
    assert opened
    owner = page.evaluate("document.activeElement.dataset.gloss")
    assert page.locator(OPEN).get_attribute("id") == owner
    assert page.evaluate("document.activeElement.getAttribute('aria-describedby')") == owner
    page.keyboard.press("Escape")
    assert page.locator(OPEN).count() == 0
    assert page.evaluate("document.activeElement.dataset.gloss") == owner


def test_a_definition_stays_while_the_pointer_is_on_it(real, page):
    _article(real, page)
    page.locator("a[data-gloss]").first.hover()
    page.locator(OPEN).wait_for()
    page.locator(OPEN).hover()
    page.wait_for_timeout(400)
    assert page.locator(OPEN).count() == 1
    page.keyboard.press("Escape")
    assert page.locator(OPEN).count() == 0
    page.locator("a[data-gloss]").first.hover()
    page.mouse.move(5, 5)
    page.wait_for_timeout(600)
    assert page.locator(OPEN).count() == 0


def test_the_first_tap_shows_the_definition_with_the_link(real, browser):
    context = browser.new_context(
        viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True
    )
    tab = context.new_page()
    tab.goto(real.served + real.largest("article", "sv"))
    before = tab.url
    tab.locator("a[data-gloss]").first.tap()
    tab.locator(OPEN).wait_for()
    assert tab.url == before
    box = tab.locator(OPEN).bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 390
    tab.locator(f"{OPEN} a").tap()
    tab.wait_for_url("**/begrepp/**")
    context.close()


def test_all_is_there_without_scripts(real, browser):
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(real.served + real.largest("article", "sv"))
    link = tab.locator("a[data-gloss]").first
    link.click()
    assert "/begrepp/" in tab.url
    tab.goto(real.served + real.largest("search", "sv"))
    assert tab.locator("noscript a").count() == 1 or tab.locator("main a").count() > 0
    context.close()
