/// Places the nodes of a small graph on a plane so that neighbours are near and labels do not
/// overlap. Uses only operations that are exact on every machine, so that the same graph gives the
/// same drawing.
struct MapLayout {
  struct Node {
    /// The size of its label.
    var width: Double
    var height: Double
    var x = 0.0
    var y = 0.0
  }

  private(set) var nodes: [Node]
  private let edges: [(Int, Int)]

  /// - Parameter edges: pairs of indices into `nodes`.
  init(_ nodes: [Node], edges: [(Int, Int)]) {
    self.nodes = nodes
    self.edges = edges
    start()
    for round in 0..<240 { relax(step: 24 * Double(240 - round) / 240) }
    for _ in 0..<3000 where !separate() { break }
  }

  /// The corners of what is drawn.
  var bounds: (left: Double, top: Double, right: Double, bottom: Double) {
    var box = (left: 0.0, top: 0.0, right: 0.0, bottom: 0.0)
    for (index, node) in nodes.enumerated() {
      let isFirst = index == 0
      box.left = isFirst ? node.x - node.width / 2 : min(box.left, node.x - node.width / 2)
      box.right = isFirst ? node.x + node.width / 2 : max(box.right, node.x + node.width / 2)
      box.top = isFirst ? node.y - node.height / 2 : min(box.top, node.y - node.height / 2)
      box.bottom = isFirst ? node.y + node.height / 2 : max(box.bottom, node.y + node.height / 2)
    }
    return box
  }

  /// On a grid, in an order that mixes neighbours of the list.
  private mutating func start() {
    guard !nodes.isEmpty else { return }
    var side = 1
    while side * side < nodes.count { side += 1 }
    for index in nodes.indices {
      let place = (index * 29) % nodes.count
      let row = nodes.count % 29 == 0 ? index : place
      nodes[index].x = Double(row % side) * 150 + Double(index % 3)
      nodes[index].y = Double(row / side) * 80 + Double(index % 5)
    }
  }

  /// One round of springs along the edges, repulsion between all, and a pull to the middle.
  private mutating func relax(step: Double) {
    var forces = Array(repeating: (x: 0.0, y: 0.0), count: nodes.count)
    let middle = (
      x: nodes.reduce(0) { $0 + $1.x } / Double(nodes.count),
      y: nodes.reduce(0) { $0 + $1.y } / Double(nodes.count)
    )
    for a in nodes.indices {
      forces[a].x += (middle.x - nodes[a].x) * 0.06
      forces[a].y += (middle.y - nodes[a].y) * 0.12
      for b in nodes.indices where b != a {
        let dx = nodes[a].x - nodes[b].x
        let dy = (nodes[a].y - nodes[b].y) * 1.6
        let square = max(dx * dx + dy * dy, 1)
        forces[a].x += dx / square * 200
        forces[a].y += dy / square * 200
      }
    }
    for (a, b) in edges {
      let dx = nodes[b].x - nodes[a].x
      let dy = nodes[b].y - nodes[a].y
      forces[a].x += dx * 0.05
      forces[a].y += dy * 0.05
      forces[b].x -= dx * 0.05
      forces[b].y -= dy * 0.05
    }
    for index in nodes.indices {
      let force = forces[index]
      let length = max((force.x * force.x + force.y * force.y).squareRoot(), 0.001)
      let move = min(length, step)
      nodes[index].x += force.x / length * move
      nodes[index].y += force.y / length * move
    }
  }

  /// Pushes labels that overlap apart.
  /// - Returns: Whether any did.
  private mutating func separate() -> Bool {
    var didMove = false
    for a in nodes.indices {
      for b in nodes.indices where b > a {
        let dx = nodes[b].x - nodes[a].x
        let dy = nodes[b].y - nodes[a].y
        let overlapX = (nodes[a].width + nodes[b].width) / 2 + 14 - (dx < 0 ? -dx : dx)
        let overlapY = (nodes[a].height + nodes[b].height) / 2 + 12 - (dy < 0 ? -dy : dy)
        guard overlapX > 0.01, overlapY > 0.01 else { continue }
        didMove = true
        if overlapY <= overlapX {
          let push = overlapY / 2 * (dy < 0 ? -1 : 1)
          nodes[a].y -= push
          nodes[b].y += push
        } else {
          let push = overlapX / 2 * (dx < 0 ? -1 : 1)
          nodes[a].x -= push
          nodes[b].x += push
        }
      }
    }
    return didMove
  }
}
