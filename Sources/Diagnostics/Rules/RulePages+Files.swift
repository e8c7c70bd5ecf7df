// Files, configuration and markup.

extension RulePage {
  static let unreadableFile = RulePage(
    "A file of the content cannot be read",
    meaning: """
      The machine refused: the file is gone, a link leads nowhere or out of the content, the \
      rights are missing, or it is too large. The article is left out and the rest is built; \
      the exit status is 74.
      """,
    remedy: """
      Give yourself the right to read it, replace the link by the file, or move it out of \
      `content/`.
      """)

  static let binaryFile = RulePage(
    "A file that should be an article is not a text",
    meaning: """
      It ends in `.md` or `.txt` but holds bytes that no text has, as a picture or a \
      document of a word processor does. The article is left out.
      """,
    remedy: """
      Save it from the word processor as plain text, or give it the extension that it ought \
      to have.
      """)

  static let emptyArticle = RulePage(
    "An article has no text",
    meaning: """
      There is front matter at most. The article gets a page with nothing on it.
      """,
    remedy: """
      Write it, say `draft: true` in its front matter until it is written, or take it away.
      """)

  static let emptyContent = RulePage(
    "There is no article at all",
    meaning: """
      `content/` has no file that ends in `.md` or `.txt`. Files and folders whose names \
      begin with a dot do not count.
      """,
    remedy: "Write an article: `begrepp new article \"Title\"`.")

  static let legacyEncoding = RulePage(
    "A file is not in UTF-8",
    meaning: """
      It is in Windows-1252 (which holds Latin-1), in UTF-16, or in a mixture. It is read \
      all the same, but other programs will show å, ä, ö, æ and ø wrongly.
      """,
    remedy: "`begrepp check --fix` saves the file as UTF-8.")

  static let roughText = RulePage(
    "A text is repaired before it is read",
    meaning: """
      The file has no Markdown headings, or bullets, spaces and marks out of a word \
      processor: `•` for a list, a short line alone for a heading, no-break spaces, a byte \
      order mark. It is understood as it is meant; the repair shows how.
      """,
    remedy: """
      `begrepp check --fix` writes the repairs into the file. A file with a Markdown heading \
      and none of these marks is never altered.
      """)

  static let badYAML = RulePage(
    "YAML cannot be read",
    meaning: """
      The front matter of an article, `site.yml`, `concepts.yml` or a language pack is not \
      valid YAML. An article is left out; without `site.yml` and `concepts.yml` nothing is \
      made.
      """,
    remedy: """
      Look at the place that is named. The usual causes are a colon in a text without \
      quotes, and tabs for indentation.
      """)

  static let unknownKey = RulePage(
    "A key means nothing here",
    meaning: """
      Begrepp does not know the key, so what it says is as if it had not been said. Most \
      often it is misspelt, and the nearest known key is named.
      """,
    remedy: "Correct the key, or take it away.")

  static let invalidValue = RulePage(
    "A value is not one that can stand there",
    meaning: """
      A date that is none, a list where one word belongs, a title for a language that is \
      missing. What the value concerns is as if it had not been said.
      """,
    remedy: "Write the value as the message says.")

  static let unknownLanguage = RulePage(
    "A language is not known, or cannot be told",
    meaning: """
      A tag names a language that there is no pack for or that `site.yml` does not list, or \
      an article says nothing of its language and its text does not tell either. Unquoted \
      `no` is *false* in YAML: write `nb`.
      """,
    remedy: """
      Say `lang: sv` in the front matter, move the article to the folder of its language, or \
      add the language to `languages` in `site.yml`.
      """)

  static let duplicateID = RulePage(
    "Two entries of concepts.yml have the same id",
    meaning: "The first one counts, the other is left out.",
    remedy: "Join the two entries, or give one another id.")

  static let unknownConcept = RulePage(
    "A concept is named that there is not",
    meaning: """
      A relation in `concepts.yml`, or a directive in an article, names an id or term that \
      no entry and no article has.
      """,
    remedy: "Correct the name, or declare the concept in `concepts.yml`.")

  static let unusedCorrection = RulePage(
    "A correction in concepts.yml corrects nothing",
    meaning: """
      The fact that it rejects, relabels or moves is not found in the article any more, or \
      the fact that it adds is there already.
      """,
    remedy: """
      Take the correction away, or quote the label as `begrepp extract FILE` prints it.
      """)

  static let unknownDirective = RulePage(
    "A comment to Begrepp says nothing that it knows",
    meaning: """
      A comment that begins with `begrepp:` names neither a facet nor `ignore`. It is passed \
      over.
      """,
    remedy: """
      Write a facet, as `<!-- begrepp: benefits -->` or `<!-- begrepp: levels of joint \
      venture -->`, or `<!-- begrepp: ignore -->`.
      """)

  static let rawHTML = RulePage(
    "HTML in an article is left out of its page",
    meaning: """
      Pages show what Markdown can say. HTML in an article is dropped, unless `site.yml` \
      lets it through.
      """,
    remedy: """
      Write it in Markdown, or say `rawHTML: allow` in `site.yml` where you trust everyone \
      who writes articles.
      """)

  static let unsafeURL = RulePage(
    "A link leads to an address that is not let through",
    meaning: """
      Only `http`, `https`, `mailto` and `tel` are, and addresses within the site. Others, \
      such as `javascript:`, could run programs in the reader's browser; the link leads \
      nowhere on the page.
      """,
    remedy: "Link to a page of the web, or to a file beside the article.")

  static let unsafeDrawing = RulePage(
    "A drawing is left out because it could run something",
    meaning: """
      An SVG file that holds scripts, event handlers, links, animation or references to other \
      files could run programs in the reader's browser or fetch something from elsewhere.
      """,
    remedy: "Save it as a plain SVG drawing, or as a PNG image.")
}
