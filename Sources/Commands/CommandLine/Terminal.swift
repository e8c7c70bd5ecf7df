import Diagnostics
import Glibc

/// Standard output for results, standard error for everything else.
struct Terminal: Sendable {
  enum Stream: Int32, Sendable {
    case output = 1
    case error = 2
  }

  /// Writes bytes as they are. A reader that has gone away is no fault: what it did not want is dropped.
  static func write(_ bytes: [UInt8], to stream: Stream = .output) {
    _ = Files.writeAll(bytes, to: stream.rawValue)
  }

  static func write(_ text: String, to stream: Stream = .output) {
    write(Array(text.utf8), to: stream)
  }

  /// Writes a diff: what `patch` reads is left as it is; a terminal gets nothing that it would obey.
  static func writeDiff(_ diff: [UInt8]) {
    guard isTerminal(.output) else { return write(diff) }
    let lines = String(decoding: diff, as: UTF8.self).split(separator: "\n")
    write(lines.map { TerminalText.printable($0) + "\n" }.joined())
  }

  /// A line on standard error, after the program's name.
  static func say(_ text: String) {
    write("begrepp: \(TerminalText.printable(text))\n", to: .error)
  }

  static func isTerminal(_ stream: Stream) -> Bool { isatty(stream.rawValue) == 1 }

  /// Colour only on a terminal that knows it, and never under `NO_COLOR`.
  static func usesColor(_ stream: Stream) -> Bool {
    isTerminal(stream) && variable("NO_COLOR").isEmpty && variable("TERM") != "dumb"
  }

  /// The columns of the terminal; 80 where there is none.
  static var width: Int {
    var size = winsize()
    guard ioctl(Stream.output.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 20 else {
      return 80
    }
    return Int(size.ws_col)
  }

  /// A broken pipe gives an error where it is written to, and does not end the program.
  static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

  private static func variable(_ name: String) -> String {
    getenv(name).map { String(cString: $0) } ?? ""
  }
}
