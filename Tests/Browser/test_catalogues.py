"""Translators' catalogues, read and written by the programs that translators use."""

import shutil
import subprocess

import polib
import pytest

from conftest import PROGRAM, REPOSITORY


@pytest.fixture
def base(tmp_path):
    """A copy of this repository's content, with the catalogues of all its articles."""
    shutil.copytree(REPOSITORY / "content", tmp_path / "content")
    for language in ("nb", "sv"):
        begrepp(tmp_path, "export", "po", "--to", language)
    return tmp_path


def begrepp(base, *arguments):
    return run([PROGRAM, *arguments, "--root", base], cwd=base)


def run(command, cwd):
    done = subprocess.run(command, capture_output=True, text=True, cwd=cwd, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def articles(base):
    """All that stands in the content, but what is kept of sources."""
    files = [path for path in (base / "content").rglob("*") if path.is_file()]
    return {path: path.read_bytes() for path in files if ".translated" not in path.parts}


def catalogues(base):
    found = sorted((base / "po").rglob("*.po"))
    assert len(found) >= 10
    return found


def test_gettext_has_nothing_to_say(base):
    for path in catalogues(base):
        said = run(["msgfmt", "-c", "-v", "-o", "/dev/null", path], base)
        assert "warning" not in said and "error" not in said, said


def test_the_same_content_gives_the_same_catalogues(base):
    before = {path: path.read_bytes() for path in catalogues(base)}
    shutil.rmtree(base / "po")
    for language in ("nb", "sv"):
        run(
            [PROGRAM, "export", "po", "--to", language, "--root", "..", "--output", "../po"],
            cwd=base / "content",
        )
    assert {path: path.read_bytes() for path in catalogues(base)} == before


def test_what_polib_saves_is_imported_without_a_change(base):
    before = articles(base)
    for path in catalogues(base):
        catalogue = polib.pofile(str(path), wrapwidth=60)
        assert catalogue.metadata["Content-Type"] == "text/plain; charset=UTF-8"
        assert all(entry.occurrences and entry.comment for entry in catalogue)
        catalogue.save(str(path))
    begrepp(base, "import", "po", "po")
    assert articles(base) == before


def test_what_msgmerge_writes_is_imported_without_a_change(base):
    before = articles(base)
    for path in catalogues(base):
        run(["msgmerge", "--quiet", "--update", "--backup=none", path, path], base)
        run(["msgcat", "--no-wrap", "--sort-output", "-o", path, path], base)
    begrepp(base, "import", "po", "po")
    assert articles(base) == before


def test_every_article_can_be_translated_anew(base):
    """Without its translations, each source gets one that is its own text: all comes through."""
    for path in catalogues(base):
        catalogue = polib.pofile(str(path))
        source = base / "content" / catalogue.metadata["X-Begrepp-Source"]
        language = catalogue.metadata["Language"]
        for entry in catalogue:
            entry.msgstr = entry.msgid
            entry.flags = []
        catalogue.save(str(path))
        fresh = base / "fresh" / path.relative_to(base / "po")
        (fresh / "content" / language).mkdir(parents=True)
        shutil.copy(base / "content" / "site.yml", fresh / "content")
        target = fresh / "content" / source.relative_to(base / "content")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)
        begrepp(fresh, "import", "po", path)
        (made,) = [found for found in articles(fresh) if found.suffix == ".md" and found != target]
        assert body(made) == body(source)


def body(path):
    """An article without its front matter."""
    text = path.read_text()
    return text.split("\n---\n", 1)[1].lstrip("\n") if text.startswith("---\n") else text


def test_a_translators_work_comes_back(base):
    for translation in (base / "content" / "nb").rglob("*.md"):
        if "translationOf: sv/avtal/enkelt-bolag.md" in translation.read_text():
            translation.unlink()
    begrepp(base, "export", "po", "--to", "nb", "sv/avtal/enkelt-bolag.md", "--overwrite")
    (path,) = [found for found in catalogues(base) if found.name == "enkelt-bolag.po"]
    catalogue = polib.pofile(str(path))
    assert catalogue.percent_translated() == 0
    for entry in catalogue:
        if not entry.msgid.startswith(("|", "![")):
            entry.msgstr = entry.msgid.replace("ä", "æ").replace("ö", "ø")
    catalogue.save(str(path))
    begrepp(base, "import", "po", path)
    begrepp(base, "export", "po", "--to", "nb", "sv/avtal/enkelt-bolag.md")
    again = polib.pofile(str(path))
    assert [entry.msgstr for entry in again] == [entry.msgstr for entry in catalogue]
    assert not again.fuzzy_entries()
