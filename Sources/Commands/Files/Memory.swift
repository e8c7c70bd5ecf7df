import CMalloc
import Knowledge

/// What the process keeps of the memory that it no longer needs. The C library of Linux keeps nearly all
/// of it, for more to come, which after the reading of a large knowledge base is too much.
enum Memory {
  /// To be said once, when the process starts. Left to itself the C library soon takes large blocks from
  /// among the small ones, where they leave holes, and opens a pool for each of more threads than there
  /// are cores to run them.
  static func setUp() {
    malloc_map_from(128 << 10)
    malloc_share_arenas(Int32(clamping: ProcessorCount.available))
  }

  /// Gives back to the system what has been freed. Some milliseconds.
  static func giveBack() { malloc_give_back() }
}
