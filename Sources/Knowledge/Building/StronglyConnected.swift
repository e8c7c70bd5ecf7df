/// Tarjan's strongly connected parts of a directed graph, without recursion.
enum StronglyConnected {
  /// For each node, the number of its part. Two nodes of one part can reach each other.
  static func parts(count: Int, edges: [(from: Int, to: Int)]) -> [Int] {
    var targets = [[Int]](repeating: [], count: count)
    for edge in edges { targets[edge.from].append(edge.to) }
    var part = [Int](repeating: -1, count: count)
    var index = [Int](repeating: -1, count: count)
    var low = [Int](repeating: 0, count: count)
    var stack: [Int] = []
    var (clock, parts) = (0, 0)
    for start in 0..<count where index[start] < 0 {
      var frames: [(node: Int, next: Int)] = [(start, 0)]
      while let (node, next) = frames.last {
        if next == 0 {
          index[node] = clock
          low[node] = clock
          clock += 1
          stack.append(node)
        }
        if next < targets[node].count {
          frames[frames.count - 1].next += 1
          let target = targets[node][next]
          if index[target] < 0 {
            frames.append((target, 0))
          } else if part[target] < 0 {
            low[node] = min(low[node], index[target])
          }
          continue
        }
        frames.removeLast()
        if let parent = frames.last?.node { low[parent] = min(low[parent], low[node]) }
        guard low[node] == index[node] else { continue }
        while let member = stack.popLast() {
          part[member] = parts
          if member == node { break }
        }
        parts += 1
      }
    }
    return part
  }
}
