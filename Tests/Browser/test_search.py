"""The search in the page answers as `begrepp search` does, and fetches little."""

import json
import subprocess

import pytest

from conftest import PROGRAM, build
from large import write

FETCHED = 60_000  # bytes of scripts: ours, and the files of the index

QUERIES = {
    "sv": [
        "kluster", "klustret", "klustrets", "kluser", "klsuter", "allianser", "strategiska allianser",
        "strategisk allians", "stratgisk allians", "strategiskallians", "allians", "klynge",
        "klyngene", "samvirkeforetak", "joint venture", "jointventure", "joint ventures",
        "jont venture", "förvärv", "forvarv", "foervaerv", "förvärven", "uppköp", "konsortium",
        "konsortiet", "konsortier", "konsorsium", "franchise", "franchisetagare", "licens",
        "licensavtal", "licensavtalet", "lisensavtale", "aktieägaravtal", "aktieagaravtal",
        "företagsnätverk", "foretagsnatverk", "nätverk", "natverk", "tillväxt", "tillvaxt",
        "organisk tillväxt", "klusterinitiativ", "initiativ", "fusion", "fusjon", "oppkjøp",
        "oppkjop", "risk", "vad är ett kluster?", "fördelar kluster", "nackdelar fusion",
        "vad är en strategisk allians", "kunskapskluster", "samarbete", "informellt samarbete",
    ],
    "nb": [
        "klynge", "klynga", "klyngene", "klyngenes", "klynje", "kluster", "klustret", "allianse",
        "alliansene", "strategiske allianser", "stategisk allianse", "oppkjøp", "oppkjop",
        "oppkjoep", "oppkjøpet", "fusjon", "fusjonen", "fusion", "joint venture", "fellesforetak",
        "konsortium", "konsortiet", "franchise", "lisensavtale", "lisensavtaler", "licensavtal",
        "bedriftsnettverk", "nettverk", "vekst", "organisk vekst", "tillväxt", "samvirkeforetak",
        "samvirke", "foretak", "aksjonæravtale", "aksjonaeravtale", "aksjonaravtale", "hva er en klynge?",
        "fordeler klynge", "ulemper fusjon", "klyngeinitiativ", "risiko",
    ],
}


def _first_at_the_terminal(base, queries, language):
    found = {}
    for query in queries:
        done = subprocess.run(
            [PROGRAM, "search", query, "--root", base, "--format", "json", "--language", language,
             "--limit", "1"],
            capture_output=True, text=True, timeout=60,
        )
        assert done.returncode in (0, 1), done.stderr
        results = json.loads(done.stdout)["results"]
        found[query] = results[0]["url"].split("#")[0] if results else None
    return found


def _first_in_the_page(tab, site, queries, language):
    found = {}
    tab.goto(site.served + f"{language}/index.html")
    tab.locator("input[type=search]").focus()
    # The policy of the page allows no eval, which waiting for a function would need.
    while not tab.evaluate("typeof findConcepts === 'function'"):
        tab.wait_for_timeout(20)
    for query in queries:
        url = tab.evaluate(
            """(query) => new Promise((done) => findConcepts(query, 1, (rows) =>
                 done(rows.length ? rows[0][1] : null)))""",
            query,
        )
        found[query] = url and url.split("#")[0]
    return found


@pytest.mark.parametrize("language", QUERIES)
def test_the_first_result_is_that_of_the_terminal(real, page, language):
    queries = QUERIES[language]
    page_results = _first_in_the_page(page, real, queries, language)
    terminal = _first_at_the_terminal(real.knowledge, queries, language)
    assert page_results == terminal
    assert sum(url is not None for url in terminal.values()) > 0.9 * len(queries)


def test_a_query_that_names_a_facet_leads_to_it(real, page):
    page.goto(real.served + "sv/index.html")
    page.locator("input[type=search]").fill("fördelar kluster")
    page.locator(".suggestions li").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/begrepp/kluster.html#*")


def test_works_from_a_file(real, page):
    page.goto(real.file_url("nb/index.html"))
    page.locator("input[type=search]").fill("klyngenes")
    page.locator(".suggestions li").first.wait_for()
    assert "klynge" in page.locator(".suggestions strong").first.inner_text()


@pytest.fixture(scope="module")
def large(server):
    """A site of ten thousand concepts."""
    return build(server, "large", write)


SPEEDS = {"fast": 30, "slow": 400}  # milliseconds between letters


@pytest.mark.parametrize("pace", SPEEDS)
@pytest.mark.parametrize(
    "query", ["samlingsavtalet", "verkstadsplan", "risk", "utvecklngsforum", "framdataform mellanmålfond"]
)
def test_typing_a_query_on_ten_thousand_concepts_fetches_little(large, browser, query, pace):
    context = browser.new_context()
    tab = context.new_page()
    scripts = []
    tab.on("response", lambda answer: answer.request.resource_type == "script" and scripts.append(answer))
    tab.goto(large.served + "sv/index.html")
    tab.locator("input[type=search]").press_sequentially(query, delay=SPEEDS[pace])
    # The definitions come when whoever types has paused.
    tab.locator(".suggestions small:not(:empty)").first.wait_for()
    tab.wait_for_load_state("networkidle")
    assert sum(len(answer.body()) for answer in scripts) < FETCHED
    context.close()


def test_the_page_of_results_on_ten_thousand_concepts_fetches_little(large, page):
    scripts = []
    page.on("response", lambda answer: answer.request.resource_type == "script" and scripts.append(answer))
    page.goto(large.served + "sv/sok.html?q=samlingsavtal")
    page.locator(".results li").first.wait_for()
    assert sum(len(answer.body()) for answer in scripts) < FETCHED


def test_a_term_can_be_chosen_before_its_definition_is_there(large, page):
    page.goto(large.served + "sv/index.html")
    page.locator("input[type=search]").press_sequentially("verkstadsplan", delay=400)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sv/begrepp/*.html")
    assert "verkstads" in page.locator("h1").inner_text()
