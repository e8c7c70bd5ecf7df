import Foundation

/// The making of addresses: the last parts of page addresses, anchors, and derived ids.
package enum Address {
  /// No address is longer, so that it makes a file name on any file system.
  static let longest = 80

  /// Letters that no decomposition takes apart.
  private static let spelled: [Unicode.Scalar: String] = [
    "æ": "ae", "ø": "o", "œ": "oe", "ß": "ss", "þ": "th", "ð": "d", "đ": "d", "ł": "l", "ı": "i",
  ]

  /// The address of a term, title or file name: lower-case `a`–`z`, digits and single hyphens, never
  /// empty, not longer than 80 bytes, and the same however the text is composed.
  ///
  /// å ä ö é … become their base letters, æ and ø `ae` and `o`. A text without a single letter or digit
  /// of ASCII is spelled by the numbers of its scalars, so that it still has an address of its own.
  package static func slug(_ text: String) -> String {
    var slug = plain(text) ?? spelledOut(text)
    if slug.isEmpty { slug = numbered(text) }
    return String(decoding: cut(slug), as: UTF8.self)
  }

  /// The address of a text that has no letter from U+0100 on, which is nearly all text; nil for any other.
  private static func plain(_ text: String) -> [UInt8]? {
    var text = text
    return text.withUTF8 { bytes in
      var slug: [UInt8] = []
      slug.reserveCapacity(bytes.count + 2)
      var isParted = false
      func append(_ byte: UInt8) {
        if isParted && !slug.isEmpty { slug.append(0x2D) }
        isParted = false
        slug.append(byte)
      }
      var at = 0
      while at < bytes.count {
        let byte = bytes[at]
        at += 1
        switch byte {
        case 0x61...0x7A, 0x30...0x39: append(byte)
        case 0x41...0x5A: append(byte | 0x20)
        case 0x00..<0x80: isParted = true
        case 0xC2, 0xC3:
          guard at < bytes.count else { return nil }
          let scalar = (byte & 0x03) << 6 | bytes[at] & 0x3F
          at += 1
          if scalar == 0xAD { continue }
          let spelling = latin[Int(scalar) - 0x80]
          if spelling.isEmpty { isParted = true }
          for byte in spelling { append(byte) }
        default: return nil
        }
      }
      return slug
    }
  }

  /// How U+0080–U+00FF are spelled in an address; empty where they part words.
  private static let latin: [[UInt8]] = (UInt8(0x80)...0xFF).map {
    spelledOut(String(Unicode.Scalar($0)))
  }

  private static func spelledOut(_ text: String) -> [UInt8] {
    var slug: [UInt8] = []
    var isParted = false
    func append(_ byte: UInt8) {
      if isParted && !slug.isEmpty { slug.append(0x2D) }
      isParted = false
      slug.append(byte)
    }
    for scalar in text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": append(UInt8(truncatingIfNeeded: scalar.value))
      case _ where scalar.properties.generalCategory == .nonspacingMark: continue
      case "\u{AD}": continue
      default:
        if let spelling = spelled[scalar] {
          for byte in spelling.utf8 { append(byte) }
        } else {
          isParted = true
        }
      }
    }
    return slug
  }

  /// `u` and the scalars in hexadecimal, parted by hyphens.
  private static func numbered(_ text: String) -> [UInt8] {
    let scalars = text.precomposedStringWithCanonicalMapping.unicodeScalars.lazy
      .filter { !$0.properties.isWhitespace }
    let numbers = scalars.prefix(longest / 2).map { String($0.value, radix: 16) }
    return Array(("u" + numbers.joined(separator: "-")).utf8)
  }

  /// Cut to the longest length, at a hyphen where there is one in the last third.
  private static func cut(_ slug: [UInt8]) -> [UInt8] {
    guard slug.count > longest else { return slug }
    var kept = slug[..<longest]
    if let hyphen = kept.lastIndex(of: 0x2D), hyphen > longest * 2 / 3 { kept = kept[..<hyphen] }
    while kept.last == 0x2D { kept.removeLast() }
    return Array(kept)
  }
}

/// Addresses that have been given out, so that the next of the same name gets a number.
struct AddressBook {
  private var taken: Set<String> = []
  private var last: [String: Int] = [:]

  /// The address itself where it is free, else the first free one of `address-2`, `address-3` ….
  mutating func reserve(_ address: String) -> String {
    if taken.insert(address).inserted { return address }
    var number = last[address] ?? 1
    var candidate: String
    repeat {
      number += 1
      candidate = "\(address)-\(number)"
    } while !taken.insert(candidate).inserted
    last[address] = number
    return candidate
  }

  func isTaken(_ address: String) -> Bool { taken.contains(address) }
}
