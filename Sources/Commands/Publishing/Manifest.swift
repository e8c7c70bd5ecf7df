/// The files that Begrepp made in one output folder.
struct Manifest: Sendable, Equatable {
  private static let kind = "begrepp manifest 1"

  /// The absolute path of the folder.
  var output: String
  /// Paths below it, in order.
  var files: [String]

  /// Nil where there is none, or none that can be read.
  static func read(_ path: String, output: String) -> Manifest? {
    guard let bytes = try? Files.read(path), let fields = Records.fields(kind, in: bytes),
      fields.first == output
    else { return nil }
    return Manifest(output: output, files: fields.dropFirst().filter(Path.staysBelow))
  }

  var bytes: [UInt8] { Records.bytes(Self.kind, [output] + files) }
}
