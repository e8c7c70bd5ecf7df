import Diagnostics

/// How a language is recognised: by the small words that every text in it has, by the letters that
/// its neighbours lack, and by the small words of its neighbours that speak against it.
struct DetectionProfile: Sendable {
  var words: Set<[UInt8]>
  /// Small words that are common in a near neighbour and do not exist here.
  var foreign: Set<[UInt8]>
  /// UTF-8 of lower-case letters that the language has beyond `a` to `z`.
  var letters: Set<[UInt8]>

  init(_ section: PackValue, _ faults: inout [Diagnostic]) {
    section.checkKeys(["words", "foreign", "letters"], &faults)
    func set(_ key: String) -> Set<[UInt8]> {
      Set((section[key]?.words(&faults) ?? []).map { Array($0.utf8) })
    }
    words = set("words")
    foreign = set("foreign")
    letters = set("letters")
  }
}
