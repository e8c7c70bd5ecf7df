/// The name that a mistyped one is most likely meant to be; nil where none is near enough.
///
/// Near enough is a distance of at most a third of its length (insertions, deletions, substitutions and
/// swaps of neighbours, in Unicode scalars). Of equally near names, the first in the order of names.
package func nearest(to name: String, among names: some Sequence<String>) -> String? {
  let wanted = Array(name.lowercased().unicodeScalars)
  guard wanted.count <= 200 else { return nil }
  var best: (name: String, distance: Int)?
  for candidate in names {
    let scalars = Array(candidate.lowercased().unicodeScalars)
    let limit = max(1, max(wanted.count, scalars.count) / 3)
    guard abs(scalars.count - wanted.count) <= limit else { continue }
    let distance = editDistance(wanted, scalars)
    guard distance <= limit else { continue }
    if let known = best, (known.distance, known.name) <= (distance, candidate) { continue }
    best = (candidate, distance)
  }
  return best?.name
}

/// Looks for the nearest names a limited number of times: who has misspelt a hundred names is not helped by a
/// hundred searches through ten thousand.
struct NameHints {
  private var left = 50

  mutating func nearest(to name: String, among names: some Sequence<String>) -> String? {
    guard left > 0 else { return nil }
    left -= 1
    return Knowledge.nearest(to: name, among: names)
  }
}

private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    row.reserveCapacity(b.count + 1)
    for j in b.indices {
      var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        cost = min(cost, beforeLast[j - 1] + 1)
      }
      row.append(cost)
    }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}
