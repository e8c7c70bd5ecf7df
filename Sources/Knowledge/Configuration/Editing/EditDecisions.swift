import Diagnostics
import Language

/// Adds to `concepts.yml` as an editor would by hand: every byte that is there stays, with comments, order,
/// quotation marks and line endings, and what is new is laid out as its surroundings are.
///
/// A new entry goes to the end of the file; a term goes below the other languages of its entry; a
/// correction goes to the others of its article. Whether the file then says just that and nothing else
/// is made sure by reading it again. A correction that is there already is not added twice.
///
/// - Parameters:
///   - path: as it is shown in the locations of faults.
///   - bytes: the file, in UTF-8; empty where there is none.
/// - Returns: the file with all the changes. Nothing is changed where one of them cannot be made.
package func editDecisions(path: String, bytes: [UInt8], _ changes: [DecisionChange])
  throws(DecisionEditingFault) -> [UInt8]
{
  let file = YAMLFile(path: path, bytes: bytes)
  if let fault = file.faults.first { throw .unreadable(fault) }
  guard let before = YAMLTree.elements(of: file) else {
    throw .unreadable(
      Diagnostic(
        .invalidValue, at: file.root.map(file.location) ?? Location(file: path),
        "concepts.yml has to be a list of entries and corrections", severity: .error))
  }
  var plan = DecisionPlan(file: file)
  for change in changes { try plan.add(change) }
  // Where a correction does not fit in with the others of its article, it gets an item of its own.
  for isApart in [false, true] {
    if isApart { plan.setCorrectionsApart() }
    let insertions = DecisionInsertions(plan, before)
    let edited = YAMLFile(path: path, bytes: insertions.applied(to: bytes))
    if let after = YAMLTree.elements(of: edited), after == insertions.expected {
      return edited.source.bytes
    }
  }
  throw .noPlace
}
