/// The difference of two versions of a file in the form that `patch` and people read.
package enum UnifiedDiff {
  private struct Line {
    var mark: UInt8
    var bytes: ArraySlice<UInt8>
    /// The lines of the old and new file that come before it.
    var old: Int
    var new: Int
  }

  /// - Parameters:
  ///   - path: the file's path, as people see it; nil for no old file where it is new.
  ///   - old: nil where there was no file.
  /// - Returns: empty where both are the same.
  package static func report(_ path: String, from old: [UInt8]?, to new: [UInt8]) -> [UInt8] {
    if old == new { return [] }
    let (before, after) = (lines(old ?? []), lines(new))
    let all = compare(before, after)
    var out = Array((old == nil ? "--- /dev/null\n" : "--- a/\(path)\n").utf8)
    out += "+++ b/\(path)\n".utf8
    for hunk in hunks(all) { write(all[hunk], to: &out) }
    return out
  }

  /// Lines with their line endings.
  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for i in bytes.indices where bytes[i] == 0x0A {
      lines.append(bytes[start...i])
      start = i + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }

  private static func compare(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) -> [Line] {
    var numbering = Numbering<ArraySlice<UInt8>>()
    let pairs = CommonSequence.pairs(
      old.map { numbering.number($0) }, new.map { numbering.number($0) })
    var all: [Line] = []
    var (i, j) = (0, 0)
    for pair in pairs + [(old.count, new.count)] {
      while i < pair.old {
        all.append(Line(mark: UInt8(ascii: "-"), bytes: old[i], old: i, new: j))
        i += 1
      }
      while j < pair.new {
        all.append(Line(mark: UInt8(ascii: "+"), bytes: new[j], old: i, new: j))
        j += 1
      }
      if i < old.count, j < new.count {
        all.append(Line(mark: UInt8(ascii: " "), bytes: old[i], old: i, new: j))
        (i, j) = (i + 1, j + 1)
      }
    }
    return all
  }

  /// Stretches of changed lines with three unchanged ones around them.
  private static func hunks(_ lines: [Line]) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for i in lines.indices where lines[i].mark != UInt8(ascii: " ") {
      let range = max(0, i - 3)..<min(lines.count, i + 4)
      if let last = hunks.last, last.upperBound >= range.lowerBound {
        hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
      } else {
        hunks.append(range)
      }
    }
    return hunks
  }

  private static func write(_ lines: ArraySlice<Line>, to out: inout [UInt8]) {
    guard let first = lines.first else { return }
    let old = lines.count { $0.mark != UInt8(ascii: "+") }
    let new = lines.count { $0.mark != UInt8(ascii: "-") }
    func place(_ before: Int, _ count: Int) -> String {
      let start = count == 0 ? before : before + 1
      return count == 1 ? "\(start)" : "\(start),\(count)"
    }
    out += "@@ -\(place(first.old, old)) +\(place(first.new, new)) @@\n".utf8
    for line in lines {
      out.append(line.mark)
      out += line.bytes
      if line.bytes.last != 0x0A { out += "\n\\ No newline at end of file\n".utf8 }
    }
  }
}
