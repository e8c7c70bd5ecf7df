import Glibc

/// A file or folder that the machine would not let us read or write.
struct FileFault: Error, Sendable, Hashable, CustomStringConvertible {
  enum Action: String, Sendable { case read, write, remove, list, lock, watch }

  var action: Action
  var path: String
  /// The machine's error number, or 0 where `reason` says what is wrong.
  var code: Int32
  var reason: String?

  init(_ action: Action, _ path: String, code: Int32 = errno) {
    self.action = action
    self.path = path
    self.code = code
  }

  init(_ action: Action, _ path: String, reason: String) {
    self.action = action
    self.path = path
    code = 0
    self.reason = reason
  }

  var explanation: String { reason ?? String(cString: strerror(code)).lowercasedFirst }

  var description: String { "cannot \(action.rawValue) \(path): \(explanation)" }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
