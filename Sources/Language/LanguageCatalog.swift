import Diagnostics
import Dispatch
import Synchronization

/// All languages that Begrepp knows: the packs in the binary and those that a knowledge base adds.
package struct LanguageCatalog: Sendable {
  private let packs: [LanguageCode: LanguagePack]
  /// The languages' codes in alphabetical order.
  package let codes: [LanguageCode]
  private let detector: LanguageDetector

  init(_ packs: [LanguagePack]) {
    self.packs = Dictionary(packs.map { ($0.code, $0) }) { _, last in last }
    codes = self.packs.keys.sorted()
    let known = self.packs
    detector = LanguageDetector(codes.compactMap { code in known[code].map { (code, $0.profile) } })
  }

  /// The languages whose packs are in the binary, told without reading them.
  package static var builtIn: [LanguageCode] {
    EmbeddedFiles.all.map { LanguageCode(String($0.path.prefix { $0 != "." })) }.sorted()
  }

  package subscript(code: LanguageCode) -> LanguagePack? { packs[code] }

  /// Reads the built-in packs, and over them those of a knowledge base: a file for a language that is
  /// built in changes it key by key (mappings merge, lists and texts are replaced), any other file
  /// adds a language.
  ///
  /// - Parameter overrides: The files of `languages/`, with the path to show in diagnostics.
  /// - Returns: The catalogue; faults in packs are diagnostics with line and column, and the rest of
  ///   the pack is used.
  package static func load(
    overrides: [(path: String, bytes: [UInt8])] = []
  ) -> Diagnosed<LanguageCatalog> {
    let files =
      EmbeddedFiles.all.map { file in
        SourceText(
          path: "built-in:\(file.path)", bytes: file.contents.withUTF8Buffer { Array($0) })
      }
      + overrides.sorted { $0.path < $1.path }.map { SourceText(path: $0.path, bytes: $0.bytes) }
    var faults: [Diagnostic] = []
    var roots: [LanguageCode: PackValue] = [:]
    for (file, parsed) in zip(files, sideBySide(files) { PackParser.parse($0) }) {
      add(parsed, from: file, to: &roots, &faults)
    }
    let compiled = sideBySide(roots.sorted { $0.key < $1.key }) { code, root in
      LanguagePack.compile(root, code: code)
    }
    let packs = compiled.map(\.value)
    faults += compiled.flatMap(\.diagnostics)
    faults += InterfaceStrings.compare(packs.map { ($0.code, $0.interface) })
    faults.sort(by: Diagnostic.precedes)
    return Diagnosed(LanguageCatalog(packs), faults)
  }

  /// Every command waits for the packs, of which there are few: each is read by a thread of its own.
  private static func sideBySide<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], _ transform: @Sendable (Input) -> Output
  ) -> [Output] {
    let results = Mutex([Output?](repeating: nil, count: inputs.count))
    DispatchQueue.concurrentPerform(iterations: inputs.count) { index in
      let result = transform(inputs[index])
      results.withLock { $0[index] = result }
    }
    return results.withLock { $0.compactMap { $0 } }
  }

  private static func add(
    _ parsed: Diagnosed<PackValue?>, from text: SourceText,
    to roots: inout [LanguageCode: PackValue], _ faults: inout [Diagnostic]
  ) {
    faults += parsed.diagnostics
    guard let root = parsed.value else {
      if parsed.diagnostics.isEmpty {
        faults.append(
          Diagnostic(.invalidValue, at: Location(file: text.path), "the language pack is empty"))
      }
      return
    }
    guard case .mapping = root.content else {
      faults.append(root.fault("a language pack is a mapping of sections"))
      return
    }
    guard let declared = root["language"] else {
      faults.append(root.fault("the pack does not say its 'language', as in 'language: sv'"))
      return
    }
    guard let tag = declared.string(&faults) else { return }
    let isTag =
      tag.utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) || $0 == UInt8(ascii: "-")
      } && tag.utf8.count >= 2
    guard isTag else {
      faults.append(declared.fault("'\(tag)' is not a language tag such as 'da' or 'nn'"))
      return
    }
    let code = LanguageCode(tag)
    roots[code] = roots[code]?.overridden(by: root) ?? root
  }

  /// The language of a text, by its function words and letters; nil where it is none of those known,
  /// or where there is too little text to tell.
  ///
  /// - Parameter utf8: The text; only its first 20,000 bytes are looked at.
  package func detect(_ utf8: [UInt8]) -> LanguageCode? {
    detector.detect(utf8)
  }
}
