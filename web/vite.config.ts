import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { compressFiles } from './build/compress-files.js';
import { measureFirstPaint } from './build/measure-first-paint.js';

const SERVICE = `http://127.0.0.1:${process.env['PORT'] ?? '3000'}`;

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  // The service puts a fresh nonce in this place each time it sends the page (src/platform/http/serve-web.ts).
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    // Office machines run browsers that are years behind; antd 6 asks for about as much itself.
    target: ['chrome102', 'edge102', 'firefox102', 'safari15.4'],
    // Nothing may be inlined as data: addresses into styles or scripts, so that the page's policy stays short.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      onLog(level, log, tell) {
        // antd marks its files for servers that render; for a page in the browser the mark means nothing.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') tell(level, log);
      },
    },
  },
  plugins: [measureFirstPaint(), compressFiles()],
  server: { proxy: { '/api': SERVICE, '/health': SERVICE } },
});
