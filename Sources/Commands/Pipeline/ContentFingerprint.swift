/// A short text that is another as soon as a file of the content is, or the program that read it.
/// Made of sizes and times, so that it costs no reading.
enum ContentFingerprint {
  /// - Parameter listing: the files of the content, where they have been listed already.
  static func of(_ folder: KnowledgeFolder, listing: ContentListing? = nil) -> String {
    let listing = listing ?? ContentListing.read(folder.content, shownAs: "").value
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ text: String) {
      for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      hash = (hash ^ 0xFF) &* 0x100_0000_01B3
    }
    func add(_ path: String, _ size: Int, _ modified: Int64) {
      add(path)
      add("\(size) \(modified)")
    }
    for file in listing.articles + listing.assets + listing.configuration {
      add(file.path, file.size, file.modified)
    }
    let packs = folder.root + "/languages"
    for name in (try? Files.names(in: packs)) ?? [] {
      let path = packs + "/" + String(decoding: name, as: UTF8.self)
      if let status = Files.status(path) { add(path, status.size, status.modified) }
    }
    if let program = Files.status("/proc/self/exe") { add("", program.size, program.modified) }
    return String(hash, radix: 16)
  }
}
