import Foundation
import PackagePlugin

/// Puts the text files of a folder into the target as string literals, so that one binary carries
/// the default templates, the language packs and what the preview adds to a page. SwiftPM's own
/// `.embedInCode` writes them as arrays of numbers, which take the compiler a third of a millisecond a
/// byte and lose the sub-folders.
@main
struct EmbedFiles: BuildToolPlugin {
  /// The folder that each target carries, from the package's root.
  private static let folders = [
    "Language": "Sources/Language/Packs", "Site": "templates",
    "Commands": "Sources/Commands/Serving/Assets",
  ]

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let folder = Self.folders[target.name] else { return [] }
    let root = context.package.directoryURL.appending(path: folder)
    let found = FileManager.default.enumerator(
      at: root, includingPropertiesForKeys: [.isRegularFileKey], options: .skipsHiddenFiles)
    let files = (found?.compactMap { $0 as? URL } ?? [])
      .filter { (try? $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true }
      .sorted { $0.path < $1.path }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(folder)",
        executable: try context.tool(named: "embed-files").url,
        arguments: [output.path, root.path] + files.map(\.path),
        inputFiles: files,
        outputFiles: [output])
    ]
  }
}
