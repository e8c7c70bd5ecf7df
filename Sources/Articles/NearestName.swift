/// Finds the name that someone most likely meant.
enum NearestName {
  /// The known name that differs least from a written one, where it differs little enough to be meant.
  static func of(_ written: String, among known: [String]) -> String? {
    let word = Array(written.lowercased().utf8.prefix(40))
    var best: (name: String, distance: Int)?
    for name in known {
      let distance = distance(word, Array(name.lowercased().utf8))
      if distance < best?.distance ?? .max { best = (name, distance) }
    }
    guard let best, best.distance <= max(1, min(3, word.count / 3)) else { return nil }
    return best.name
  }

  /// How many letters must be put in, taken out, changed or swapped with their neighbour.
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var before: [Int] = []
    var previous = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var least = min(previous[j + 1], row[j]) + 1
        least = min(least, previous[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          least = min(least, before[j - 1] + 1)
        }
        row.append(least)
      }
      before = previous
      previous = row
    }
    return previous[b.count]
  }
}
