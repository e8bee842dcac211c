/** Only the account that runs the product reads its files. */
export const OWNER_ONLY = 0o600
export const OWNER_ONLY_FOLDER = 0o700
