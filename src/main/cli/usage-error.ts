/** The command line itself is wrong; nothing was opened. Says what, never the value that was typed. */
export class UsageError extends Error {}
