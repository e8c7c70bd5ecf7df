// embed-files OUTPUT ROOT FILE...: writes a Swift file that holds each FILE as a string literal,
// under its path below ROOT. Used by the EmbedFiles plugin only.
import Foundation

/// A Swift string literal of the text, in ASCII but for what Swift takes as it is.
func literal(_ text: String) -> String {
  var out = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": out += "\\\""
    case "\\": out += "\\\\"
    case "\n": out += "\\n"
    case "\r": out += "\\r"
    case "\t": out += "\\t"
    case _ where scalar.value < 0x20 || scalar.value == 0x7F || scalar.value == 0xFEFF:
      out += "\\u{" + String(scalar.value, radix: 16) + "}"
    default: out.unicodeScalars.append(scalar)
    }
  }
  return out + "\""
}

let arguments = CommandLine.arguments
guard arguments.count >= 3 else {
  FileHandle.standardError.write(Data("usage: embed-files OUTPUT ROOT FILE...\n".utf8))
  exit(64)
}
let root = arguments[2] + "/"
var source = """
  /// Text files carried in the binary, by their path below the folder they come from.
  enum EmbeddedFiles {
    static let all: [(path: String, contents: StaticString)] = [

  """
for path in arguments.dropFirst(3) {
  let name = path.hasPrefix(root) ? String(path.dropFirst(root.count)) : path
  let text = try String(contentsOfFile: path, encoding: .utf8)
  source += "    (\(literal(name)), \(literal(text))),\n"
}
source += "  ]\n}\n"
try source.write(toFile: arguments[1], atomically: true, encoding: .utf8)
