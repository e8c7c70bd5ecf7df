import Glibc
import Site

/// Finds the file of a site that an address means, and never one outside of the site.
struct StaticFiles: Sendable {
  enum Answer: Equatable, Sendable {
    /// A file: where it lies on disk, without links, and its path below the site.
    case file(disk: String, path: String)
    /// A folder that was asked for without the slash at its end: the path to ask for instead.
    case folder(String)
    /// There is none: the site's page that says so, nearest to where it was looked for.
    case missing(page: Page?)
    /// An address that no site has.
    case malformed
    /// Nothing was built yet.
    case noSite
  }

  struct Page: Equatable, Sendable {
    var disk: String
    var path: String
  }

  /// The output folder, absolute.
  let root: String

  /// - Parameter path: The path of a request as it was sent, percent-encoded, without the query.
  func find(_ path: String) -> Answer {
    guard let parts = Self.parts(of: path) else { return .malformed }
    guard let base = Files.resolved(root), Files.isFolder(base) else { return .noSite }
    let wantsFolder = parts.last?.isEmpty ?? true
    let relative = (wantsFolder ? parts.dropLast() : parts[...]).joined(separator: "/")
    guard let found = Self.inside(base, relative) else {
      return .missing(page: Self.notFoundPage(base, parts))
    }
    switch found.kind {
    case .folder where !wantsFolder: return .folder("/" + SitePath.encoded(relative) + "/")
    case .folder:
      let index = relative.isEmpty ? "index.html" : relative + "/index.html"
      guard let page = Self.inside(base, index), page.kind == .file else {
        return .missing(page: Self.notFoundPage(base, parts))
      }
      return .file(disk: page.disk, path: index)
    case .file where !wantsFolder: return .file(disk: found.disk, path: relative)
    default: return .missing(page: Self.notFoundPage(base, parts))
    }
  }

  /// The parts of a path, percent-decoded once; the last is empty for a folder. Nil where it is no path
  /// below a site: with `..`, a part that begins with a dot, NUL, a part that is empty, or what is not
  /// UTF-8.
  static func parts(of path: String) -> [String]? {
    let source = Array(path.utf8)
    guard source.first == UInt8(ascii: "/"), source.count <= 8192 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(source.count)
    var at = 1
    while at < source.count {
      if source[at] == UInt8(ascii: "%") {
        guard at + 2 < source.count, let high = hex(source[at + 1]), let low = hex(source[at + 2])
        else { return nil }
        bytes.append(high << 4 | low)
        at += 3
      } else {
        bytes.append(source[at])
        at += 1
      }
    }
    guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
      return nil
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let isBelow = parts.allSatisfy { !$0.hasPrefix(".") } && !parts.dropLast().contains("")
    return isBelow ? parts : nil
  }

  private static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// What lies at a path once all links are followed; nil where that is outside of the site.
  private static func inside(
    _ base: String, _ relative: String
  ) -> (disk: String, kind: Files.Status.Kind)? {
    let disk = relative.isEmpty ? base : Path.join(base, relative)
    guard let real = Files.resolved(disk), Path.lies(real, in: base),
      let status = Files.status(real)
    else { return nil }
    return (real, status.kind)
  }

  private static func notFoundPage(_ base: String, _ parts: [String]) -> Page? {
    var folders = parts.dropLast()
    while true {
      let path = (folders + ["404.html"]).joined(separator: "/")
      if let page = inside(base, path), page.kind == .file {
        return Page(disk: page.disk, path: path)
      }
      if folders.popLast() == nil { return nil }
    }
  }
}

/// What a file is called in the header `Content-Type`.
enum ContentType {
  static func of(_ path: String) -> String {
    let type = types[Path.fileExtension(path)] ?? "application/octet-stream"
    let isText =
      type.hasPrefix("text/") || type.hasSuffix("json") || type.hasSuffix("xml")
      || type.hasSuffix("javascript")
    return isText ? type + "; charset=utf-8" : type
  }

  private static let types = [
    "html": "text/html", "htm": "text/html", "css": "text/css", "js": "text/javascript",
    "mjs": "text/javascript", "json": "application/json", "jsonld": "application/ld+json",
    "webmanifest": "application/manifest+json", "xml": "application/xml",
    "atom": "application/atom+xml", "rss": "application/rss+xml", "rdf": "application/rdf+xml",
    "tbx": "application/xml", "ttl": "text/turtle", "csv": "text/csv", "tsv": "text/plain",
    "txt": "text/plain", "md": "text/plain", "po": "text/plain", "yml": "text/plain",
    "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg",
    "gif": "image/gif", "webp": "image/webp", "avif": "image/avif", "ico": "image/x-icon",
    "mp3": "audio/mpeg", "m4a": "audio/mp4", "ogg": "audio/ogg", "wav": "audio/wav",
    "mp4": "video/mp4", "webm": "video/webm", "woff": "font/woff", "woff2": "font/woff2",
    "ttf": "font/ttf", "otf": "font/otf", "pdf": "application/pdf", "zip": "application/zip",
    "wasm": "application/wasm",
  ]
}
