import Foundation
import Site

/// Shows a page of the built site in a browser.
enum SitePage {
  /// Waits until the browser, or what starts it, has ended.
  ///
  /// - Parameter url: the address below the site's root, with what it is to be scrolled to after `#`.
  static func open(_ url: String, of folder: KnowledgeFolder) throws {
    let path = String(url.prefix { $0 != "#" })
    let file = folder.root + "/public/" + path
    guard !path.isEmpty, Files.exists(file) else {
      throw CommandFailure(
        .files, "there is no page \(folder.shown("public/" + path)) to open",
        help: "make the site with: begrepp build")
    }
    let address = "file://" + SitePath.encoded(file) + url.dropFirst(path.count)
    if show(address) { return }
    let commands = commands(for: address)
    let tried = commands.compactMap(\.first).joined(separator: ", ")
    throw CommandFailure(
      .files, "no browser could be started (tried \(tried))",
      help: "name yours in $BROWSER, or open \(address)")
  }

  /// Shows an address in the first browser that can be started; whether there is one.
  static func show(_ address: String) -> Bool { commands(for: address).contains(where: run) }

  /// What `$BROWSER` says, several commands with colons between them and the address in the place of
  /// `%s` or at the end, and `xdg-open` after them.
  static func commands(
    for address: String, browser: String? = ProcessInfo.processInfo.environment["BROWSER"]
  ) -> [[String]] {
    let own = (browser ?? "").split(separator: ":").map { command -> [String] in
      let words = command.split(separator: " ").map(String.init)
      let isPlaced = words.contains { $0.contains("%s") }
      return isPlaced
        ? words.map { $0.replacingOccurrences(of: "%s", with: address) } : words + [address]
    }
    return own.filter { $0.count > 1 } + [["xdg-open", address]]
  }

  private static func run(_ command: [String]) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["--"] + command
    do { try process.run() } catch { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
