import Knowledge
import Site

/// What is kept of the search in the page between builds: where nothing that can be found has changed, its
/// files are not made again.
struct SearchRecordFile {
  private static let kind = "begrepp search 1"
  private let path: String

  /// - Parameter stateFolder: who writes holds its lock.
  init(in stateFolder: String) { path = stateFolder + "/search-files" }

  /// Nil where there is none that can be used.
  func read() -> SearchRecord? { (try? Files.read(path)).flatMap(Self.record) }

  func write(_ record: SearchRecord) throws(FileFault) {
    try Files.replace(path, with: Self.bytes(record))
  }

  static func bytes(_ record: SearchRecord) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(kind)
    writer.write(record.key)
    writer.write(record.files.count)
    for files in record.files {
      writer.write(files.count)
      for file in files { writer.write(file) }
    }
    writer.seal()
    return writer.bytes
  }

  /// Nil where the bytes are not a whole file of this kind.
  static func record(_ bytes: [UInt8]) -> SearchRecord? {
    guard let body = ByteSum.checked(bytes) else { return nil }
    var reader = ByteReader(body)
    guard reader.text() == kind else { return nil }
    let record = SearchRecord(
      key: reader.fingerprint(), files: reader.list { $0.list { $0.fingerprint() } })
    return !reader.isBroken && reader.isAtEnd ? record : nil
  }
}
