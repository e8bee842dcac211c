/** Who sent a call: a frame of one of our windows, or the command line of this process. */
export interface Sender {
  /** The window, where one is concerned: dialogs and print previews belong to it. */
  readonly windowId: number
  /** The address of the frame that sent the call; empty when the frame is gone. */
  readonly frameUrl: string
  /** False for a frame inside a page; only a window's own page may call. */
  readonly mainFrame: boolean
}

/** Decides whether a call is ours at all; the shell knows the scheme and the windows it opened. */
export type TrustsSender = (sender: Sender) => boolean
