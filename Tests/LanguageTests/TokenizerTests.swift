import Language
import Testing

/// The tokens of a text as strings.
func words(_ text: String, _ tokenizer: Tokenizer = Tokenizer()) -> [String] {
  let bytes = Array(text.utf8)
  return tokenizer.tokens(of: bytes).map { String(decoding: bytes[$0.range], as: UTF8.self) }
}

@Suite struct TokenizerTests {
  @Test("parts words at spaces, hyphens and marks")
  func parts() {
    #expect(words("IT-kluster, och så.") == ["IT", "-", "kluster", ",", "och", "så", "."])
    #expect(words("kluster- och nätverk") == ["kluster", "-", "och", "nätverk"])
  }

  @Test("keeps apostrophes, ampersands, colon endings and decimals inside")
  func keeps() {
    #expect(
      words("McDonald's Barnes&Noble SME:er 3,5 procent: ja") == [
        "McDonald's", "Barnes&Noble", "SME:er", "3,5", "procent", ":", "ja",
      ])
    #expect(words("McDonald’s") == ["McDonald’s"])
  }

  @Test("takes known abbreviations whole, with or without inner spaces")
  func abbreviations() {
    let tokenizer = Tokenizer(abbreviations: ["t.ex.", "t. ex.", "osv.", "bl.a."])
    #expect(
      words("T.ex. här, t. ex. där osv.", tokenizer) == [
        "T.ex.", "här", ",", "t. ex.", "där", "osv.",
      ])
    #expect(words("slut.Nästa", tokenizer) == ["slut", ".", "Nästa"])
  }

  @Test("sees shapes and spaces")
  func shapes() {
    let tokens = Tokenizer().tokens(of: Array("Åre NATO iPhone ål-x".utf8))
    #expect(tokens.map(\.shape) == [.capitalised, .upper, .mixed, .lower, .lower, .lower])
    #expect(tokens.map(\.isSpaced) == [true, true, true, true, false, false])
  }

  @Test("gives equal hashes to words that differ in case")
  func hashes() {
    let tokens = Tokenizer().tokens(of: Array("ÄGARE ägare Ägare ŠKODA škoda".utf8))
    #expect(tokens[0].hash == tokens[1].hash)
    #expect(tokens[1].hash == tokens[2].hash)
    #expect(tokens[3].hash == tokens[4].hash)
    var vocabulary = Vocabulary(capacity: 1)
    let id = vocabulary.insert("Ägare")
    for n in 0..<50 { _ = vocabulary.insert("ord\(n)") }
    Array("ÄGARE ägare Ägare ŠKODA škoda".utf8).withUnsafeBufferPointer { text in
      #expect(tokens.map { vocabulary.id(of: $0, in: text) } == [id, id, id, 0, 0])
    }
    #expect(vocabulary.word(id) == "ägare")
    #expect(vocabulary.id(of: "ord49") == 51)
  }

  @Test("survives bytes that are not UTF-8")
  func invalid() {
    for bytes: [UInt8] in [[0xE2], [0xE2, 0x80], [0xFF, 0xFE, 0x41], [0xC3], [0x80, 0x80], []] {
      let tokens = Tokenizer(abbreviations: ["a."]).tokens(of: bytes)
      #expect(tokens.allSatisfy { Int($0.end) <= bytes.count })
    }
  }
}

@Suite struct SentenceTests {
  private func sentences(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    let abbreviations = ["t.ex.", "m.m.", "osv.", "bl.a.", "f.eks."]
    let tokens = Tokenizer(abbreviations: abbreviations).tokens(of: bytes)
    let splitter = SentenceSplitter(closingAbbreviations: ["m.m.", "osv."])
    return bytes.withUnsafeBufferPointer { text in
      splitter.sentences(tokens[...], in: text).map { range in
        String(
          decoding: text[
            Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)],
          as: UTF8.self)
      }
    }
  }

  @Test("ends at stops, question and exclamation marks")
  func ends() {
    #expect(
      sentences("Ett är klart. Är två? Ja! Slut") == ["Ett är klart.", "Är två?", "Ja!", "Slut"])
  }

  @Test("does not end inside abbreviations, initials, ordinals, decimals and names")
  func continues() {
    for text in [
      "Man kan t.ex. Volvo nämna.", "Boken av J. Svensson kom ut.", "Den 12. mars kom den.",
      "Det kostar 3.5 kronor.", "Nå, f.eks. Oslo er stort.", "(Se boken. Den är bra.) och sedan",
    ] {
      #expect(sentences(text) == [text])
    }
  }

  @Test("ends after an abbreviation that closes a list")
  func closing() {
    #expect(sentences("Kaffe, te m.m. Sedan kom hon.") == ["Kaffe, te m.m.", "Sedan kom hon."])
    #expect(sentences("Kaffe, te m.m. och mjölk.") == ["Kaffe, te m.m. och mjölk."])
  }

  @Test("keeps closing marks with their sentence")
  func quotes() {
    #expect(
      sentences("”Är det så?” Ja. «Nei.» Hun gikk.") == [
        "”Är det så?”", "Ja.", "«Nei.»", "Hun gikk.",
      ])
    #expect(sentences("”Vad?” undrade hon.") == ["”Vad?” undrade hon."])
  }
}
