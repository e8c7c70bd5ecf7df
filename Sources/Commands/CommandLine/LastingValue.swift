/// Keeps a value until the process ends. For the large values of a command that has nothing left to do:
/// to destroy what is made of millions of parts takes a noticeable while, and the end of the process frees
/// all of it at once.
func keepToTheEnd(_ value: some Sendable) { _ = Unmanaged.passRetained(LastingValue(value)) }

private final class LastingValue<Value: Sendable>: Sendable {
  private let value: Value
  init(_ value: Value) { self.value = value }
}
