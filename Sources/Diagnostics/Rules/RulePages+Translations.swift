// Links, translations, and what is understood of a text.

extension RulePage {
  static let brokenLink = RulePage(
    "A link or image leads nowhere",
    meaning: """
      There is no such file, article or heading, and the text of the link names no concept \
      either. The page shows the text without a link.
      """,
    remedy: """
      Correct the address. Paths count from the folder of the article, or from `content/` \
      with a `/` in front.
      """)

  static let relinked = RulePage(
    "A link that led nowhere was led to a concept",
    meaning: """
      Its address is not in the content, but its text is a term, so the link leads to that \
      concept's page.
      """,
    remedy: """
      Take the link away: mentions of concepts become links by themselves. Or correct the \
      address.
      """)

  static let deadTranslation = RulePage(
    "An article translates one that there is not",
    meaning: """
      `translationOf` names no article of the content, or a draft. Nothing is known of the \
      pair until it does.
      """,
    remedy: """
      Say the path below `content/`, as `translationOf: sv/kluster.md`. After a file is \
      renamed, its translations have to name the new path.
      """)

  static let duplicateTranslation = RulePage(
    "Translations contradict each other",
    meaning: """
      Two articles of one language translate the same one, an article translates one of its \
      own language or itself, two translate each other, or a translation is made of a \
      translation.
      """,
    remedy: """
      Let each translation name the article that was written first, once per language.
      """)

  static let unevenTranslation = RulePage(
    "A translation and its source are built differently",
    meaning: """
      One has ten benefits and the other four, an example or a section is missing, or the \
      levels stand in another order. Both places are named.
      """,
    remedy: """
      Add what is missing, or take away what is too much. Where the difference is meant, say \
      `severity: {uneven-translation: off}` in `site.yml`.
      """)

  static let staleTranslation = RulePage(
    "The source changed since the translation was confirmed",
    meaning: """
      What changed is told block by block: paragraph, heading, list item, row of a table. A \
      block that moved does not count.
      """,
    remedy: """
      `begrepp status FILE` shows each block with its old and new words. When the \
      translation follows them, `begrepp status --confirm FILE`; where it need not, `begrepp \
      status --still-valid FILE`.
      """)

  static let badConfirmation = RulePage(
    "What is kept of a confirmed source cannot be used",
    meaning: """
      A file under `content/.translated/` is not UTF-8 text, cannot be read as an article, \
      or belongs to no translation any more. The translation counts as not confirmed.
      """,
    remedy: """
      Confirm the translation anew with `begrepp status --confirm FILE`, and take away files \
      that belong to nothing.
      """)

  static let wrongLanguage = RulePage(
    "A text reads like another language",
    meaning: """
      The article is said to be in one language, by its front matter or folder, but its \
      words are those of another.
      """,
    remedy: "Correct `lang`, or move the file to the folder of its language.")

  static let emptyFacet = RulePage(
    "A heading promises what does not follow",
    meaning: """
      It says, for instance, that benefits follow, but nothing below it could be understood \
      as one.
      """,
    remedy: """
      Make the points a list, or put `<!-- begrepp: ignore -->` above the text if it is \
      meant to be read only.
      """)

  static let badCatalogue = RulePage(
    "A translators' file cannot be read, or one of its translations does not fit into the article",
    meaning: """
      What `begrepp import po` was given is no whole catalogue of GNU gettext (it was cut off, a quotation mark is \
      missing, a message stands twice, the text is not in the charset that its header says), or a translation in it \
      would not stand in the article as what it translates: a heading that has become two lines, a row of a table \
      with too few cells. Nothing of the catalogue is written.
      """,
    remedy: """
      Go to the place that the finding names, and mend it there. `msgfmt -c FILE` says the same of what is wrong \
      in the format itself. Where a program wrote the file only in part, have it write it again.
      """)

  static let outdatedCatalogue = RulePage(
    "A translators' file is not of the article as it stands",
    meaning: """
      The messages of the catalogue are not those of the article: the article was changed after the catalogue was \
      made, or the catalogue is of another article. The finding says what differs. Nothing is written, since the \
      translations may belong elsewhere.
      """,
    remedy: """
      Make a new catalogue beside the old one, `begrepp export po --to nb --output new FILE`, and merge what was \
      translated into it: `msgmerge --update old.po new.po`. What changed is fuzzy there; look it over, and import that.
      """)
}
