import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const COMPRESSIBLE = /\.(js|css|html|svg|json)$/;

/** Writes .gz and .br copies beside the built files, so that the server never compresses at request time. */
function precompressed(): Plugin {
  let outDir = '';
  return {
    name: 'precompressed',
    apply: 'build',
    configResolved: (config) => void (outDir = resolve(config.root, config.build.outDir)),
    async closeBundle() {
      const files = await readdir(outDir, { recursive: true });
      await Promise.all(
        files
          .filter((file) => COMPRESSIBLE.test(file))
          .map(async (file) => {
            const path = join(outDir, file);
            const content = await readFile(path);
            const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
            await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: 9 }));
            await writeFile(`${path}.br`, await promisify(brotliCompress)(content, quality));
          }),
      );
    },
  };
}

export default defineConfig({
  base: '/admin/',
  plugins: [react(), precompressed()],
  // react-admin still names react-router-dom 6; everything it needs is in react-router 7, and two routers share no context.
  resolve: {
    alias: { 'react-router-dom': 'react-router' },
    dedupe: ['react', 'react-dom', '@tanstack/react-query'],
  },
  build: { outDir: 'dist', target: 'es2022', chunkSizeWarningLimit: 1500 },
  server: { proxy: { '/api': process.env.API_URL ?? 'http://127.0.0.1:3000' } },
});
