import Diagnostics

/// The text of a translators' file, whatever its header says that it is encoded in.
enum CatalogueText {
  /// - Returns: the file in UTF-8 without a byte order mark; nil with an error where it is in an encoding
  ///   that is not read, or not in the one that it says.
  static func decode(path: String, bytes: [UInt8]) -> Diagnosed<SourceText?> {
    func refuse(_ message: String, in text: [UInt8], at offset: Int, help: String)
      -> Diagnosed<SourceText?>
    {
      let source = SourceText(path: path, bytes: text)
      let place = source.location(SourceSpan(at: offset))
      return Diagnosed(nil, [Diagnostic(.badCatalogue, at: place, message, help: help)])
    }
    let convert = "save it as UTF-8: msgconv --to-code=UTF-8 FILE"
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return refuse("the catalogue is in UTF-16", in: [], at: 0, help: convert)
    }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    if let place = text.firstIndex(of: 0) {
      return refuse(
        "the file is not a text", in: text, at: place, help: "a catalogue ends in .po, not in .mo")
    }
    let (name, place) = charset(text)
    switch name.lowercased() {
    case "", "utf-8", "utf8", "us-ascii", "ascii", "charset":
      guard let fault = firstFault(in: text) else {
        return Diagnosed(SourceText(path: path, bytes: text))
      }
      let said = name.isEmpty ? "UTF-8" : name
      return refuse(
        "the catalogue is not in \(said), which its header says", in: text, at: fault,
        help: "say the right charset in its header, or save it as UTF-8")
    case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1":
      var converted: [UInt8] = []
      converted.reserveCapacity(text.count + text.count / 8)
      for byte in text {
        if byte < 0x80 {
          converted.append(byte)
        } else {
          converted += [0xC0 | byte >> 6, 0x80 | byte & 0x3F]
        }
      }
      return Diagnosed(SourceText(path: path, bytes: converted))
    default:
      return refuse(
        "catalogues in '\(name)' are not read", in: text, at: place, help: convert)
    }
  }

  /// What the header names as its encoding, and where.
  private static func charset(_ text: [UInt8]) -> (name: String, place: Int) {
    let wanted = Array("charset=".utf8)
    let end = min(text.count, 16_384)
    var i = 0
    while i + wanted.count <= end {
      if text[i] | 0x20 == wanted[0],
        zip(text[i..<i + wanted.count], wanted).allSatisfy({
          $0 == $1 || ($0 | 0x20 == $1 && $1 >= 0x61)
        })
      {
        let start = i + wanted.count
        let name = text[start...].prefix {
          ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39)
            || "-_.:".utf8.contains($0)
        }
        return (String(decoding: name, as: UTF8.self), start)
      }
      i += 1
    }
    return ("", 0)
  }

  /// The place of the first byte that is not UTF-8.
  private static func firstFault(in bytes: [UInt8]) -> Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var place = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar): place += scalar.count
      case .error: return place
      case .emptyInput: return nil
      }
    }
  }
}
