export const settingsHandlers = {}
