import Diagnostics
import Synchronization

/// Tells the pages in the browsers what became of each rebuild, as server-sent events.
final class LiveEvents: Sendable {
  /// What tells this process from others that serve at the same address.
  let run: String
  private let editor: EditorLink?

  private struct Hub {
    var state = LiveState()
    var message: [UInt8]?
    var listeners: [Int: AsyncStream<[UInt8]>.Continuation] = [:]
    var count = 0
    var isClosed = false
  }
  private let hub = Mutex(Hub())

  init(run: String, editor: EditorLink? = nil) {
    self.run = run
    self.editor = editor
  }

  var state: LiveState { hub.withLock { $0.state } }

  func publish(_ state: LiveState) {
    let message = Self.event("state", state.json(run: run, editor: editor).serialized())
    let listeners = hub.withLock { hub in
      hub.state = state
      hub.message = message
      return Array(hub.listeners.values)
    }
    for listener in listeners { listener.yield(message) }
  }

  /// The events from now on, with the state of now first.
  func listen() -> AsyncStream<[UInt8]> {
    let (stream, continuation) = AsyncStream.makeStream(
      of: [UInt8].self, bufferingPolicy: .bufferingNewest(4))
    let (number, first) = hub.withLock { hub -> (Int?, [UInt8]) in
      // The comment lets the browser know at once that it is connected.
      let first = Array("retry: 1000\n\n".utf8) + (hub.message ?? [])
      if hub.isClosed { return (nil, first) }
      hub.count += 1
      hub.listeners[hub.count] = continuation
      return (hub.count, first)
    }
    continuation.yield(first)
    guard let number else {
      continuation.finish()
      return stream
    }
    continuation.onTermination = { [weak self] _ in
      _ = self?.hub.withLock { $0.listeners.removeValue(forKey: number) }
    }
    return stream
  }

  /// Writes to every browser, which finds those that have gone away.
  func beat() {
    for listener in hub.withLock({ Array($0.listeners.values) }) {
      listener.yield(Array(":\n\n".utf8))
    }
  }

  /// Ends all streams, and those that are asked for later.
  func close() {
    let listeners = hub.withLock { hub in
      hub.isClosed = true
      return Array(hub.listeners.values)
    }
    for listener in listeners { listener.finish() }
  }

  static func event(_ name: String, _ data: [UInt8]) -> [UInt8] {
    var out = Array("event: \(name)\n".utf8)
    for line in data.split(separator: 0x0A) { out += Array("data: ".utf8) + line + [0x0A] }
    return out + [0x0A]
  }
}
