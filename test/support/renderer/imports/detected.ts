import type { DetectedFile } from '../../../../src/shared/contract/imports.ts'

/** A recognised file of invented accounts. */
export function detectedFile(part: Partial<DetectedFile> = {}): DetectedFile {
  return {
    name: 'acct.csv',
    format: 'csv',
    container: '',
    encoding: 'utf-8',
    delimiter: ',',
    header: ['账号', '客户号', '账户种类', '开户日期'],
    hasHeader: true,
    sheets: [],
    sheet: '',
    twinSheets: [],
    titleLines: 0,
    top: [],
    maskedColumns: [],
    balanceColumn: null,
    sample: [
      ['A1', 'C1', 'S', '20200101'],
      ['A2', 'C1', 'T', '20200102'],
      ['A3', 'C2', 'S', ''],
    ],
    suggestedEntity: 'accounts',
    suggestedColumns: { key: '账号', customerKey: '客户号', kind: '账户种类', openedOn: '开户日期' },
    suggestedDateFormat: 'YYYYMMDD',
    ...part,
  }
}
