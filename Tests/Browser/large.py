"""A knowledge base of ten thousand concepts, in compounds such as the languages make."""

from pathlib import Path

FIRST = """avtal bygg data energi fabrik forsknings fördel grupp handels idé kapital kompetens kund
kunskaps ledar leverans lokal marknads material mål nätverks område organisations plan process
produkt projekt resurs risk samarbets samlings sektor styr system teknik tids tillväxt transport
träd utvecklings utbildnings varu verkstads vinst värde ägar ämnes öppen""".split()
LAST = """allians analys arbete avdelning avtal behov bolag bransch cirkel debatt enhet fond form
forum fråga grupp ide indelning kedja klass kluster kontor kraft ledning modell nivå nämnd nätverk
område panel plan policy program projekt punkt regel register roll rum råd satsning struktur stöd
system teori trend union verksamhet yta ökning""".split()
MIDDLE = ["", "fram", "mellan", "sam", "över"]


def write(root: Path):
    content = root / "content"
    (content / "sv").mkdir(parents=True)
    (content / "site.yml").write_text("title:\n  sv: Stora ordlistan\nlanguages: [sv]\n", "utf-8")
    (content / "sv" / "start.md").write_text("# Start\n\nHär börjar ordlistan.\n", "utf-8")
    terms = [f"{middle}{first}{last}" for middle in MIDDLE for first in FIRST for last in LAST]
    lines = []
    for number, term in enumerate(terms[:10_000]):
        other, third = terms[(number * 7919) % len(terms)], terms[(number * 104_729) % len(terms)]
        lines.append(
            f"- id: c{number}\n  sv: {{term: {term}, definition: en {term} är ett slags {other}"
            f" som {third} och andra i samma bransch har nytta av}}\n"
        )
    (content / "concepts.yml").write_text("".join(lines), "utf-8")
