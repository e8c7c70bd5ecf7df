import Diagnostics

/// The files of a content folder, found without reading them.
struct ContentListing: Sendable, Equatable {
  struct File: Sendable, Equatable {
    /// Below `content/`, as `sv/kluster.md`.
    var path: String
    /// Where it lies on this machine.
    var diskPath: String
    var size: Int
    /// Nanoseconds since 1970.
    var modified: Int64
  }

  /// `.md` and `.txt`, in the order of their paths.
  var articles: [File] = []
  /// All else but `site.yml` and `concepts.yml`: images and what lies beside them.
  var assets: [File] = []
  /// `site.yml` and `concepts.yml`, where they are.
  var configuration: [File] = []

  /// Walks a content folder. What cannot be listed is a diagnostic, and the rest is listed.
  ///
  /// Names with a dot first are not content. A link is followed where it stays in the folder.
  ///
  /// - Parameters:
  ///   - folder: The content folder on disk.
  ///   - shown: The same as people see it.
  static func read(_ folder: String, shownAs shown: String) -> Diagnosed<ContentListing> {
    var walk = Walk(folder: folder, shown: shown)
    walk.run()
    return Diagnosed(walk.listing, walk.diagnostics)
  }

  /// The most folders within folders: what is deeper is taken for a mistake.
  private static let deepest = 64

  private struct Walk {
    let folder: String
    let shown: String
    var listing = ContentListing()
    var diagnostics: [Diagnostic] = []
    /// Folders that were entered, so that links do not lead around in a circle.
    private var entered: Set<[UInt]> = []
    private let resolvedFolder: String

    init(folder: String, shown: String) {
      self.folder = folder
      self.shown = shown
      resolvedFolder = Files.resolved(folder) ?? folder
    }

    mutating func run() {
      var pending = [("", 0)]
      while let (path, depth) = pending.popLast() {
        let disk = path.isEmpty ? folder : folder + "/" + path
        guard let status = Files.status(disk),
          entered.insert([status.device, status.inode]).inserted
        else { continue }
        do {
          for bytes in try Files.names(in: disk) {
            guard let name = String(validating: bytes, as: UTF8.self) else {
              let name = String(decoding: bytes, as: UTF8.self)
              fault(Path.join(path, name), "its name is not UTF-8")
              continue
            }
            if name.hasPrefix(".") { continue }
            if let subfolder = visit(path.isEmpty ? name : path + "/" + name) {
              if depth < ContentListing.deepest {
                pending.append((subfolder, depth + 1))
              } else {
                fault(subfolder, "it lies more than \(ContentListing.deepest) folders deep")
              }
            }
          }
        } catch {
          fault(path, error.explanation)
        }
      }
      listing.articles.sort { $0.path < $1.path }
      listing.assets.sort { $0.path < $1.path }
      listing.configuration.sort { $0.path < $1.path }
    }

    /// Lists a file; returns a folder to walk.
    private mutating func visit(_ path: String) -> String? {
      let disk = folder + "/" + path
      guard var status = Files.status(disk, followingLinks: false) else { return nil }
      if status.kind == .link {
        guard let target = Files.resolved(disk), let followed = Files.status(disk) else {
          fault(path, "it is a link that leads nowhere")
          return nil
        }
        guard Path.lies(target, in: resolvedFolder) else {
          fault(path, "it is a link that leads out of the content, and is not followed")
          return nil
        }
        status = followed
      }
      switch status.kind {
      case .folder: return path
      case .file: list(path, disk, status)
      case .link, .other: fault(path, "it is not a regular file")
      }
      return nil
    }

    private mutating func list(_ path: String, _ disk: String, _ status: Files.Status) {
      let file = File(path: path, diskPath: disk, size: status.size, modified: status.modified)
      switch Path.fileExtension(path) {
      case "md", "txt": listing.articles.append(file)
      case "yml" where path == "site.yml" || path == "concepts.yml":
        listing.configuration.append(file)
      default: listing.assets.append(file)
      }
    }

    private mutating func fault(_ path: String, _ reason: String) {
      diagnostics.append(
        Diagnostic(
          .unreadableFile, at: Location(file: path.isEmpty ? shown : shown + "/" + path),
          "cannot read the file: \(reason)"))
    }
  }
}
