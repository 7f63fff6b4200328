import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const WORKER = 'service-worker.js';
const COMPRESSIBLE = /\.(js|css|html|svg|webmanifest|json)$/;

/** After the bundle is written: style sheet into the page, list of files into the service worker, compressed copies. */
export function finishBuild(): Plugin {
  let outDir = '';
  return {
    name: 'readyroom-finish-build',
    apply: 'build',
    enforce: 'post',
    configResolved: (config) => {
      outDir = join(config.root, config.build.outDir);
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        inlineStyles(outDir);
        listPrecache(outDir);
        compress(outDir);
      },
    },
  };
}

const filesOf = (dir: string): string[] =>
  readdirSync(dir, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.(gz|br)$/.test(entry.name))
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();

/** The whole style sheet is smaller than a round trip on a slow line, so the first paint does not wait for it. */
function inlineStyles(outDir: string): void {
  const page = join(outDir, 'index.html');
  const html = readFileSync(page, 'utf8').replace(
    /<link rel="stylesheet"[^>]*href="\/([^"]+\.css)"[^>]*>/g,
    (_link, path: string) => {
      const css = readFileSync(join(outDir, path), 'utf8').trim();
      rmSync(join(outDir, path));
      return `<style>${css}</style>`;
    },
  );
  writeFileSync(page, html);
}

/** The version of the shell is the hash of everything in it: a new build is a new cache, the same build is the same. */
function listPrecache(outDir: string): void {
  const files = filesOf(outDir).filter((file) => file !== WORKER);
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(readFileSync(join(outDir, file)));
  const version = hash.digest('hex').slice(0, 12);
  const paths = files.map((file) => (file === 'index.html' ? '/' : `/${file}`));
  const worker = join(outDir, WORKER);
  const code = readFileSync(worker, 'utf8');
  const filled = code
    .replace('__SHELL_VERSION__', version)
    .replace(/["'`]__SHELL_FILES__["'`]/, () => JSON.stringify(JSON.stringify(paths)));
  if (filled === code) throw new Error('The service worker has no place for its list of files');
  writeFileSync(worker, filled);
}

function compress(outDir: string): void {
  for (const file of filesOf(outDir).filter((name) => COMPRESSIBLE.test(name))) {
    const path = join(outDir, file);
    const bytes = readFileSync(path);
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
    writeFileSync(
      `${path}.br`,
      brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    );
  }
}
