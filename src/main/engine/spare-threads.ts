import { Worker } from 'node:worker_threads'

/** A writer and two readers: what a window signs in to. */
const SPARES = 3

/**
 * Engine threads that have loaded the program and wait for a file. Loading costs some 250 ms of processor a thread, which
 * is most of a sign-in; while somebody types a passphrase there is time for it. They hold no key and no data.
 */
export class SpareThreads {
  readonly #module: URL
  readonly #waiting = new Set<Worker>()

  /** @param module the one that runs inside of an engine thread */
  constructor(module: URL) {
    this.#module = module
  }

  get waiting(): number {
    return this.#waiting.size
  }

  /** Starts as many as are missing. */
  fill(): void {
    while (this.#waiting.size < SPARES) {
      const worker = new Worker(this.#module, { workerData: null })
      // One that fails here is not needed: whoever wants a thread starts its own, and hears what is wrong.
      worker.once('error', () => undefined)
      worker.once('exit', () => this.#waiting.delete(worker))
      // Nobody waits for a thread that nobody asked for.
      worker.unref()
      this.#waiting.add(worker)
    }
  }

  /** One that waits, or null. It is told what to open by its first message. */
  take(): Worker | null {
    const [worker = null] = this.#waiting
    if (worker === null) return null
    this.#waiting.delete(worker)
    worker.removeAllListeners()
    worker.ref()
    return worker
  }

  /** Ends those that still wait. */
  async drop(): Promise<void> {
    const waiting = [...this.#waiting]
    this.#waiting.clear()
    await Promise.all(waiting.map((worker) => worker.terminate()))
  }
}
