import type { HandlersOf } from '../../engine/handlers.ts'
import { contact } from './correct/contact.ts'
import { correct } from './correct/correct.ts'
import { draftList } from './draft-list.ts'
import { eveningCheck } from './evening-check.ts'
import { findRow } from './find-row.ts'
import { freezeList } from './freeze-list.ts'
import { ladderDueAt } from './ladder/due-at.ts'
import { escalate } from './ladder/escalate.ts'
import { list } from './list.ts'
import { draftMorning, freezeMorning, morningSheet } from './morning/morning-sheet.ts'
import { note } from './note.ts'
import { previewDue } from './preview-due.ts'
import { prints } from './prints.ts'
import { record } from './record.ts'
import { recordReprint, sheet } from './sheet.ts'

export const followupsHandlers: HandlersOf<'followups'> = {
  'followups.list': list,
  'followups.previewDue': previewDue,
  'followups.record': record,
  'followups.note': note,
  'followups.contact': contact,
  'followups.correct': correct,
  'followups.freezeList': freezeList,
  'followups.sheet': sheet,
  'followups.draftList': draftList,
  'followups.draftMorning': draftMorning,
  'followups.recordReprint': recordReprint,
  'followups.prints': prints,
  'followups.findRow': findRow,
  'followups.freezeMorning': freezeMorning,
  'followups.morningSheet': morningSheet,
  'followups.eveningCheck': eveningCheck,
  'followups.escalate': escalate,
  'followups.ladderDueAt': ladderDueAt,
}
