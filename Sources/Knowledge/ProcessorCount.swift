import Glibc

/// The processors that this process may use.
package enum ProcessorCount {
  /// How many there are, at least one.
  package static var available: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}
