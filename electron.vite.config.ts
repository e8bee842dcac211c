import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/**
 * The oldest runtime that the product has to run on: the one of the package registry, used where Electron's own download
 * is out of reach. The shipped Electron is newer.
 */
const OLDEST_NODE = 'node20.18'
const OLDEST_CHROMIUM = 'chrome130'

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      target: OLDEST_NODE,
      sourcemap: true,
      // One file reads faster than the hundreds that the packages consist of; SQLite has a binary that must stay a file.
      externalizeDeps: false,
      rolldownOptions: {
        external: ['better-sqlite3'],
        input: {
          index: 'src/main/index.ts',
          'engine-worker': 'src/main/engine-worker.ts',
          cli: 'src/main/cli/index.ts',
        },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          // Beside the entries, so that a file named relative to `import.meta.url` is found from every chunk.
          chunkFileNames: '[name]-[hash].js',
        },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: OLDEST_NODE,
      // A sandboxed preload script can load nothing but itself.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'src/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    // Relative addresses: the window is served from a scheme of its own.
    base: './',
    plugins: [react()],
    build: {
      outDir: 'out/renderer',
      target: OLDEST_CHROMIUM,
      // A branch PC parses this at every start.
      minify: true,
      // The workstation, the strip at the screen's edge, and the sheet that is printed.
      rolldownOptions: {
        input: ['src/renderer/index.html', 'src/renderer/strip.html', 'src/renderer/sheet.html'],
      },
    },
  },
})
