import { defineConfig } from 'vite';
import { finishBuild } from './build/finish-build.js';

/** `npm run dev` of the app talks to an API started apart; a real installation serves both from one port. */
const API = process.env['READYROOM_API'] ?? 'http://localhost:3000';

export default defineConfig({
  base: '/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  server: { proxy: { '/api': API } },
  build: {
    outDir: 'dist',
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: 'index.html', 'service-worker': 'src/service-worker/worker.ts' },
      output: {
        entryFileNames: ({ name }) =>
          name === 'service-worker' ? 'service-worker.js' : 'assets/[name]-[hash].js',
      },
    },
  },
  plugins: [finishBuild()],
});
