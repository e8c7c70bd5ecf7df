import Diagnostics

/// A translators' file in the format of GNU gettext. Texts are UTF-8, unescaped; two are the same only
/// where their bytes are.
package struct Catalogue: Sendable {
  package struct HeaderField: Hashable, Sendable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// What tells one message of a catalogue from the others.
  package struct Key: Hashable, Sendable {
    /// `msgctxt`; nil where there is none.
    package var context: [UInt8]?
    /// `msgid`: the text to translate.
    package var text: [UInt8]

    package init(context: [UInt8]?, text: [UInt8]) {
      self.context = context
      self.text = text
    }
  }

  package struct Entry: Hashable, Sendable {
    package var key: Key
    /// `msgstr`; empty where nobody has translated the message.
    package var translation: [UInt8] = []
    package var isFuzzy = false
    /// `#|`: the message that the translation was made of, where that is another one.
    package var previous: Key?
    /// `#~`: a message that the article does not have any more.
    package var isObsolete = false
    /// `# `: remarks of translators, a line each.
    package var remarks: [String] = []
    /// `#.`: what translators are told, a line each.
    package var notes: [String] = []
    /// `#:`: where the message stands, as `content/sv/kluster.md:14`.
    package var places: [String] = []
    /// Where `msgid` stands in the file that the entry was read from, and the text of `msgstr`.
    package var span = SourceSpan(at: 0)
    package var translationSpan = SourceSpan(at: 0)

    package init(_ key: Key) { self.key = key }
  }

  package var header: [HeaderField] = []
  /// In the order of the file, without the header.
  package var entries: [Entry] = []

  package init() {}

  /// The value of a field of the header, without white space around it.
  package func field(_ name: String) -> String? {
    header.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}

extension Catalogue {
  /// Fields of our own, which say what the catalogue is of.
  package enum OwnField {
    /// The article, by its path below `content/`.
    package static let source = "X-Begrepp-Source"
  }
}
