export const followupsHandlers = {}
