import Dispatch
import FlyingFox
import FlyingSocks
import Foundation
import Glibc
import Synchronization

/// The HTTP server of the preview, at one address.
struct SiteServer: Sendable {
  enum Failure: Error, Equatable {
    case noFreePort
    /// The address cannot be served at.
    case address(String)
  }

  /// Where the site is found, as `http://127.0.0.1:8080/`.
  let url: String
  private let server: HTTPServer
  private let run: Task<Void, Never>
  private let beating: Task<Void, Never>
  private let live: LiveEvents

  /// Serves at the first port that is free.
  ///
  /// - Parameters:
  ///   - host: An address of this machine, of IP version 4 or 6.
  ///   - ports: In the order in which they are tried; 0 for any that is free.
  static func start(
    _ responder: SiteResponder, host: String, ports: some Sequence<UInt16>
  ) async throws(Failure) -> SiteServer {
    for port in ports {
      let attempt = Attempt()
      let server = try server(responder, host, port)
      let run = Task {
        do { try await server.run() } catch { attempt.failure.withLock { $0 = error } }
      }
      while await !server.isListening, attempt.failure.withLock({ $0 == nil }) {
        try? await Task.sleep(nanoseconds: 1_000_000)
      }
      if let failure = attempt.failure.withLock({ $0 }) {
        if case .failed(_, EADDRINUSE, _) = failure as? SocketError { continue }
        throw .address(explanation(failure))
      }
      let taken =
        switch await server.listeningAddress {
        case .ip4(_, let port), .ip6(_, let port): port
        default: port
        }
      return SiteServer(
        url: "http://\(host.contains(":") ? "[\(host)]" : host):\(taken)/", server: server,
        run: run, beating: beating(responder.live), live: responder.live)
    }
    throw .noFreePort
  }

  /// Ends the streams of events, closes all connections, and waits until that is done.
  func stop() async {
    live.close()
    beating.cancel()
    await server.stop(timeout: 1)
    await run.value
  }

  private final class Attempt: Sendable {
    let failure = Mutex<(any Error)?>(nil)
  }

  private static func server(
    _ responder: SiteResponder, _ host: String, _ port: UInt16
  ) throws(Failure) -> HTTPServer {
    let handler = ClosureHTTPHandler { await respond(to: $0, with: responder) }
    let pool = PromptPool()
    do {
      let configuration: HTTPServer.Configuration =
        host.contains(":")
        ? .init(
          address: try sockaddr_in6.inet6(ip6: host, port: port), pool: pool, logger: .disabled)
        : .init(
          address: try sockaddr_in.inet(ip4: host, port: port), pool: pool, logger: .disabled)
      return HTTPServer(config: configuration, handler: handler)
    } catch {
      throw .address("'\(host)' is no IP address")
    }
  }

  private static func respond(
    to request: HTTPRequest, with responder: SiteResponder
  ) async -> HTTPResponse {
    let question = SiteResponder.Request(
      method: request.method.rawValue, path: request.target.path(),
      query: request.target.query(), host: request.headers[.host],
      known: request.headers[HTTPHeader("If-None-Match")])
    let reply = responder.reply(to: question)
    let headers = HTTPHeaders(
      Dictionary(
        uniqueKeysWithValues: reply.headers.map { (HTTPHeader($0.key.capitalized), $0.value) }))
    let status = HTTPStatusCode(reply.status, phrase: phrase(reply.status))
    let body =
      reply.isStream
      ? HTTPBodySequence(from: EventBody(events: responder.live.listen()))
      : HTTPBodySequence(data: Data(reply.body), suggestedBufferSize: 256 << 10)
    return HTTPResponse(statusCode: status, headers: headers, body: body)
  }

  private static func phrase(_ status: Int) -> String {
    switch status {
    case 200: "OK"
    case 302: "Found"
    case 304: "Not Modified"
    case 400: "Bad Request"
    case 404: "Not Found"
    case 405: "Method Not Allowed"
    case 421: "Misdirected Request"
    case 503: "Service Unavailable"
    default: "Status"
    }
  }

  private static func explanation(_ error: any Error) -> String {
    if case .failed(_, let code, _) = error as? SocketError {
      return String(cString: strerror(code))
    }
    return error.localizedDescription
  }

  /// Browsers that have gone away are noticed by writing to them.
  private static func beating(_ live: LiveEvents) -> Task<Void, Never> {
    Task {
      while (try? await Task.sleep(nanoseconds: 15_000_000_000)) != nil { live.beat() }
    }
  }
}

/// Waits for sockets, and has them send what is small at once: else a page, which is a header and a body,
/// would wait for the browser to acknowledge the header.
private struct PromptPool: AsyncSocketPool {
  private let base: any AsyncSocketPool = HTTPServer.defaultPool()

  func prepare() async throws { try await base.prepare() }
  func run() async throws { try await base.run() }

  func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
    // Accepted sockets take it over from the one that listens.
    var on: Int32 = 1
    let size = socklen_t(MemoryLayout<Int32>.size)
    setsockopt(socket.file.rawValue, Int32(IPPROTO_TCP), TCP_NODELAY, &on, size)
    try await base.suspendSocket(socket, untilReadyFor: events)
  }
}

/// A stream of events as the body of a response, each sent as soon as it is there.
private struct EventBody: AsyncBufferedSequence {
  typealias Element = UInt8
  let events: AsyncStream<[UInt8]>

  func makeAsyncIterator() -> Iterator { Iterator(events: events.makeAsyncIterator()) }

  struct Iterator: AsyncBufferedIteratorProtocol {
    var events: AsyncStream<[UInt8]>.Iterator
    private var rest: ArraySlice<UInt8> = []

    init(events: AsyncStream<[UInt8]>.Iterator) { self.events = events }

    mutating func next() async throws -> UInt8? {
      while rest.isEmpty {
        guard let event = await events.next() else { return nil }
        rest = event[...]
      }
      return rest.popFirst()
    }

    mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? {
      if !rest.isEmpty {
        defer { rest = [] }
        return Array(rest)
      }
      return await events.next()
    }
  }
}
