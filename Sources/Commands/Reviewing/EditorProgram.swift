import Glibc

/// The editor that someone has chosen, `$VISUAL` or `$EDITOR`, on the terminal that we run on.
enum EditorProgram {
  /// Those that are told a line as `+12`.
  private static let withLines: Set<String> = [
    "vi", "vim", "nvim", "view", "gvim", "nano", "pico", "emacs", "emacsclient", "mg", "jed", "joe",
    "kak", "micro", "ne", "ed", "ex", "kate", "gedit",
  ]

  /// The command that is run by a shell, since people put options there; nil where none is chosen.
  static func chosen() -> String? {
    let names = ["VISUAL", "EDITOR"]
    return names.compactMap { name in getenv(name).map { String(cString: $0) } }
      .first { !$0.allSatisfy(\.isWhitespace) }
  }

  /// Opens a file and waits for the editor to be closed.
  ///
  /// - Parameter line: from 1.
  /// - Returns: whether it could be run and ended well.
  static func open(_ file: String, line: Int, with editor: String) -> Bool {
    let name = editor.split(separator: " ").first.map { Path.name(String($0)) } ?? ""
    let place = withLines.contains(name) ? ["+\(line)"] : []
    // Not in a process group of its own, which could not read from the terminal.
    let arguments = ["/bin/sh", "-c", editor + " \"$@\"", name] + place + [file]
    var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // What we do about signals is not for the editor.
    var all = sigset_t()
    sigemptyset(&all)
    for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE] { sigaddset(&all, number) }
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var child: pid_t = 0
    guard posix_spawn(&child, "/bin/sh", nil, &attributes, &pointers, environ) == 0 else {
      return false
    }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 { if errno != EINTR { return false } }
    return status == 0
  }
}
