import ArgumentParser
import Knowledge
import Language
import Search

/// What a shell offers for a word of the command line, out of the search index as it lies there:
/// nothing is built for it, and without an index nothing is offered.
enum Completions {
  /// Terms and synonyms.
  static let terms = CompletionKind.custom { words, index, prefix in
    offer(CommandWords(words, index, prefix).terms())
  }

  static let languages = CompletionKind.custom { words, index, prefix in
    offer(CommandWords(words, index, prefix).languages())
  }

  static let articles = CompletionKind.custom { words, index, prefix in
    offer(CommandWords(words, index, prefix).articles())
  }

  /// Words as the shell's script takes them. That of bash gives them to `compgen -W`, which would run
  /// what stands in `$(…)`, so they are quoted for it; to that of zsh a colon begins a description.
  private static func offer(_ words: [String]) -> [String] {
    let words = words.filter { word in !word.unicodeScalars.contains { $0.value < 0x20 } }
    switch CompletionShell.requesting {
    case .bash?: return words.map(ShellWords.quoted)
    case .zsh?:
      return words.map {
        $0.replacing("\\", with: "\\\\").replacing(":", with: "\\:")
      }
    default: return words
    }
  }

  static let texts = CompletionKind.file(extensions: ["md", "txt"])
}

/// A command line with the word that is being typed.
struct CommandWords {
  /// All words, the program and its command first, as they were meant.
  private let words: [String]
  private let place: Int
  private let prefix: String
  private static let most = 500

  /// As a shell hands them over, with quotes and all.
  init(_ words: [String], _ place: Int, _ prefix: String) {
    self.words = words.map(ShellWords.plain)
    self.place = place
    self.prefix = ShellWords.plain(prefix)
  }

  private func value(of option: String) -> String? {
    for (at, word) in words.enumerated() where at != place {
      if word == option, words.indices.contains(at + 1), at + 1 != place { return words[at + 1] }
      if word.hasPrefix(option + "=") { return String(word.dropFirst(option.count + 1)) }
    }
    return nil
  }

  private static func isFlag(_ word: String) -> Bool {
    ["--", "--explain", "--open"].contains(word) || word.contains("=")
  }

  private var folder: KnowledgeFolder? { try? KnowledgeFolder.find(value(of: "--root")) }

  private var index: SearchIndex? {
    guard let folder, Files.exists(folder.searchIndex) else { return nil }
    return try? SearchIndex.open(folder.searchIndex, fingerprint: nil)
  }

  /// The words right before the one that is typed which may be the beginning of the same term.
  private var before: [String] {
    guard place > 2, place <= words.count else { return [] }
    let options = words[2..<place].lastIndex { $0.hasPrefix("-") }
    // The word after an option is its value.
    let start = options.map { Self.isFlag(words[$0]) ? $0 + 1 : $0 + 2 } ?? 2
    return start < place ? Array(words[start..<place]) : []
  }

  func terms() -> [String] {
    guard let index else { return [] }
    let language = value(of: "--language").map { LanguageCode($0) }
    func found(_ text: String) -> [String] {
      (try? index.terms(beginningWith: text, in: language, limit: Self.most)) ?? []
    }
    let before = before
    guard !before.isEmpty else { return found(prefix) }
    // A term of several words, typed without quotes: what is left of it from here on.
    let typed = before.joined(separator: " ") + " "
    return found(typed + prefix).map { String($0.dropFirst(typed.count)) }
  }

  func languages() -> [String] {
    (try? index?.languages())?.map(\.rawValue) ?? LanguageCatalog.builtIn.map(\.rawValue)
  }

  /// Paths below `content/`.
  func articles() -> [String] {
    guard let folder else { return [] }
    let listing = ContentListing.read(folder.content, shownAs: "").value
    let base = prefix.hasPrefix("content/") ? "content/" : ""
    return listing.articles.map { base + $0.path }.filter { $0.hasPrefix(prefix) }
  }
}
