import { FINDINGS, type Finding, type FindingKind } from '../../../shared/domain/customer/findings.ts'

/** The bit of a finding in `customer_facts.findings`: its place in the domain's list. */
export function findingBit(kind: FindingKind): number {
  return 1 << FINDINGS.indexOf(kind)
}

export function findingBits(findings: readonly Finding[]): number {
  return findings.reduce((bits, finding) => bits | findingBit(finding.kind), 0)
}
