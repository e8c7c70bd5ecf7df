"""A built site as files: its pages, what they link to, and what kind each is."""

from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit


class _Page(HTMLParser):
    """Gathers anchors and references of one page."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.ids = []
        self.references = []  # (tag, attribute, value)
        self.kind = "redirect"
        self.lang = None
        self.has_script_text = False
        self._in_script = False

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "html":
            self.lang = values.get("lang")
        if tag == "body":
            name = values.get("class") or ""
            if name.startswith("page-"):
                self.kind = name.removeprefix("page-")
        for name in ("href", "src", "action", "data-index", "poster", "xlink:href"):
            if values.get(name) is not None:
                self.references.append((tag, name, values[name]))
        if tag == "meta" and (values.get("http-equiv") or "").lower() == "refresh":
            self.references.append((tag, "content", values["content"].split("url=", 1)[1]))
        self._in_script = tag == "script" and values.get("type") != "application/ld+json"

    def handle_endtag(self, tag):
        self._in_script = False

    def handle_data(self, data):
        if self._in_script and data.strip():
            self.has_script_text = True


@dataclass
class Site:
    """The output folder of a build, and where it is served."""

    root: Path
    served: str  # the address of the folder, with a slash at its end
    name: str
    output: str = ""  # what the build printed
    knowledge: Path = None  # the folder it was built from
    pages: dict = field(default_factory=dict)  # relative path -> _Page

    def __post_init__(self):
        for path in sorted(self.root.rglob("*.html")):
            page = _Page()
            page.feed(path.read_text("utf-8"))
            page.close()
            self.pages[path.relative_to(self.root).as_posix()] = page

    @property
    def base_url(self):
        """Where it says that it lies, as in its `site.yml`."""
        return f"https://example.org/under/{self.name}/"

    @cached_property
    def kinds(self):
        """By kind and language, the page of that kind with most bytes."""
        found = {}
        for path, page in self.pages.items():
            key = (page.kind, page.lang)
            if key not in found or self.size(path) > self.size(found[key]):
                found[key] = path
        return found

    def size(self, path):
        return (self.root / path).stat().st_size

    def largest(self, kind, lang):
        return self.kinds[(kind, lang)]

    def file_url(self, path):
        return (self.root / path).as_uri()


def target(page, reference, site):
    """Where a reference of a page leads: (path below the root, fragment), None where it leads out.

    Raises ValueError for one that would not work wherever the page is read: from every folder and from a
    file, and of a 404.html, which is served for addresses of any depth, from the folder of the base URL.
    """
    if page.endswith("404.html"):
        top = urlsplit(site.base_url).path
        if not reference.startswith(top):
            if reference.startswith("#"):
                return page, unquote(reference[1:])
            raise ValueError("is right at one depth alone")
        reference, page = reference.removeprefix(top), ""
    if reference.startswith(site.base_url):
        reference, page = reference.removeprefix(site.base_url), ""
        if not reference.split("#")[0]:
            return "index.html", ""
    parts = urlsplit(reference)
    if parts.scheme or parts.netloc:
        return None
    if parts.path.startswith("/"):
        raise ValueError("starts at the top of the server")
    if not parts.path:
        return page, unquote(parts.fragment)
    steps = list(PurePosixPath(page).parent.parts)
    for step in parts.path.split("/"):
        if step == "..":
            if not steps:
                raise ValueError("leads out of the site")
            steps.pop()
        elif step not in (".", ""):
            steps.append(unquote(step))
    return "/".join(steps), unquote(parts.fragment)
