import Dispatch
import Glibc

/// A key that was struck.
enum Key: Equatable, Sendable {
  case character(Character)
  case enter, escape, backspace, delete, left, right, home, end
  /// Ctrl-U.
  case clear
  /// Ctrl-C.
  case interrupt
  /// Ctrl-D, or a terminal that has gone away.
  case endOfInput
  /// One that means nothing here.
  case other
}

/// Makes keys of the bytes that a terminal sends.
struct KeyDecoder {
  /// Reads one byte; nil at the end, or where none comes at once although it was asked to be quick.
  let next: (_ isQuick: Bool) -> UInt8?

  func key() -> Key {
    guard let byte = next(false) else { return .endOfInput }
    switch byte {
    case 0x0D, 0x0A: return .enter
    case 0x7F, 0x08: return .backspace
    case 0x01: return .home
    case 0x05: return .end
    case 0x03: return .interrupt
    case 0x04: return .endOfInput
    case 0x15: return .clear
    case 0x1B: return sequence()
    case 0x20..<0x7F: return .character(Character(Unicode.Scalar(byte)))
    case 0xC2..<0xF5: return character(byte)
    default: return .other
    }
  }

  private func character(_ lead: UInt8) -> Key {
    var bytes = [lead]
    for _ in 0..<(lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3) {
      guard let byte = next(true) else { return .other }
      bytes.append(byte)
    }
    guard let text = String(validating: bytes, as: UTF8.self), text.count == 1,
      let character = text.first
    else { return .other }
    return .character(character)
  }

  /// What follows ESC at once belongs to it: `ESC [ D` is the left arrow.
  private func sequence() -> Key {
    guard let first = next(true) else { return .escape }
    guard first == UInt8(ascii: "[") || first == UInt8(ascii: "O") else { return .other }
    var parameter: [UInt8] = []
    while let byte = next(true), parameter.count < 8 {
      guard (0x40...0x7E).contains(byte) else {
        parameter.append(byte)
        continue
      }
      switch (byte, parameter) {
      case (UInt8(ascii: "C"), _): return .right
      case (UInt8(ascii: "D"), _): return .left
      case (UInt8(ascii: "H"), _), (UInt8(ascii: "~"), [0x31]), (UInt8(ascii: "~"), [0x37]):
        return .home
      case (UInt8(ascii: "F"), _), (UInt8(ascii: "~"), [0x34]), (UInt8(ascii: "~"), [0x38]):
        return .end
      case (UInt8(ascii: "~"), [0x33]): return .delete
      default: return .other
      }
    }
    return .other
  }
}

/// The keyboard of the terminal that is standard input, key by key.
struct Keyboard {
  private let before: termios

  /// Nil where standard input is no terminal.
  init?() {
    var mode = termios()
    guard tcgetattr(0, &mode) == 0 else { return nil }
    before = mode
  }

  /// Takes each key as it is struck and shows none, until what is to be done is done. However the process
  /// ends, the terminal is then as it was.
  func read<Result>(_ body: () throws -> Result) rethrows -> Result {
    // Their handlers run beside what waits for a key, where all can be done that has to be.
    let signals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]
    let mode = before
    let sources = signals.map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        var mode = mode
        tcsetattr(0, TCSADRAIN, &mode)
        _exit(128 + number)
      }
      source.resume()
      return source
    }
    setRaw()
    defer {
      restore()
      for source in sources { source.cancel() }
      for number in signals { signal(number, SIG_DFL) }
    }
    return try body()
  }

  /// Gives the terminal to another program for a while.
  func lend<Result>(_ body: () throws -> Result) rethrows -> Result {
    restore()
    defer { setRaw() }
    return try body()
  }

  private func restore() {
    var mode = before
    tcsetattr(0, TCSADRAIN, &mode)
  }

  private func setRaw() {
    var mode = before
    mode.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG | IEXTEN)
    mode.c_iflag &= ~tcflag_t(IXON)
    withUnsafeMutableBytes(of: &mode.c_cc) { codes in
      codes[Int(VMIN)] = 1
      codes[Int(VTIME)] = 0
    }
    tcsetattr(0, TCSADRAIN, &mode)
  }

  func key() -> Key { KeyDecoder(next: Self.byte).key() }

  private static func byte(isQuick: Bool) -> UInt8? {
    if isQuick {
      var wait = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
      guard poll(&wait, 1, 50) == 1 else { return nil }
    }
    var byte: UInt8 = 0
    while true {
      let count = Glibc.read(0, &byte, 1)
      if count == 1 { return byte }
      if count < 0 && errno == EINTR { continue }
      return nil
    }
  }
}
