/// The manual page of a program, made from the descriptions that `--help` prints, in the roff macros
/// that every `man` knows. It bears no date: the same program has the same page.
struct ManualPage {
  private typealias Command = CommandDescription.Command
  private typealias Argument = CommandDescription.Argument

  private let root: CommandDescription.Command
  private let version: String

  init(_ root: CommandDescription.Command, version: String) {
    self.root = root
    self.version = version
  }

  var text: String {
    let name = root.commandName
    let parts = Self.parts(root.discussion ?? "")
    var out = ".TH \(Self.word(name.uppercased())) 1 \"\" \(Self.word("\(name) \(version)"))\n"
    out += ".SH NAME\n\(Self.escaped(name)) \\- \(Self.escaped(root.abstract ?? ""))\n"
    out += ".SH SYNOPSIS\n.B \(Self.escaped(name))\n.I command\n[\\fIoptions\\fR]\n"
    out += ".SH DESCRIPTION\n" + Self.paragraphs(parts.prose)
    out += ".SH COMMANDS\n"
    for command in root.subcommands ?? [] { out += describe(command, after: name) }
    out += ".SH FILES\n"
    for (path, meaning) in Self.files { out += ".TP\n.I \(path)\n\(Self.escaped(meaning))\n" }
    out += ".SH ENVIRONMENT\n.TP\n.B NO_COLOR\nWhere it is set, nothing is printed in colour.\n"
    out += ".TP\n.B BROWSER\nThe browser that\n.B begrepp search --open\nstarts.\n"
    if !parts.examples.isEmpty { out += ".SH EXAMPLES\n" + Self.literal(parts.examples) }
    return out
  }

  private static let files = [
    ("content/", "The articles, with site.yml and concepts.yml."),
    ("public/", "The site that is made of them."),
    (
      "templates/, languages/",
      "Templates and language packs that replace or add to the built-in ones."
    ),
    (".begrepp/", "The search index, and what else Begrepp keeps for itself; may be deleted."),
  ]

  /// A command and those below it; nothing of one that is not listed in the help.
  private func describe(_ command: Command, after path: String) -> String {
    guard command.shouldDisplay ?? true, command.commandName != "help" else { return "" }
    let path = "\(path) \(command.commandName)"
    let below = command.subcommands ?? []
    if !below.isEmpty { return below.map { describe($0, after: path) }.joined() }
    let arguments = (command.arguments ?? []).filter { argument in
      !(argument.names ?? []).contains { $0.name == "help" || $0.name == "version" }
    }
    let parts = Self.parts(command.discussion ?? "")
    var out = ".SS \(Self.word(Self.synopsis(path, arguments)))\n"
    out += Self.escaped(command.abstract ?? "") + "\n"
    if !parts.prose.isEmpty { out += ".PP\n" + Self.paragraphs(parts.prose) }
    for argument in arguments { out += Self.describe(argument) }
    if !parts.examples.isEmpty { out += ".PP\nExamples:\n" + Self.literal(parts.examples) }
    return out
  }

  private static func synopsis(_ path: String, _ arguments: [Argument]) -> String {
    let options = arguments.contains { $0.kind != "positional" } ? " [options]" : ""
    let values = arguments.filter { $0.kind == "positional" }.map { argument in
      let name = (argument.valueName ?? "").uppercased() + (argument.isRepeating ? "..." : "")
      return argument.isOptional ? " [\(name)]" : " \(name)"
    }
    return path + options + values.joined()
  }

  private static func describe(_ argument: Argument) -> String {
    let value = argument.valueName ?? ""
    var label: String
    switch argument.kind {
    case "positional": label = "\\fI\(escaped(value.uppercased()))\\fR"
    default:
      label = (argument.names ?? []).map { name in
        "\\fB\(escaped((name.kind == "long" ? "--" : "-") + name.name))\\fR"
      }.joined(separator: ", ")
      if argument.kind == "option" { label += " \\fI\(escaped(value))\\fR" }
    }
    var text = escaped(argument.abstract ?? "")
    if let preset = argument.defaultValue { text += " (default: \(escaped(preset)))" }
    return ".TP\n\(label)\n\(text)\n"
  }

  // MARK: roff

  /// The running text of a discussion, and the lines below EXAMPLES.
  private static func parts(_ discussion: String) -> (prose: [String], examples: [String]) {
    var prose: [String] = []
    var examples: [String] = []
    var isExample = false
    for line in discussion.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == "EXAMPLES" {
        isExample = true
      } else if isExample {
        examples.append(String(line))
      } else {
        prose.append(String(line))
      }
    }
    return (prose, examples)
  }

  private static func paragraphs(_ lines: [String]) -> String {
    var out = ""
    for line in lines {
      if !line.isEmpty {
        out += escaped(line) + "\n"
      } else if !out.isEmpty, !out.hasSuffix(".PP\n") {
        out += ".PP\n"
      }
    }
    return out.hasSuffix(".PP\n") ? String(out.dropLast(4)) : out
  }

  private static func literal(_ lines: [String]) -> String {
    ".PP\n.nf\n" + lines.map { escaped($0) + "\n" }.joined() + ".fi\n"
  }

  /// An argument of a macro.
  private static func word(_ text: String) -> String {
    "\"" + escaped(text).replacing("\"", with: "\\(dq") + "\""
  }

  /// Text that is printed as it is: hyphens that can be copied, and no line taken for a macro.
  private static func escaped(_ text: String) -> String {
    var out = ""
    for character in text {
      switch character {
      case "\\": out += "\\e"
      case "-": out += "\\-"
      case "'": out += "\\(aq"
      case "`": out += "\\(ga"
      case "~": out += "\\(ti"
      case "^": out += "\\(ha"
      default: out.append(character)
      }
    }
    return out.hasPrefix(".") ? "\\&" + out : out
  }
}
