import Foundation

/// A record of commands and what they answered, as it is kept beside a fixture:
///
///     $ begrepp list
///     a line of standard output
///     ! a line of standard error
///     = 0
struct Transcript {
  /// The commands of a transcript, as typed.
  static func commands(in text: String) -> [String] {
    text.split(separator: "\n").filter { $0.hasPrefix("$ ") }.map { String($0.dropFirst(2)) }
  }

  /// Runs the commands in a folder and writes down what they answer.
  static func record(_ commands: [String], in folder: String) throws -> String {
    try commands.map { command in
      let answer = try Program.shell(command, in: folder)
      var out = "$ \(command)\n"
      for line in answer.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      {
        out += "\(line)\n"
      }
      if let rest = answer.output.split(separator: "\n", omittingEmptySubsequences: false).last,
        !rest.isEmpty
      {
        out += "\(rest)\\\n"
      }
      for line in answer.error.split(separator: "\n") { out += "! \(line)\n" }
      return out + "= \(answer.status)\n"
    }.joined(separator: "\n")
  }
}

/// The built program.
enum Program {
  struct Answer: Sendable {
    var output: String
    var error: String
    var status: Int32
  }

  /// The folder that holds the test bundle and the program.
  static let folder: String = {
    let bundle =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    var folder = URL(fileURLWithPath: bundle).deletingLastPathComponent()
    while folder.path != "/",
      !FileManager.default.isExecutableFile(atPath: folder.path + "/begrepp")
    {
      folder.deleteLastPathComponent()
    }
    return folder.path
  }()

  /// Runs a line of shell with the built program first in the path.
  static func shell(_ line: String, in folder: String) throws -> Answer {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = [
      "PATH": Program.folder + ":/usr/bin:/bin", "HOME": folder, "LC_ALL": "C", "TZ": "UTC",
    ]
    // Through files, so that no answer is too long for a pipe.
    let scratch = FileManager.default.temporaryDirectory.path + "/begrepp-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    for name in ["out", "err"] {
      _ = FileManager.default.createFile(atPath: scratch + "/" + name, contents: nil)
    }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: scratch + "/out")
    process.standardError = FileHandle(forWritingAtPath: scratch + "/err")
    try process.run()
    process.waitUntilExit()
    func text(_ name: String) throws -> String {
      String(
        decoding: try Data(contentsOf: URL(fileURLWithPath: scratch + "/" + name)), as: UTF8.self)
    }
    return Answer(
      output: try text("out"), error: try text("err"), status: process.terminationStatus)
  }
}
