/** Referrals: handing a person on, answering, what came of it, and who gets what. */
export const referrals = {
  title: 'Referrals',
  state: {
    offered: 'Waiting',
    accepted: 'Accepted',
    contacted: 'Contacted',
    qualified: 'Qualified',
    converted: 'Closed a deal',
    declined: 'Declined',
    lost: 'Came to nothing',
    withdrawn: 'Taken back',
  },
}
