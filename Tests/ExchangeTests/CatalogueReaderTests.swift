import Diagnostics
import Exchange
import Testing

@Suite("Catalogues are read as GNU gettext reads them, and no other way")
struct CatalogueReaderTests {
  private static let header =
    "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"

  private func faults(_ text: String) -> [String] { faults(Array(text.utf8)) }

  private func faults(_ bytes: [UInt8]) -> [String] {
    let read = readCatalogue(path: "te.po", bytes: bytes)
    #expect((read.value.catalogue == nil) == !read.diagnostics.isEmpty)
    return Reading.lines(read.diagnostics)
  }

  @Test("with comments, flags, former messages, contexts and obsolete messages")
  func everything() throws {
    let text = """
      # Översatt av Kari.
      msgid ""
      msgstr ""
      "Project-Id-Version: Te\\n"
      "Content-Type: text/plain; charset=UTF-8\\n"
      "Language: nb\\n"

      # en anmärkning
      #. te → te
      #: content/sv/te.md:3 \u{2068}content/sv/grönt te.md:4\u{2069}
      #, fuzzy, no-wrap
      #| msgctxt "Förr"
      #| msgid "Te var "
      #| "en dryck."
      msgctxt "Te"
      msgid "Te är en "
      "dryck."
      msgstr ""
      "Te er "   "en drikk.\\n"
      "\\tOg \\"god\\", \\\\ \\101"

      #~| msgid "Kaffa"
      #~ msgid "Kaffe"
      #~ msgstr "Kaffi"
      """
    let read = try #require(Reading.catalogue(text)).catalogue
    #expect(read.header.map(\.name) == ["Project-Id-Version", "Content-Type", "Language"])
    #expect(read.field("language") == "nb")
    let entry = try #require(read.entries.first)
    #expect(Reading.text(entry.key.context) == "Te")
    #expect(Reading.text(entry.key.text) == "Te är en dryck.")
    #expect(Reading.text(entry.translation) == "Te er en drikk.\n\tOg \"god\", \\ A")
    #expect(entry.isFuzzy)
    #expect(Reading.text(entry.previous?.context) == "Förr")
    #expect(Reading.text(entry.previous?.text) == "Te var en dryck.")
    #expect(entry.remarks == ["en anmärkning"])
    #expect(entry.notes == ["te → te"])
    #expect(entry.places == ["content/sv/te.md:3", "content/sv/grönt te.md:4"])
    #expect(read.entries.count == 2)
    #expect(read.entries[1].isObsolete)
    #expect(Reading.text(read.entries[1].previous?.text) == "Kaffa")
  }

  @Test("in other line endings, with a byte order mark, and in Latin-1")
  func encodings() throws {
    let text = Self.header + "msgid \"Öl\"\nmsgstr \"Øl\"\n"
    let plain = try #require(Reading.catalogue(text)).catalogue
    let windows =
      "\u{FEFF}"
      + text.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\r\n")
    #expect(Reading.catalogue(windows)?.catalogue.entries.map(\.key) == plain.entries.map(\.key))
    let latin = text.replacing("UTF-8", with: "ISO-8859-1").unicodeScalars.map {
      UInt8(truncatingIfNeeded: $0.value)
    }
    let read = readCatalogue(path: "te.po", bytes: latin)
    #expect(read.diagnostics.isEmpty)
    #expect(read.value.catalogue?.entries.map { Reading.text($0.translation) } == ["Øl"])
    #expect(read.value.catalogue?.entries.map(\.key) == plain.entries.map(\.key))
  }

  @Test("are refused in encodings that they do not say, or that are not read")
  func badEncodings() {
    let text = Self.header + "msgid \"a\"\nmsgstr \"b\"\n"
    #expect(
      faults(text.replacing("UTF-8", with: "KOI8-R")) == [
        "te.po:2:43: catalogues in 'KOI8-R' are not read"
      ])
    #expect(
      faults(Array(Self.header.utf8) + Array("msgid \"".utf8) + [0xF6, 0x22]) == [
        "te.po:4:8: the catalogue is not in UTF-8, which its header says"
      ])
    #expect(faults([0xFF, 0xFE, 0x6D, 0]) == ["te.po:1:1: the catalogue is in UTF-16"])
    #expect(faults([0xDE, 0x12, 0x04, 0x95, 0]).count == 1)
    #expect(faults(Array(text.utf8) + [0]) == ["te.po:6:1: the file is not a text"])
  }

  @Test(
    "that are half written or not well formed are refused at the place",
    arguments: [
      ("msgid \"a", "4:7: the text is not closed with a quotation mark"),
      ("msgid \"a\"\n", "4:1: the file ends within this message"),
      ("msgctxt \"a\"\n", "4:1: the file ends within this message"),
      ("msgid \"a\"\nmsgid \"b\"\nmsgstr \"\"\n", "4:1: the message has no msgstr"),
      ("msgid \"a\"\n\n# b\n", "6:1: a comment stands within a message"),
      ("msgid \"a\"\nmsgstr \"b\" c\n", "5:12: something follows the closing quotation mark"),
      ("msgid \"a\"\nmsgstr \"b\\d\"\n", "5:10: there is no such escape"),
      ("msgid \"a\"\nmsgstr \"b\\\n", "5:10: the line ends in a backslash"),
      ("msgid \"a\"\nmsgstr \"\\777\"\n", "5:9: this number stands for no character"),
      ("msgid \"a\"\nmsgstr b\n", "5:8: there is no text in quotation marks after the keyword"),
      ("msgid \"a\"\nmsgstr \"b\"\nmsgstr \"c\"\n", "6:1: the message has a second msgstr"),
      ("# b\nmsgstr \"b\"\n", "5:1: a msgstr without a msgid before it"),
      ("# b\n\"b\"\n", "5:1: this text belongs to no message"),
      ("<<<<<<< HEAD\n", "4:1: this is no line of a catalogue"),
      (
        "msgid \"a\"\nmsgid_plural \"b\"\n",
        "5:1: a message with plural forms, which no article has"
      ),
      ("msgid \"a\"\n#~ msgstr \"b\"\n", "5:4: a msgstr without a msgid before it"),
      ("msgid \"\"\nmsgstr \"\"\n", "4:1: the catalogue has a second header"),
      (
        "msgid \"a\"\nmsgstr \"\"\n\nmsgid \"a\"\nmsgstr \"\"\n",
        "7:1: the message stands twice (also here)"
      ),
    ])
  func malformed(text: String, expected: String) {
    #expect(faults(Self.header + text) == ["te.po:" + expected])
  }

  @Test("need a header")
  func header() {
    #expect(faults("") == ["te.po:1:1: the catalogue has no header"])
    #expect(faults("msgid \"a\"\nmsgstr \"b\"\n") == ["te.po:1:1: the catalogue has no header"])
  }

  @Test("are read again just as they were written, whatever stands in them")
  func roundTrip() throws {
    var catalogue = Catalogue()
    catalogue.header = [
      .init("Language", "nb"), .init("Content-Type", "text/plain; charset=UTF-8"),
    ]
    let texts = [
      "kort", "", "\n", "slutar så\n", "  mellan  rum  ", "\t\"'\\n\\", "\u{1}\u{7F}\r\n",
      String(repeating: "långa ord ", count: 40), String(repeating: "ä", count: 300),
      "rad\nrad\n\nrad", "e\u{301} är inte é", "🫖",
    ]
    for (index, text) in texts.enumerated() {
      var entry = Catalogue.Entry(
        .init(context: Array("\(index) \(text)".utf8), text: Array(text.utf8)))
      entry.translation = Array(text.utf8.reversed().filter { $0 < 0x80 })
      entry.isFuzzy = index % 2 == 0
      entry.isObsolete = index % 5 == 4
      entry.previous = index % 3 == 0 ? .init(context: nil, text: Array(text.utf8)) : nil
      entry.remarks = index % 4 == 0 ? ["", "sa \(index)"] : []
      entry.notes = ["paragraph", "a → b"]
      entry.places = ["content/sv/a b.md:1", "c.md:2"]
      catalogue.entries.append(entry)
    }
    let bytes = CatalogueWriter.write(catalogue)
    var read = try #require(Reading.catalogue(Reading.text(bytes))).catalogue
    #expect(CatalogueWriter.write(read) == bytes)
    for i in read.entries.indices {
      read.entries[i].span = SourceSpan(at: 0)
      read.entries[i].translationSpan = SourceSpan(at: 0)
    }
    #expect(read.entries == catalogue.entries)
    #expect(read.header == catalogue.header)
  }

  @Test("long texts are broken after spaces, and after line ends")
  func wrapping() {
    var catalogue = Catalogue()
    let text =
      "Skölj kannan med hett vatten, och räkna sedan en sked blad för varje kopp i sällskapet.\\\nDrick."
    catalogue.entries = [Catalogue.Entry(.init(context: nil, text: Array(text.utf8)))]
    #expect(
      Reading.text(CatalogueWriter.write(catalogue)) == """
        msgid ""
        msgstr ""

        msgid ""
        "Skölj kannan med hett vatten, och räkna sedan en sked blad för varje kopp i "
        "sällskapet.\\\\\\n"
        "Drick."
        msgstr ""

        """)
  }
}
