import Knowledge
import Language

/// What the search in the page reads for one language: a manifest, and many small files, so that a
/// query fetches only what it needs. Classic scripts, which load from a file too.
///
/// Names and words of texts lie in the nodes of a tree over the first letters of their folded keys.
/// A key is a word, or the rest of a word from its third letter on, so that parts of compounds and
/// words with an early typing error are found. A node that would be large is divided by the next
/// letter and keeps what ranks first in it.
struct SearchFiles {
  /// Bytes of a node before it is divided, and of what a divided node keeps.
  static let nodeSize = 4500
  static let dividedSize = 1500
  /// Concepts whose definitions share a file.
  static let conceptsPerFile = 2

  /// By number: the manifest, then the nodes in the order of the tree, then the definitions.
  private(set) var files: [[UInt8]] = [[]]
  /// What can be found, and how large each is here; its bytes are made where they are wanted.
  private let found: SearchItems
  private var sizes: [Int32] = []
  private let language: LanguageCode
  private let languages: [LanguageCode]
  private var refs: [(key: UInt64, item: UInt32)] = []
  private var tree: [UInt8] = []

  /// - Parameters:
  ///   - found: what can be found, the same for all languages.
  ///   - shown: per concept its line among the results, as JSON.
  init(
    _ content: SearchContent, _ found: SearchItems, in language: LanguageCode, shown: [JSON]
  ) {
    self.found = found
    self.language = language
    languages = content.languages
    sizes.reserveCapacity(found.items.count)
    refs.reserveCapacity(found.items.reduce(0) { $0 + $1.keys.count })
    for item in found.items {
      for key in item.keys { refs.append((key, UInt32(sizes.count))) }
      sizes.append(Int32(clamping: item.size(in: language, of: languages)))
    }
    refs.sort { ($0.key, $0.item) < ($1.key, $1.item) }
    divide(refs[...], depth: 0)
    let nodes = files.count - 1
    for start in stride(from: 0, to: shown.count, by: Self.conceptsPerFile) {
      let lines = shown[start..<min(start + Self.conceptsPerFile, shown.count)]
      add(file: JSON.list(Array(lines)))
    }
    files[0] = Self.script(
      0,
      .list([
        .string(String(decoding: tree, as: UTF8.self)), .number(nodes),
        .string(content.endings.list), .string(content.stopWords.sorted().joined(separator: " ")),
        Self.facets(content),
      ]))
  }

  /// The facets, each with the words that ask for it.
  private static func facets(_ content: SearchContent) -> JSON {
    // The last wins, as in `begrepp search`.
    let facets = Dictionary(content.facetNames.map { ($0.word, $0.facet) }) { $1 }
    return .list(
      Facet.allCases.compactMap { facet in
        let words = facets.filter { $0.value == facet }.keys.sorted()
        if words.isEmpty { return nil }
        return .list([.string(facet.rawValue), .string(words.joined(separator: " "))])
      })
  }

  private mutating func add(file value: JSON) { files.append(Self.script(files.count, value)) }

  private static func script(_ number: Int, _ value: JSON) -> [UInt8] {
    var out = Array("begreppSearch(\(number),".utf8)
    value.write(into: &out)
    out += ");\n".utf8
    return out
  }

  // MARK: - The tree

  private static let letters = 10
  private static let bits: UInt64 = 6
  private static let alphabet = Array("abcdefghijklmnopqrstuvwxyz0123456789_".utf8)

  /// The first letters of a folded text, six bits each from the top; 0 after its end.
  static func key(_ text: ArraySlice<UInt8>) -> UInt64 {
    var key: UInt64 = 0
    var count = 0
    for byte in text where count < letters {
      let symbol: UInt64
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): symbol = UInt64(byte) - 96
      case UInt8(ascii: "0")...UInt8(ascii: "9"): symbol = UInt64(byte) - 21
      case 0x80..<0xC0: continue  // the rest of a letter that stands as one
      default: symbol = 37
      }
      key |= symbol << (bits * UInt64(letters - 1 - count))
      count += 1
    }
    return key
  }

  private static func symbol(_ key: UInt64, at depth: Int) -> Int {
    Int(key >> (bits * UInt64(letters - 1 - depth)) & 0x3F)
  }

  /// Writes the nodes below one, at most `letters` deep.
  private mutating func divide(_ range: ArraySlice<(key: UInt64, item: UInt32)>, depth: Int) {
    var start = range.startIndex
    while start < range.endIndex {
      let symbol = Self.symbol(range[start].key, at: depth)
      let end =
        range[start...].firstIndex { Self.symbol($0.key, at: depth) != symbol } ?? range.endIndex
      defer { start = end }
      if symbol == 0 { continue }
      let node = range[start..<end]
      tree.append(Self.alphabet[symbol - 1])
      let here = Set(node.map(\.item)).sorted()
      let size = here.reduce(0) { $0 + Int(sizes[Int($1)]) + 1 }
      let isDivided = size > Self.nodeSize && depth + 1 < Self.letters
      let ends = isDivided ? node.filter { Self.isEnd($0.key, at: depth + 1) }.map(\.item) : []
      add(items: isDivided ? ends + here : here, of: isDivided ? Self.dividedSize : Self.nodeSize)
      if isDivided {
        tree.append(UInt8(ascii: "("))
        divide(node, depth: depth + 1)
        tree.append(UInt8(ascii: ")"))
      }
    }
  }

  private static func isEnd(_ key: UInt64, at depth: Int) -> Bool {
    depth == letters || symbol(key, at: depth) == 0
  }

  /// A file of the first items, each once, up to a size.
  private mutating func add(items numbers: [UInt32], of size: Int) {
    var out = Array("begreppSearch(\(files.count),[".utf8)
    var seen: Set<UInt32> = []
    for number in numbers where seen.insert(number).inserted {
      if out.count + Int(sizes[Int(number)]) > size + 40 { break }
      if seen.count > 1 { out.append(UInt8(ascii: ",")) }
      found.items[Int(number)].write(in: language, of: languages, into: &out)
    }
    out += "]);\n".utf8
    // There are tens of thousands: without the room that it was given to grow in.
    files.append(out.withUnsafeBufferPointer { Array($0) })
  }
}

extension Planner {
  /// The files of the search in the page.
  ///
  /// - Parameters:
  ///   - inputs: stands for the program, the configuration and the languages.
  ///   - earlier: of a build before. Where all stands as it did then, nothing is made.
  mutating func planSearch(_ inputs: Fingerprint, earlier: SearchRecord?) {
    context.search = SearchMaterial(context, parallel)
    let key = context.searchKey(inputs, parallel)
    if let earlier, earlier.key == key, earlier.files.count == context.editions.count {
      context.searchRecord = earlier
    } else {
      let files = context.search.files.map {
        parallel.map($0) { file in Fingerprint { $0.add(file) } }
      }
      context.searchRecord = SearchRecord(key: key, files: files)
    }
    for (index, files) in context.searchRecord.files.enumerated() {
      let code = context.editions[index].code
      for number in files.indices {
        let path = add(.searchData(code, number), at: "assets/search-\(code)/\(number).js")
        if number == 0 { context.editions[index].searchData = path }
      }
    }
  }
}
