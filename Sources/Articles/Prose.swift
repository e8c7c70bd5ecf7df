import Diagnostics

/// The running text of an article, all in one buffer: what its paragraphs, headings and table cells
/// say, with markup taken off, white space collapsed to single spaces and the blocks parted by LF.
/// Every byte can be traced to the file. Images, raw HTML and code blocks are not in it.
package struct Prose: Sendable {
  /// One paragraph, heading or table cell.
  package struct Block: Sendable {
    package var node: Document.NodeID
    /// Its bytes in `bytes`, without the LF that follows.
    package var range: Range<Int>

    package init(node: Document.NodeID, range: Range<Int>) {
      self.node = node
      self.range = range
    }
  }

  /// A stretch of prose that comes from one stretch of the file: byte for byte where both are
  /// equally long, and as a whole (an entity, an escape, a line break) where they are not.
  package struct Run: Sendable {
    package var start: UInt32
    package var length: UInt32
    package var sourceStart: UInt32
    package var sourceLength: UInt32
    /// The inline node that it belongs to (text, code, soft or hard break).
    package var node: Document.NodeID

    package init(
      start: Int, length: Int, sourceStart: Int, sourceLength: Int, node: Document.NodeID
    ) {
      self.start = UInt32(start)
      self.length = UInt32(length)
      self.sourceStart = UInt32(sourceStart)
      self.sourceLength = UInt32(sourceLength)
      self.node = node
    }
  }

  /// Markup that covers a stretch of prose: strong, emphasis, link or code.
  package struct Mark: Sendable {
    package var kind: Document.Kind
    package var range: Range<Int>
    package var node: Document.NodeID

    package init(kind: Document.Kind, range: Range<Int>, node: Document.NodeID) {
      self.kind = kind
      self.range = range
      self.node = node
    }
  }

  package var bytes: [UInt8] = []
  package var blocks: [Block] = []
  /// In order of `start`, which together cover all of `bytes` but the LF between blocks.
  package var runs: [Run] = []
  /// In order of where they start, outer before inner.
  package var marks: [Mark] = []

  package init() {}

  package func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The stretch of the file that a stretch of prose was written in.
  package func span(of range: Range<Int>) -> SourceSpan {
    guard !runs.isEmpty else { return SourceSpan(at: 0) }
    let first = run(at: range.lowerBound)
    let start = sourceOffset(range.lowerBound, in: first, isEnd: false)
    guard !range.isEmpty else { return SourceSpan(at: start) }
    let end = sourceOffset(range.upperBound, in: run(at: range.upperBound - 1), isEnd: true)
    return SourceSpan(start..<max(start, end))
  }

  /// The last run that starts at or before a place.
  package func run(at offset: Int) -> Run {
    var low = 0
    var high = runs.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if Int(runs[middle].start) <= offset { low = middle } else { high = middle }
    }
    return runs[low]
  }

  private func sourceOffset(_ offset: Int, in run: Run, isEnd: Bool) -> Int {
    let within = offset - Int(run.start)
    if run.length == run.sourceLength {
      return Int(run.sourceStart) + min(max(within, 0), Int(run.length))
    }
    return Int(run.sourceStart) + (isEnd || within >= Int(run.length) ? Int(run.sourceLength) : 0)
  }
}
