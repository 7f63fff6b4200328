import { createReadStream } from 'node:fs';
import { BundleVerifier, type Verdict } from '../modules/evidence/chain/verify-bundle.js';

const USAGE = `Usage: npm run evidence:verify -- FILE [--anchor HASH] [--digest HASH]
  --anchor  hash of any anchor as it was deposited outside
  --digest  digest of the bundle as it was kept when it was handed out`;

interface Asked {
  file: string;
  anchor: string | null;
  digest: string | null;
}

/** `npm run evidence:verify FILE`: needs no database and no network, only the file. See docs/EVIDENCE.md. */
async function main(): Promise<number> {
  const asked = read(process.argv.slice(2));
  if (!asked) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const verdict = await verify(asked.file);
  const wrong = complaint(asked, verdict);
  if (wrong) {
    process.stderr.write(`WRONG 不通过: ${wrong}\n`);
    return 1;
  }
  const { header, anchors, digest } = verdict;
  process.stdout.write(
    [
      `GENUINE 通过: ${header!.entries} entries, ${header!.anchors} anchors, ${header!.names} names`,
      `  about ${header!.about}${header!.subject ? ` ${header!.subject}` : ''}, made ${header!.madeAt}`,
      `  last anchor ${anchors.at(-1) ?? 'none'}`,
      `  digest ${digest}`,
      ...(asked.anchor
        ? []
        : [
            '  Give an anchor that was deposited outside with --anchor: only that finds a chain forged as a whole.',
          ]),
      '',
    ].join('\n'),
  );
  return 0;
}

function complaint(asked: Asked, { fault, anchors, digest }: Verdict): string | null {
  if (fault) return `line ${fault.line}: ${fault.reason}`;
  if (asked.anchor && !anchors.includes(asked.anchor))
    return `no anchor is the one that was deposited, ${asked.anchor}`;
  if (asked.digest && asked.digest !== digest)
    return `the digest is ${digest}, handed out was ${asked.digest}`;
  return null;
}

function read(words: readonly string[]): Asked | null {
  const asked: Asked = { file: '', anchor: null, digest: null };
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (word === '--anchor' || word === '--digest') {
      const hash = words[++i]?.toLowerCase();
      if (!hash || !/^[0-9a-f]{64}$/.test(hash)) return null;
      asked[word === '--anchor' ? 'anchor' : 'digest'] = hash;
    } else if (word.startsWith('-') || asked.file) return null;
    else asked.file = word;
  }
  return asked.file ? asked : null;
}

/** Line by line, so that a bundle of any size needs little memory. */
async function verify(file: string): Promise<Verdict> {
  const verifier = new BundleVerifier();
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    for (let to = rest.indexOf(10); to >= 0; to = rest.indexOf(10)) {
      if (!verifier.push(rest.subarray(0, to))) return verifier.finish();
      rest = rest.subarray(to + 1);
    }
  }
  return verifier.finish(rest);
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  },
);
