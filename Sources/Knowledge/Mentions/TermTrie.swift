import Language

/// All forms of all terms as sequences of words: a trie whose edges are word numbers, so that the cost
/// of finding terms in a text does not depend on how many there are.
struct TermTrie: Sendable {
  /// An owner of a form.
  struct Owner: Sendable {
    /// An index into the terms that the trie was made of.
    var term: Int32
    /// Whether the form is the term itself, not an inflected form of it.
    var isDictionaryForm: Bool
    /// Whether the form stands before a hanging hyphen only: `skol-` of `skola`.
    var isHanging = false
    /// Capitals that the form has, as bits by place of the word: those must stand in the text too.
    var capitals: UInt32
  }

  private var vocabulary: Vocabulary
  /// Per word number the node that the word leads to from the root, or 0.
  private var firsts: [UInt32] = [0]
  private var edges = NodeTable()
  private var nodeCount: UInt32 = 1
  /// Per node the owner of the form that ends there: 0 none, n the owner n - 1, or -n the list n - 1.
  private var payloads: [Int32] = [0]
  private var owners: [Owner] = []
  private var lists: [[Int32]] = []
  /// One bit for the hash of each word that starts a form: most words of a text are none.
  private var filter: [UInt64] = [0]

  /// The word number that stands for a hyphen inside a term.
  private let hyphen: Vocabulary.WordID

  init(capacity: Int) {
    vocabulary = Vocabulary(capacity: capacity)
    hyphen = vocabulary.insert("-")
  }

  // MARK: Making

  /// Adds a form, given as the tokens of its text.
  mutating func insert(
    _ form: String, _ tokens: [Token], term: Int, isDictionaryForm: Bool, isHanging: Bool = false
  ) {
    guard !tokens.isEmpty, tokens.count <= 32 else { return }
    let bytes = Array(form.utf8)
    var node: UInt32 = 0
    var capitals: UInt32 = 0
    for (place, token) in tokens.enumerated() {
      let isHyphen = token.kind == .punctuation
      // A mark inside a term (`R&D/innovation`) is not something that a text can be held to.
      if isHyphen && token.mark != 0x2D { return }
      let word =
        isHyphen ? hyphen : vocabulary.insert(String(decoding: bytes[token.range], as: UTF8.self))
      if !isHyphen && token.shape != .lower { capitals |= 1 << UInt32(place) }
      node = place == 0 ? first(word) : next(node, word)
    }
    add(
      Owner(
        term: Int32(term), isDictionaryForm: isDictionaryForm, isHanging: isHanging,
        capitals: capitals), to: node)
  }

  private mutating func newNode() -> UInt32 {
    defer { nodeCount += 1 }
    payloads.append(0)
    return nodeCount
  }

  private mutating func first(_ word: Vocabulary.WordID) -> UInt32 {
    while firsts.count <= Int(word) { firsts.append(0) }
    if firsts[Int(word)] == 0 { firsts[Int(word)] = newNode() }
    return firsts[Int(word)]
  }

  private mutating func next(_ node: UInt32, _ word: Vocabulary.WordID) -> UInt32 {
    if let next = edges[node, word] { return next }
    let next = newNode()
    edges.insert(node, word, next)
    return next
  }

  private mutating func add(_ owner: Owner, to node: UInt32) {
    let old = payloads[Int(node)]
    if old > 0 {
      let known = owners[Int(old) - 1]
      if known.term == owner.term {
        owners[Int(old) - 1].isDictionaryForm = known.isDictionaryForm || owner.isDictionaryForm
        owners[Int(old) - 1].isHanging = known.isHanging && owner.isHanging
        return
      }
    }
    owners.append(owner)
    let number = Int32(owners.count)
    if old == 0 {
      payloads[Int(node)] = number
    } else if old > 0 {
      lists.append([old - 1, number - 1])
      payloads[Int(node)] = -Int32(lists.count)
    } else {
      lists[Int(-old) - 1].append(number - 1)
    }
  }

  /// Makes the filter; to be called once, after the last form.
  mutating func seal() {
    var size = 64
    while size < firsts.count * 16 { size *= 2 }
    filter = Array(repeating: 0, count: size / 64)
    for word in 1..<max(firsts.count, 1) where firsts[word] != 0 {
      let hash = Vocabulary.hash(vocabulary.word(Vocabulary.WordID(word)).utf8)
      let bit = Int(hash) & (filter.count * 64 - 1)
      filter[bit >> 6] |= 1 << UInt64(bit & 63)
    }
  }

  // MARK: Finding

  /// The node that a token leads to from the root; 0 where no form starts with it.
  @inline(__always)
  func start(_ token: Token, in text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let bit = Int(token.hash) & (filter.count * 64 - 1)
    guard filter[bit >> 6] & (1 << UInt64(bit & 63)) != 0 else { return 0 }
    let word = Int(vocabulary.id(of: token, in: text))
    return word < firsts.count ? firsts[word] : 0
  }

  /// The node that a token leads to from a node; 0 where no form goes on with it.
  func step(_ node: UInt32, _ token: Token, in text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let word = vocabulary.id(of: token, in: text)
    return word == 0 ? 0 : edges[node, word] ?? 0
  }

  /// The node that a hyphen leads to from a node; 0 where no form has one there.
  func stepHyphen(_ node: UInt32) -> UInt32 { edges[node, hyphen] ?? 0 }

  func isEnd(_ node: UInt32) -> Bool { payloads[Int(node)] != 0 }

  /// The owners of the form that ends at a node.
  func owners(at node: UInt32) -> [Owner] {
    let payload = payloads[Int(node)]
    if payload == 0 { return [] }
    if payload > 0 { return [owners[Int(payload) - 1]] }
    return lists[Int(-payload) - 1].map { owners[Int($0)] }
  }
}

/// A hash table from a node and a word to a node: open addressing, 12 bytes a place.
struct NodeTable: Sendable {
  private var nodes: [UInt32] = Array(repeating: 0, count: 16)
  private var words: [UInt32] = Array(repeating: 0, count: 16)
  private var targets: [UInt32] = Array(repeating: 0, count: 16)
  private var count = 0

  @inline(__always)
  private func slot(_ node: UInt32, _ word: UInt32) -> Int {
    var hash = UInt64(node) << 32 | UInt64(word)
    hash = (hash ^ (hash >> 31)) &* 0x9E37_79B9_7F4A_7C15
    var slot = Int(truncatingIfNeeded: hash >> 32) & (nodes.count - 1)
    // A target is never 0, which marks a free place.
    while targets[slot] != 0, nodes[slot] != node || words[slot] != word {
      slot = (slot + 1) & (nodes.count - 1)
    }
    return slot
  }

  subscript(node: UInt32, word: UInt32) -> UInt32? {
    let target = targets[slot(node, word)]
    return target == 0 ? nil : target
  }

  mutating func insert(_ node: UInt32, _ word: UInt32, _ target: UInt32) {
    if (count + 1) * 2 > nodes.count { grow() }
    let slot = slot(node, word)
    if targets[slot] == 0 { count += 1 }
    nodes[slot] = node
    words[slot] = word
    targets[slot] = target
  }

  private mutating func grow() {
    let old = (nodes, words, targets)
    nodes = Array(repeating: 0, count: old.0.count * 2)
    words = nodes
    targets = nodes
    for at in old.2.indices where old.2[at] != 0 {
      let slot = slot(old.0[at], old.1[at])
      nodes[slot] = old.0[at]
      words[slot] = old.1[at]
      targets[slot] = old.2[at]
    }
  }
}
