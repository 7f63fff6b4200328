import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { registerDocument } from './register-document.js';

const PATH = join(__dirname, '../../../../../docs/PRIVACY.md');
const [BEGIN, END] = ['<!-- register -->\n', '\n<!-- /register -->'];

describe('docs/PRIVACY.md', () => {
  it('should hold the register as it is (READYROOM_WRITE_DOCS=1 writes it anew)', () => {
    const page = readFileSync(PATH, 'utf8');
    const [from, to] = [page.indexOf(BEGIN) + BEGIN.length, page.indexOf(END)];
    if (process.env.READYROOM_WRITE_DOCS)
      writeFileSync(PATH, page.slice(0, from) + registerDocument() + page.slice(to));
    else expect(page.slice(from, to)).toBe(registerDocument());
  });
});
