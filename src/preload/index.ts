import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import type { Bridge } from '../shared/contract/bridge.ts'
import type { Topic, Topics } from '../shared/contract/topics.ts'

// Written out here because this file is bundled alone for the sandbox; a test keeps them equal to the contract's.
const CALL_CHANNEL = 'huiyan:call'
const TOPIC_CHANNEL = 'huiyan:topic'

const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke(CALL_CHANNEL, name, input),
  on: <T extends Topic>(topic: T, listener: (message: Topics[T]) => void) => {
    const receive = (_event: IpcRendererEvent, sent: string, message: Topics[T]) => {
      if (sent === topic) listener(message)
    }
    ipcRenderer.on(TOPIC_CHANNEL, receive)
    return () => {
      ipcRenderer.off(TOPIC_CHANNEL, receive)
    }
  },
}

contextBridge.exposeInMainWorld('huiyan', bridge)
