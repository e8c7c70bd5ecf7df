import Foundation
import Glibc

/// A program that believes to run on a terminal, and what it shows there.
final class PseudoTerminal {
  private let master: Int32
  private let slave: Int32
  private let process = Process()
  /// All that was shown so far.
  private(set) var shown = ""
  private var searched = 0

  struct Silence: Error, CustomStringConvertible {
    var description: String
  }

  /// - Parameter environment: besides what every program gets.
  init(_ arguments: [String], in folder: String, environment: [String: String] = [:]) throws {
    var ends: (Int32, Int32) = (-1, -1)
    var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&ends.0, &ends.1, nil, nil, &size) == 0 else {
      throw Silence(description: "there is no pseudo-terminal")
    }
    (master, slave) = ends
    let side = FileHandle(fileDescriptor: slave, closeOnDealloc: false)
    process.executableURL = URL(fileURLWithPath: Program.folder + "/begrepp")
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = [
      "PATH": Program.folder + ":/usr/bin:/bin", "HOME": folder, "TERM": "xterm", "NO_COLOR": "1",
    ].merging(environment) { $1 }
    process.standardInput = side
    process.standardOutput = side
    process.standardError = side
    try process.run()
  }

  deinit {
    if process.isRunning { process.terminate() }
    close(master)
    close(slave)
  }

  /// How the terminal treats what is typed, for telling whether it is left as it was.
  var mode: tcflag_t {
    var mode = termios()
    tcgetattr(slave, &mode)
    return mode.c_lflag
  }

  var identifier: Int32 { process.processIdentifier }

  /// Waits for a text that comes after all that was waited for before.
  func wait(for text: String) throws {
    let deadline = Date(timeIntervalSinceNow: 60)
    while true {
      let rest = Array(shown.utf8)[searched...]
      if let range = rest.firstRange(of: Array(text.utf8)) {
        searched = range.upperBound
        return
      }
      guard Date() < deadline else {
        throw Silence(description: "'\(text)' was not shown:\n\(shown)")
      }
      take(milliseconds: 100)
    }
  }

  private func take(milliseconds: Int32) {
    var request = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&request, 1, milliseconds) == 1 else { return }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(master, &bytes, bytes.count)
    if count > 0 { shown += String(decoding: bytes[..<count], as: UTF8.self) }
  }

  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(master, bytes, bytes.count)
  }

  /// Waits for the program to end.
  ///
  /// - Returns: its status.
  func end() -> Int32 {
    while process.isRunning { take(milliseconds: 20) }
    process.waitUntilExit()
    take(milliseconds: 50)
    return process.terminationStatus
  }
}
