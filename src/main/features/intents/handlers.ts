export const intentsHandlers = {}
