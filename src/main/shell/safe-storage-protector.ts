import { safeStorage } from 'electron'
import { type DeviceProtector, plainProtector } from '../vault/device-protector.ts'

/** The operating system's key store where there is one that really encrypts; otherwise the plain protector, by name. */
export function deviceProtector(): DeviceProtector {
  const real = safeStorage.isEncryptionAvailable() && !fallsBackToPlainText()
  if (!real) return plainProtector
  return {
    kind: 'safe-storage',
    protect: (secret) => safeStorage.encryptString(Buffer.from(secret).toString('base64')),
    unprotect: (kept) => Buffer.from(safeStorage.decryptString(Buffer.from(kept)), 'base64'),
  }
}

/** On Linux without a key ring, Electron "encrypts" with a password that is in its source. */
function fallsBackToPlainText(): boolean {
  return process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text'
}
