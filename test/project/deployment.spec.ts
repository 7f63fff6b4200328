import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ConfigSchema } from '../../api/src/platform/config/config.js';

const root = join(__dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const variables = Object.keys(ConfigSchema.shape);
const scripts = (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts;

interface Service {
  build?: string;
  command?: string;
  environment?: Record<string, string>;
  healthcheck?: { test: string[] };
  depends_on?: Record<string, unknown>;
  volumes?: string[];
  restart?: string;
}
const { services } = parse(read('docker-compose.yml'), { merge: true }) as {
  services: Record<string, Service>;
};
const ours = Object.entries(services).filter(([, service]) => service.build);

/** What a command starts must exist: a built file has a source, an npm script is in package.json. */
function missingFrom(command: string): string[] {
  const built = [...command.matchAll(/(?:^|\s|')(api\/dist\/[\w/-]+)\.js/g)].map(
    ([, path]) => `${path!.replace('/dist/', '/src/')}.ts`,
  );
  const plain = [...command.matchAll(/(?:^|\s)(scripts\/[\w/-]+\.mjs)/g)].map(([, path]) => path!);
  const runs = [...command.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name!);
  return [
    ...[...built, ...plain].filter((file) => !existsSync(join(root, file))),
    ...runs.filter((name) => !scripts[name]),
  ];
}

describe('docker-compose.yml', () => {
  it('should describe api, worker, PostgreSQL and Redis', () => {
    expect(Object.keys(services)).toEqual(expect.arrayContaining(['api', 'worker', 'postgres', 'redis']));
    expect(ours.map(([name]) => name)).toEqual(['prepare', 'api', 'worker']);
  });

  it.each(ours)('should give %s only variables that the configuration knows', (_name, service) => {
    expect(Object.keys(service.environment!).filter((key) => !variables.includes(key))).toEqual([]);
    expect(Object.keys(service.environment!)).toEqual(expect.arrayContaining(['DATABASE_URL', 'REDIS_URL']));
  });

  it.each(ours)('should start %s with something that exists', (_name, service) => {
    expect(missingFrom(service.command!)).toEqual([]);
    expect(missingFrom((service.healthcheck?.test ?? []).join(' '))).toEqual([]);
  });

  it('should check the health of everything that keeps running', () => {
    const unchecked = Object.entries(services).filter(
      ([, service]) => service.restart !== 'no' && !service.healthcheck,
    );
    expect(unchecked.map(([name]) => name)).toEqual([]);
  });

  it('should depend only on services that there are, and mount only files that there are', () => {
    for (const service of Object.values(services)) {
      for (const name of Object.keys(service.depends_on ?? {})) expect(Object.keys(services)).toContain(name);
      for (const volume of service.volumes ?? [])
        if (volume.startsWith('./')) expect(existsSync(join(root, volume.split(':')[0]!))).toBe(true);
    }
  });
});

describe('Dockerfile', () => {
  it('should copy only what is there and start what is there', () => {
    const text = read('Dockerfile');
    for (const [, files] of text.matchAll(/^COPY (?!--from)(?:--\S+ )*(.+) \S+$/gm))
      for (const file of files!.split(' '))
        expect({ file, there: existsSync(join(root, file)) }).toEqual({ file, there: true });
    for (const [, name] of text.matchAll(/npm run ([\w:-]+)/g)) expect(Object.keys(scripts)).toContain(name);
    expect(missingFrom(/CMD (.+)/.exec(text)![1]!.replace(/[[\]",]/g, ' '))).toEqual([]);
  });
});

describe('The documented variables', () => {
  const named = (text: string) =>
    [...new Set([...text.matchAll(/^(?:# |\| `)([A-Z][A-Z_]+)(?:=|`)/gm)].map(([, name]) => name!))].sort();

  it.each(['.env.example', 'README.md'])('should be the same in %s as in the configuration', (file) => {
    expect(named(read(file))).toEqual([...variables].sort());
  });
});

describe('package.json', () => {
  it('should only name scripts whose files exist', () => {
    const missing = Object.entries(scripts).flatMap(([name, command]) =>
      missingFrom(command).map((file) => `${name}: ${file}`),
    );
    expect(missing).toEqual([]);
  });
});
