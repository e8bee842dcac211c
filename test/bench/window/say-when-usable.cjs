/**
 * Loaded before an application: says on stdout when the first element of BENCH_USABLE can be used and has been painted.
 */
const { app } = require('electron')

/** Runs in the window. */
function untilUsable(selector) {
  const isThere = () => document.querySelector(selector)?.matches(':not(:disabled)') === true
  const change = () =>
    new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        observer.disconnect()
        resolve()
      })
      observer.observe(document, { subtree: true, childList: true, attributes: true })
    })
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  const waited = async () => {
    while (!isThere()) await change()
    await frame()
    await frame()
  }
  return waited()
}

app.on('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', async () => {
    await contents.executeJavaScript(`(${untilUsable})(${JSON.stringify(process.env.BENCH_USABLE)})`)
    process.stdout.write('usable\n')
  })
})
