/// A short text that is another as soon as a file of the content is, or the program that read it.
/// Made of sizes and times, so that it costs no reading.
enum ContentFingerprint {
  /// - Parameter listing: the files of the content, where they have been listed already.
  static func of(_ folder: KnowledgeFolder, listing: ContentListing? = nil) -> String {
    var sum = listing.map(stamp) ?? FolderStamp.of(contentsOf: folder.content)
    let packs = folder.root + "/languages"
    for name in (try? Files.names(in: packs)) ?? [] {
      let path = packs + "/" + String(decoding: name, as: UTF8.self)
      guard let status = Files.status(path) else { continue }
      sum = add([0xFF] + name, status, to: sum)
    }
    if let program = Files.status("/proc/self/exe") { sum = add([], program, to: sum) }
    guard let sum else {
      return of(folder, listing: ContentListing.read(folder.content, shownAs: "").value)
    }
    return String(sum, radix: 16)
  }

  private static func stamp(_ listing: ContentListing) -> UInt64? {
    (listing.articles + listing.assets + listing.configuration).reduce(0) { sum, file in
      sum &+ FolderStamp.of(file.path.utf8, size: file.size, modified: file.modified)
    }
  }

  private static func add(_ path: [UInt8], _ status: Files.Status, to sum: UInt64?) -> UInt64? {
    sum.map { $0 &+ FolderStamp.of(path, size: status.size, modified: status.modified) }
  }
}
