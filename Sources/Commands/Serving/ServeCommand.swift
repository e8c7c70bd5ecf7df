import ArgumentParser
import Diagnostics
import Dispatch
import Foundation
import Glibc
import Knowledge
import Synchronization

struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Show the site while it is written.",
    discussion: """
      Builds the site into public/ and serves it to this machine. An article that is saved \
      is shown at once, then what changed with it is built; a template, a language or the \
      configuration likewise. The pages that are open in a browser stay where they were scrolled to. What is amiss in the content is shown in the \
      page, each finding with a way to its line. Ctrl-C ends it.

      The files in public/ are those of 'begrepp build': what the preview adds to a page is added on \
      its way to the browser.

      EXAMPLES
        begrepp serve
        begrepp serve --open
        begrepp serve --port 3000 --editor vscode
        begrepp serve --host 0.0.0.0      for other machines too, as a phone
      """)

  @OptionGroup var root: RootOption
  @OptionGroup var jobs: JobsOption

  @Option(
    help: ArgumentHelp(
      "The port; where it is taken, the next that is free. 0 for any.", valueName: "number"))
  var port: UInt16 = 8080

  @Option(
    help: ArgumentHelp(
      "The address to serve at. All but the loopback shows the site to other machines.",
      valueName: "address"))
  var host = "127.0.0.1"

  @Option(
    help: ArgumentHelp(
      "The editor that findings lead to: \(EditorLink.names.joined(separator: ", ")), or an address "
        + "with %f, %l and %c for file, line and column. Else they lead to the text in the browser.",
      valueName: "name"),
    completion: .list(EditorLink.names))
  var editor: String?

  @Flag(help: "Open the site in the browser.")
  var open = false

  @Flag(help: "Say how long each stage of a rebuild took.")
  var timings = false

  func validate() throws {
    if let editor, EditorLink(editor, folder: "/") == nil {
      throw ValidationError(
        "--editor takes \(EditorLink.names.joined(separator: ", ")) or an address with %f.")
    }
  }

  func run() throws {
    let folder = try root.folder()
    let rebuilder = Rebuilder(folder, parallel: jobs.parallel)
    let live = LiveEvents(
      run: "\(getpid())-\(time(nil))",
      editor: editor.flatMap { EditorLink($0, folder: Path.current) })
    let watcher = try Watcher(root: folder.root, names: ["content", "templates", "languages"])
    let signals = try ShutdownSignals()
    let server = try start(
      SiteResponder(
        files: StaticFiles(root: rebuilder.output), live: live, isLocal: isLoopback))
    let preview = try Preview(rebuilder, live, showsTimings: timings)
    preview.begin()
    Terminal.write("serving \(server.url) (Ctrl-C ends it)\n")
    if open { openBrowser(server.url) }
    defer { wait { await server.stop() } }
    try preview.follow(watcher, until: signals.descriptor)
  }

  private var address: String { host == "localhost" ? "127.0.0.1" : host }

  private var isLoopback: Bool { address.hasPrefix("127.") || address == "::1" }

  private func start(_ responder: SiteResponder) throws -> SiteServer {
    let last = port == 0 ? 0 : UInt16(clamping: Int(port) + 99)
    let (address, ports) = (address, port...last)
    let result: Result<SiteServer, SiteServer.Failure> = wait {
      do throws(SiteServer.Failure) {
        return .success(try await SiteServer.start(responder, host: address, ports: ports))
      } catch {
        return .failure(error)
      }
    }
    switch result {
    case .success(let server): return server
    case .failure(.noFreePort):
      throw CommandFailure(.files, "all ports from \(port) to \(last) are taken")
    case .failure(.address(let reason)):
      throw CommandFailure(
        .usage, "cannot serve at \(host) port \(port): \(reason)",
        help: "--host takes an IP address of this machine, --port a number from 1024 on")
    }
  }

  /// Shows the articles that were saved, as far as that can be done before the site is built.
  private func show(_ rebuilder: Rebuilder, _ live: LiveEvents) {
    let look = rebuilder.firstLook()
    if !look.pages.isEmpty { live.publish(live.state.showing(look)) }
  }

  private func openBrowser(_ url: String) {
    Thread.detachNewThread {
      if !SitePage.show(url) { Terminal.say("no browser could be started; open \(url)") }
    }
  }

  /// Does work of tasks and waits for it in this thread.
  private func wait<Value: Sendable>(_ work: @escaping @Sendable () async -> Value) -> Value {
    let result = Mutex<Value?>(nil)
    let done = DispatchSemaphore(value: 0)
    Task {
      let value = await work()
      result.withLock { $0 = value }
      done.signal()
    }
    while true {
      done.wait()
      if let value = result.withLock({ $0 }) { return value }
    }
  }
}
