import type { HomeView } from '../../../shared/contract/home.ts'

/** What a block leads to. */
export type BlockTarget =
  | { readonly to: 'followups'; readonly group: 'overdue' | 'today' }
  | { readonly to: 'referrals'; readonly view: 'to-do' | 'all'; readonly state: 'offered' }
  | { readonly to: 'lobby' | 'leads' | 'intents' | 'notices' }

/** What a block says below its figure. */
export type BlockLine =
  | { readonly kind: 'overdue' | 'today' | 'notices' }
  | { readonly kind: 'leads'; readonly overdue: number }
  | { readonly kind: 'wait'; readonly firstAt: number | null }
  | { readonly kind: 'accept'; readonly nearestAt: number | null }
  | { readonly kind: 'branchToday'; readonly today: number }

export interface HomeBlock {
  readonly name:
    | 'overdue'
    | 'today'
    | 'leads'
    | 'waiting'
    | 'referrals'
    | 'notices'
    | 'branch-followups'
    | 'branch-referrals'
  readonly figure: number
  /** Something is late: said by a sign too, and not by colour alone. */
  readonly late: boolean
  readonly line: BlockLine
  readonly target: BlockTarget
}

/**
 * The blocks of somebody's front page in the order of their digits: what is theirs, and after it the branch's for who
 * shares out the work (X3).
 */
export function blocksOf(view: HomeView): readonly HomeBlock[] {
  const { followups, leads, lobby, referrals, branch } = view
  const own: readonly HomeBlock[] = [
    {
      name: 'overdue',
      figure: followups.overdue,
      late: followups.overdue > 0,
      line: { kind: 'overdue' },
      target: { to: 'followups', group: 'overdue' },
    },
    {
      name: 'today',
      figure: followups.today,
      late: false,
      line: { kind: 'today' },
      target: { to: 'followups', group: 'today' },
    },
    {
      name: 'waiting',
      figure: lobby.waiting,
      late: false,
      line: { kind: 'wait', firstAt: lobby.firstAt },
      target: { to: 'lobby' },
    },
    {
      name: 'referrals',
      figure: referrals.waiting,
      late: false,
      line: { kind: 'accept', nearestAt: referrals.nearestAt },
      target: { to: 'referrals', view: 'to-do', state: 'offered' },
    },
    {
      name: 'leads',
      figure: leads.overdue + leads.today,
      late: leads.overdue > 0,
      line: { kind: 'leads', overdue: leads.overdue },
      target: { to: 'leads' },
    },
    {
      name: 'notices',
      figure: view.unseenNotices,
      late: false,
      line: { kind: 'notices' },
      target: { to: 'notices' },
    },
  ]
  if (branch === null) return own
  return [
    ...own,
    {
      name: 'branch-followups',
      figure: branch.followups.overdue,
      late: branch.followups.overdue > 0,
      line: { kind: 'branchToday', today: branch.followups.today },
      target: { to: 'intents' },
    },
    {
      name: 'branch-referrals',
      figure: branch.referrals.waiting,
      late: false,
      line: { kind: 'accept', nearestAt: branch.referrals.nearestAt },
      target: { to: 'referrals', view: 'all', state: 'offered' },
    },
  ]
}
