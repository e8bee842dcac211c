/**
 * Guards the device secret with what the operating system offers. `plain` means that it offers nothing: then
 * only the file's permissions keep the secret, and a copied folder can be attacked through its passphrases.
 */
export interface DeviceProtector {
  readonly kind: 'safe-storage' | 'plain'
  protect(secret: Uint8Array): Uint8Array
  /** Throws where the secret was protected on another machine or for another user. */
  unprotect(kept: Uint8Array): Uint8Array
}

/** For the command line and for systems without a key store. */
export const plainProtector: DeviceProtector = {
  kind: 'plain',
  protect: (secret) => secret,
  unprotect: (kept) => kept,
}
