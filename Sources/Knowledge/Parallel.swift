import Dispatch
import Synchronization

/// Work over many values on several threads, in chunks, with results in the order of the values.
package struct Parallel: Sendable {
  /// How many threads at most.
  package var jobs: Int

  /// - Parameter jobs: nil for as many as the machine has cores.
  package init(jobs: Int? = nil) { self.jobs = max(1, jobs ?? ProcessorCount.available) }

  package func map<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], _ transform: @Sendable (Input) -> Output
  ) -> [Output] {
    if jobs == 1 || inputs.count < 2 { return inputs.map(transform) }
    let chunk = max(1, min(64, inputs.count / (jobs * 8)))
    let chunks = (inputs.count + chunk - 1) / chunk
    let results = Mutex([[Output]](repeating: [], count: chunks))
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: min(jobs, chunks)) { _ in
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        if index >= chunks { return }
        let start = index * chunk
        let done = inputs[start..<min(start + chunk, inputs.count)].map(transform)
        results.withLock { $0[index] = done }
      }
    }
    return results.withLock { results in
      var all: [Output] = []
      all.reserveCapacity(inputs.count)
      for chunk in results { all += chunk }
      return all
    }
  }
}
