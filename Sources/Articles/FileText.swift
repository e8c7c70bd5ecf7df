import Diagnostics

/// The text of a file, whatever its encoding.
package enum FileText {
  /// How the bytes of a file were understood.
  package enum Encoding: Sendable, Equatable {
    case utf8
    case utf8WithMark
    case utf16
    /// Windows-1252, which holds Latin-1.
    case windows1252
    /// UTF-8 in which single bytes of Windows-1252 stand.
    case mixed
  }

  /// Converts the bytes of a file to UTF-8, without a byte order mark.
  /// - Returns: nil where the file is no text.
  package static func decode(_ bytes: [UInt8]) -> (bytes: [UInt8], encoding: Encoding)? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return decodeUTF16(bytes)
    }
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let text = hasMark ? Array(bytes.dropFirst(3)) : bytes
    guard !isBinary(text) else { return nil }
    let census = census(text)
    if census.strays == 0 { return (text, hasMark ? .utf8WithMark : .utf8) }
    let isMixed = census.sequences >= census.strays
    return (fromWindows1252(text, keepingSequences: isMixed), isMixed ? .mixed : .windows1252)
  }

  private static func decodeUTF16(_ bytes: [UInt8]) -> (bytes: [UInt8], encoding: Encoding)? {
    let isLittle = bytes[0] == 0xFF
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for i in stride(from: 2, to: bytes.count - 1, by: 2) {
      let (first, second) = (UInt16(bytes[i]), UInt16(bytes[i + 1]))
      units.append(isLittle ? second << 8 | first : first << 8 | second)
    }
    let text = Array(String(decoding: units, as: UTF16.self).utf8)
    return isBinary(text) ? nil : (text, .utf16)
  }

  /// NUL never stands in a text, other control characters seldom.
  private static func isBinary(_ bytes: [UInt8]) -> Bool {
    var controls = 0
    for byte in bytes where byte < 0x20 && !byte.isSpace {
      if byte == 0 { return true }
      controls += 1
    }
    return controls > 4 + bytes.count / 64
  }

  /// How many sequences of UTF-8 beyond ASCII there are, and bytes that belong to none.
  private static func census(_ bytes: [UInt8]) -> (sequences: Int, strays: Int) {
    var sequences = 0
    var strays = 0
    bytes.withUnsafeBufferPointer { bytes in
      var i = 0
      while i < bytes.count {
        if bytes[i] < 0x80 {
          i += 1
          continue
        }
        let length = sequenceLength(bytes, i)
        if length > 0 { sequences += 1 } else { strays += 1 }
        i += max(length, 1)
      }
    }
    return (sequences, strays)
  }

  /// The length of a well-formed sequence of UTF-8 beyond ASCII; 0 where there is none.
  private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    let lead = bytes[start]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return 0
    }
    guard start + length <= bytes.count, second.contains(bytes[start + 1]) else { return 0 }
    for i in start + 2..<max(start + length, start + 2) where bytes[i] & 0xC0 != 0x80 { return 0 }
    return length
  }

  private static func fromWindows1252(_ bytes: [UInt8], keepingSequences: Bool) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    bytes.withUnsafeBufferPointer { bytes in
      var i = 0
      while i < bytes.count {
        let length = bytes[i] >= 0x80 && keepingSequences ? sequenceLength(bytes, i) : 0
        if bytes[i] < 0x80 || length > 0 {
          text.append(contentsOf: bytes[i..<i + max(length, 1)])
        } else {
          let byte = bytes[i]
          let value = byte < 0xA0 ? windows1252[Int(byte) - 0x80] : UInt32(byte)
          text.append(
            contentsOf: UTF8.encode(Unicode.Scalar(value) ?? "\u{FFFD}").map(Array.init) ?? [])
        }
        i += max(length, 1)
      }
    }
    return text
  }

  /// What 0x80 to 0x9F stand for; the five that stand for nothing are replaced.
  private static let windows1252: [UInt32] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
    0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
  ]
}
