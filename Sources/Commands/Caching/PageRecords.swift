import Knowledge

/// The pages that an earlier build wrote, each with what it was made from, and how its file looked then.
struct PageRecords: Sendable {
  struct Record: Sendable, Equatable {
    var key: Fingerprint
    var size: Int
    /// Nanoseconds since 1970.
    var modified: Int64
  }

  private static let kind = "begrepp pages 1"

  /// By path below the output.
  var records: [String: Record] = [:]

  init() {}

  /// Those of a file; none where it cannot be read, is damaged, or is of another version.
  init(file: String) {
    guard let bytes = try? Files.read(file), let fields = Records.fields(Self.kind, in: bytes),
      fields.count % 5 == 1, fields.last == "end"
    else { return }
    for start in stride(from: 0, to: fields.count - 1, by: 5) {
      guard let high = UInt64(fields[start + 1], radix: 16),
        let low = UInt64(fields[start + 2], radix: 16), let size = Int(fields[start + 3]),
        let modified = Int64(fields[start + 4])
      else {
        records = [:]
        return
      }
      records[fields[start]] = Record(
        key: Fingerprint(high: high, low: low), size: size, modified: modified)
    }
  }

  var bytes: [UInt8] {
    var fields: [String] = []
    for (path, record) in records.sorted(by: { $0.key < $1.key }) {
      fields += [
        path, String(record.key.high, radix: 16), String(record.key.low, radix: 16),
        String(record.size), String(record.modified),
      ]
    }
    return Records.bytes(Self.kind, fields + ["end"])
  }
}
