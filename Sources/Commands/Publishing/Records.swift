/// A list of texts in a file of Begrepp's own: each text ends in NUL, which no path can hold, and the
/// first names what the file is.
enum Records {
  static func bytes(_ kind: String, _ fields: [String]) -> [UInt8] {
    var out: [UInt8] = []
    for field in [kind] + fields {
      out += field.utf8
      out.append(0)
    }
    return out
  }

  /// The fields after the kind; nil where the bytes are not a whole file of that kind.
  static func fields(_ kind: String, in bytes: [UInt8]) -> [String]? {
    guard bytes.last == 0, String(validating: bytes.dropLast(), as: UTF8.self) != nil else {
      return nil
    }
    // As bytes: to part a text takes ten times as long.
    let fields = bytes.dropLast().split(separator: 0, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    return fields.first == kind ? Array(fields.dropFirst()) : nil
  }
}
