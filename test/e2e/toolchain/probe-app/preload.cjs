require('electron').contextBridge.exposeInMainWorld('probe', { greeting: 'bridged' })
