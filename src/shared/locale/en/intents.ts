export const intents = {}
