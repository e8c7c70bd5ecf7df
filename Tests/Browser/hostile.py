"""A knowledge base that tries to run scripts in its readers' browsers, in every way we know."""

from pathlib import Path

RUN = "window.__ran=1"

MARKUP = [
    f"<script>{RUN}</script>",
    f"<SCRIPT>{RUN}</SCRIPT>",
    f"</title><script>{RUN}</script>",
    f"</script><script>{RUN}</script>",
    f"--><script>{RUN}</script>",
    f"]]><script>{RUN}</script>",
    f"<img src=x onerror={RUN}>",
    f'"><img src=x onerror="{RUN}">',
    f"'><img src=x onerror='{RUN}'>",
    f"<svg onload={RUN}></svg>",
    f"<svg><script>{RUN}</script></svg>",
    f"<svg/onload={RUN}//",
    f"<body onload={RUN}>",
    f"<details open ontoggle={RUN}>x</details>",
    f"<input autofocus onfocus={RUN}>",
    f"<iframe srcdoc='<script>parent.__ran=1</script>'></iframe>",
    f'<iframe src="javascript:parent.{RUN}"></iframe>',
    f'<object data="javascript:{RUN}"></object>',
    f'<math><mi xlink:href="javascript:{RUN}">x</mi></math>',
    f"<style>@import 'https://attack.example/x.css';</style>",
    "<link rel=stylesheet href=https://attack.example/x.css>",
    "<base href=https://attack.example/>",
    "<meta http-equiv=refresh content='0;url=https://attack.example/'>",
    "<img src=https://attack.example/pixel.png>",
    "<video autoplay src=https://attack.example/x.mp4></video>",
    f"<video><source onerror={RUN}></video>",
    f"<marquee onstart={RUN}>x</marquee>",
    "<form action=https://attack.example/><button autofocus>x</button></form>",
    f"{{{{{{head}}}}}}<script>{RUN}</script>",
    f"<noscript><p title='</noscript><script>{RUN}</script>'>",
    f"<a href='javascript:{RUN}' style='position:fixed;inset:0'>x</a>",
    f"<template><script>{RUN}</script></template><b>",
    "\u2028\u2029<!--",
    "&lt;script&gt;" + RUN + "&lt;/script&gt;",
    "&#60;script&#62;" + RUN + "&#60;/script&#62;",
]

ADDRESSES = [
    f"javascript:{RUN}",
    f"JaVaScRiPt:{RUN}",
    f"javascript&colon;{RUN}",
    f"&#106;avascript:{RUN}",
    f"&#x6A;avascript:{RUN}",
    f"java&#9;script:{RUN}",
    f"java&Tab;script:{RUN}",
    f"java&#10;script:{RUN}",
    f"&#1;javascript:{RUN}",
    f"%6Aavascript:{RUN}",
    f"<javascript:{RUN}>",
    f"\\javascript:{RUN}",
    f"vbscript:{RUN}",
    "data:text/html;base64,PHNjcmlwdD5wYXJlbnQuX19yYW49MTwvc2NyaXB0Pg==",
    "data:image/svg+xml,<svg/onload=parent.__ran=1>",
    "//attack.example/x",
    "\\\\attack.example\\x",
    "https://attack.example/\" onmouseover=\"" + RUN,
    "feed:javascript:" + RUN,
    "view-source:javascript:" + RUN,
    f"javascript://%0a{RUN}",
    "file:///etc/passwd",
]

DRAWINGS = {
    "script.svg": f"<svg xmlns='http://www.w3.org/2000/svg'><script>{RUN}</script></svg>",
    "load.svg": f"<svg xmlns='http://www.w3.org/2000/svg' onload='{RUN}'/>",
    "foreign.svg": "<svg xmlns='http://www.w3.org/2000/svg'><foreignObject><iframe"
    " xmlns='http://www.w3.org/1999/xhtml' src='https://attack.example/'/></foreignObject></svg>",
    "link.svg": f"<svg xmlns='http://www.w3.org/2000/svg'><a href='javascript:{RUN}'>"
    "<rect width='9' height='9'/></a></svg>",
    "animate.svg": "<svg xmlns='http://www.w3.org/2000/svg'><a><animate attributeName='href'"
    f" values='javascript:{RUN}'/></a></svg>",
    "entity.svg": "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
    "<svg xmlns='http://www.w3.org/2000/svg'><text>&x;</text></svg>",
    "far.svg": "<svg xmlns='http://www.w3.org/2000/svg'>"
    "<image href='https://attack.example/x.png'/></svg>",
}


def _scalar(text):
    """A YAML string in double quotes that means just this text."""
    out = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + out.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029") + '"'


def _article(number):
    markup = MARKUP[number % len(MARKUP)]
    address = ADDRESSES[number % len(ADDRESSES)]
    other = MARKUP[(number * 7 + 3) % len(MARKUP)]
    drawing = list(DRAWINGS)[number % len(DRAWINGS)]
    term = f"fälla{number} {markup}"
    lines = []
    if number % 3 != 0:
        lines += [
            "---",
            f"title: {_scalar(term)}",
            f"description: {_scalar(other)}",
            f"synonyms: [{_scalar('snara ' + markup)}, {_scalar(address)}]",
            f"aliases: [{_scalar(address)}, {_scalar('../../../' + str(number))}, gammal{number}]",
            f"date: {_scalar('2024-01-01' + markup) if number % 2 else '2024-01-01'}",
            "---",
            "",
        ]
    lines += [
        f"# {term}",
        "",
        f"En *fälla{number}* är en grop som är täckt med {markup} och kallas ett hål.",
        "",
        f"[länk]({address}) och ![bild]({address}) och <{address}> och [ref][r]",
        "",
        f"[r]: {address} '{markup}'",
        "",
        f"## Fördelar {other}",
        "",
        f"- **nytta {markup}**: den är bra {other}",
        f"- **skydd**: den skyddar {address}",
        "",
        "## Nivåer",
        "",
        f"1. första nivån {markup}",
        f"2. andra nivån {other}",
        "",
        f"| huvud {markup} | b |",
        "| --- | ---: |",
        f"| `{other}` | {markup} |",
        "",
        f"![ritning](bilder/{drawing}) och [ritning](bilder/{drawing})",
        "",
        markup,
        "",
        "```html",
        other,
        "```",
        "",
        f"    {markup}",
        "",
        f"> Fällan{number - 1 if number else 99} är en fälla{(number * 3) % 100}.",
        "",
    ]
    return "\n".join(lines)


def write(root: Path):
    """Writes the knowledge base: 100 articles, drawings, and decisions."""
    content = root / "content"
    (content / "sv" / "bilder").mkdir(parents=True)
    (content / "nb").mkdir()
    name = "</title></script><script>window.__ran=1</script>\" onload=\"window.__ran=1"
    (content / "site.yml").write_text(
        f"title:\n  sv: {_scalar(name)}\n  nb: {_scalar(name)}\n"
        f"description:\n  sv: {_scalar(name)}\nbaseURL: https://example.org/begrepp/\n"
        f"languages: [sv, nb]\npublisher:\n  name: {_scalar(name)}\n",
        "utf-8",
    )
    entries = []
    for number, markup in enumerate(MARKUP):
        entries.append(
            f"- id: ond-{number}\n"
            f"  sv: {{term: {_scalar('ond ' + str(number) + ' ' + markup)},"
            f" synonyms: [{_scalar('elak ' + str(number) + markup)}]}}\n"
            f"  nb: {_scalar('vond ' + str(number) + ' ' + markup)}\n"
        )
    (content / "concepts.yml").write_text("".join(entries), "utf-8")
    for number in range(100):
        (content / "sv" / f"falla-{number}.md").write_text(_article(number), "utf-8")
    for name, text in DRAWINGS.items():
        (content / "sv" / "bilder" / name).write_text(text, "utf-8")
