/**
 * Loaded before the application: keeps everything that the main process says to a window, so that a test can read what
 * crossed the bridge and not only what was painted.
 */
const { app, ipcMain } = require('electron')

const said = []
const channels = []
globalThis.saidToWindows = said
globalThis.answeredChannels = channels
// What windows asked for, with the answers, in the order in which it was asked.
const calls = []
globalThis.callsOfWindows = calls
globalThis.callsUnderWay = 0

const handle = ipcMain.handle.bind(ipcMain)
ipcMain.handle = (channel, listener) => {
  channels.push(channel)
  handle(channel, async (event, ...asked) => {
    const call = { name: asked[0], input: asked[1] }
    calls.push(call)
    globalThis.callsUnderWay += 1
    try {
      call.reply = await listener(event, ...asked)
      said.push({ about: asked[0], message: call.reply })
      return call.reply
    } finally {
      globalThis.callsUnderWay -= 1
    }
  })
}

app.on('web-contents-created', (_event, contents) => {
  const send = contents.send.bind(contents)
  contents.send = (channel, ...message) => {
    said.push({ about: channel, message })
    send(channel, ...message)
  }
})
