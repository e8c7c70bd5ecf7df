import CCmark

struct TablePlan {}

extension TreeBuilder {
  mutating func planTables(in root: CmarkRoot) {}
  mutating func build(_ table: TablePlan, of node: OpaquePointer) {}
}
