import Foundation
import Synchronization

/// Another program, started without a shell.
enum ChildProcess {
  struct Answer: Sendable {
    var status: Int32
    var output: [UInt8]
    var error: [UInt8]
  }

  /// Runs a program to its end.
  ///
  /// - Parameters:
  ///   - arguments: the program, found by the search path, and what it is told.
  ///   - input: what it reads from standard input.
  ///   - seconds: how long it may take; it is ended after that.
  /// - Returns: nil where there is no such program, or it took too long.
  static func run(_ arguments: [String], input: [UInt8] = [], seconds: Double = 600) -> Answer? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    let (give, take, complain) = (Pipe(), Pipe(), Pipe())
    process.standardInput = give
    process.standardOutput = take
    process.standardError = complain
    do { try process.run() } catch { return nil }
    let late = Mutex(false)
    let watch = DispatchWorkItem {
      late.withLock { $0 = true }
      process.terminate()
    }
    DispatchQueue.global().asyncAfter(deadline: .now() + seconds, execute: watch)
    // All three at once, since a full pipe would stop the one who writes to it.
    let others = DispatchGroup()
    let writing = give.fileHandleForWriting
    DispatchQueue.global().async(group: others) {
      _ = Files.writeAll(input, to: writing.fileDescriptor)
      try? writing.close()
    }
    let errors = Mutex<[UInt8]>([])
    let complaints = complain.fileHandleForReading
    DispatchQueue.global().async(group: others) {
      let bytes = [UInt8](complaints.readDataToEndOfFile())
      errors.withLock { $0 = bytes }
    }
    let output = [UInt8](take.fileHandleForReading.readDataToEndOfFile())
    process.waitUntilExit()
    others.wait()
    watch.cancel()
    // 127: `env` found no such program.
    guard !late.withLock({ $0 }), process.terminationStatus != 127 else { return nil }
    return Answer(
      status: process.terminationStatus, output: output, error: errors.withLock { $0 })
  }
}

/// git in one folder. What a repository configures to be run is not run.
struct Git {
  /// Absolute.
  let folder: String

  /// Nil where there is no git on this machine.
  func run(_ arguments: [String], input: [UInt8] = []) -> ChildProcess.Answer? {
    ChildProcess.run(
      [
        "git", "--no-pager", "-C", folder, "-c", "core.fsmonitor=false", "-c",
        "core.quotepath=off", "-c", "log.showSignature=false",
      ] + arguments, input: input)
  }
}
