import ArgumentParser

/// How a command ends when it cannot do what was asked.
struct CommandFailure: Error, Sendable {
  /// What the process returns, after `sysexits.h`.
  enum Status: Int32, Sendable {
    /// Done, and the answer is "no".
    case no = 1
    case usage = 64
    case badInput = 65
    case files = 74
  }

  var status: Status
  var message: String
  var help: String?

  init(_ status: Status, _ message: String, help: String? = nil) {
    self.status = status
    self.message = message
    self.help = help
  }
}

extension ExitCode {
  init(_ status: CommandFailure.Status) { self.init(status.rawValue) }
}
