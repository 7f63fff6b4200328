import type { Certification, Waiver } from '../../providers/contract.js';
import { isRunning, ofEnding, ofExtension, ofRevocation, ofWaiver, revocable } from './consequences.js';

const TODAY = '2026-03-10';
const text = { zh: '上岗培训', en: 'Onboarding' };
const certification = (changes: Partial<Certification> = {}): Certification => ({
  program: { id: 'g1', slug: 'g1', title: text, summary: text },
  status: 'not_started',
  assigned: true,
  dueOn: '2026-03-20',
  graceUntil: '2026-04-03',
  validUntil: null,
  renewalOpensOn: null,
  waivedUntil: null,
  drill: null,
  path: 'full',
  items: [],
  periods: [],
  waivers: [],
  ...changes,
});
type Period = Certification['periods'][number];
const period = (changes: Partial<Period> = {}): Period => ({
  id: 'p1',
  number: 1,
  programVersion: 1,
  path: 'full',
  opensOn: '2025-01-01',
  dueOn: null,
  completedAt: '2025-04-01T08:00:00.000Z',
  validFrom: '2025-04-01',
  validUntil: '2026-03-31',
  revoked: null,
  pulledForward: null,
  ...changes,
});
const waiver = (changes: Partial<Waiver> = {}): Waiver => ({
  id: 'w1',
  kind: 'waiver',
  until: '2026-03-31',
  reason: '产假',
  author: { id: 'a1', name: '韩雪' },
  createdAt: '2026-03-01T08:00:00.000Z',
  ended: null,
  ...changes,
});
const ended = { at: '2026-03-05T08:00:00.000Z', by: { id: 'a1', name: '韩雪' }, reason: null };

describe('what an extension does', () => {
  it('should move the due day and the grace after it', () => {
    expect(ofExtension(certification(), '2026-04-10')).toEqual({
      text: 'extension.first',
      days: { due: '2026-03-20', until: '2026-04-10', grace: '2026-04-24' },
      blocked: false,
    });
  });
  it('should leave what is held as it is', () => {
    const held = certification({ status: 'expiring_soon', validUntil: '2026-03-20' });
    expect(ofExtension(held, '2026-04-10')).toMatchObject({
      text: 'extension.renewal',
      days: { valid: '2026-03-20' },
    });
  });
  it('should say that what was revoked stays so', () => {
    expect(ofExtension(certification({ status: 'revoked' }), '2026-04-10').text).toBe('extension.revoked');
  });
  it.each(['2026-03-20', '2026-03-19'])('should refuse %s, which gives no more time', (until) => {
    expect(ofExtension(certification(), until)).toMatchObject({ text: 'extension.not_later', blocked: true });
  });
  it('should refuse when nothing is due', () => {
    expect(ofExtension(certification({ dueOn: null, graceUntil: null }), '2026-04-10').blocked).toBe(true);
  });
});

describe('what a waiver does', () => {
  it('should say that the due day will have passed', () => {
    expect(ofWaiver(certification(), '2026-03-20', TODAY)).toEqual({
      text: 'waiver.then_late',
      days: { until: '2026-03-20', next: '2026-03-21', due: '2026-03-20' },
      blocked: false,
    });
  });
  it('should say which due day holds afterwards', () => {
    expect(ofWaiver(certification(), '2026-03-19', TODAY).text).toBe('waiver.then_due');
    expect(ofWaiver(certification({ dueOn: null }), '2026-03-19', TODAY).text).toBe('waiver.then_open');
    expect(ofWaiver(certification(), null, TODAY).text).toBe('waiver.endless');
  });
  it('should refuse what another waiver covers already, and nothing else', () => {
    const waived = certification({ waivers: [waiver()] });
    expect(ofWaiver(waived, '2026-03-31', TODAY)).toMatchObject({
      text: 'waiver.not_later',
      days: { until: '2026-03-31' },
      blocked: true,
    });
    expect(ofWaiver(waived, '2026-04-01', TODAY).blocked).toBe(false);
    expect(ofWaiver(waived, null, TODAY).blocked).toBe(false);
    expect(ofWaiver(certification({ waivers: [waiver({ until: null })] }), null, TODAY).blocked).toBe(true);
    for (const past of [waiver({ ended }), waiver({ until: '2026-03-09' }), waiver({ kind: 'extension' })])
      expect(ofWaiver(certification({ waivers: [past] }), '2026-03-15', TODAY).blocked).toBe(false);
  });
});

describe('what a revocation does', () => {
  it('should be there for the newest completed period while it is valid, and for no other', () => {
    const open = period({ number: 2, completedAt: null, validUntil: null });
    expect(revocable(certification({ periods: [open, period()] }), TODAY)?.number).toBe(1);
    expect(revocable(certification({ periods: [period({ validUntil: TODAY })] }), TODAY)).not.toBeNull();
    expect(revocable(certification({ periods: [period({ validUntil: '2026-03-09' })] }), TODAY)).toBeNull();
    const revoked = { ...ended, reason: '代考' };
    expect(revocable(certification({ periods: [open, period({ revoked })] }), TODAY)).toBeNull();
    expect(revocable(certification(), TODAY)).toBeNull();
  });
  it('should say by when it is asked for again', () => {
    expect(ofRevocation(certification({ periods: [period()] }), 14, TODAY)).toEqual({
      text: 'revocation.until',
      days: { due: '2026-03-24', valid: '2026-03-31' },
      blocked: false,
    });
    expect(ofRevocation(certification({ periods: [period({ validUntil: null })] }), 1, TODAY).text).toBe(
      'revocation.for_ever',
    );
  });
});

describe('what ending one does', () => {
  it('should say what holds again', () => {
    const one = waiver();
    expect(ofEnding(certification({ waivers: [one] }), one, TODAY)).toMatchObject({
      text: 'ending.waiver_due',
      days: { due: '2026-03-20' },
    });
    const other = waiver({ id: 'w2', until: '2026-05-01' });
    expect(ofEnding(certification({ waivers: [one, other] }), one, TODAY)).toMatchObject({
      text: 'ending.waiver_other',
      days: { until: '2026-05-01' },
    });
  });
  it('should take the due day of the open period after an extension, and none it does not know', () => {
    const one = waiver({ kind: 'extension' });
    const open = period({ number: 2, completedAt: null, validUntil: null, dueOn: '2026-03-12' });
    expect(ofEnding(certification({ waivers: [one], periods: [open] }), one, TODAY)).toMatchObject({
      text: 'ending.extension_due',
      days: { due: '2026-03-12' },
    });
    expect(ofEnding(certification({ waivers: [one] }), one, TODAY).text).toBe('ending.extension');
  });
  it('should know what runs', () => {
    expect(isRunning(waiver({ until: TODAY }), TODAY)).toBe(true);
    expect(isRunning(waiver({ until: null }), TODAY)).toBe(true);
    expect(isRunning(waiver({ until: '2026-03-09' }), TODAY)).toBe(false);
    expect(isRunning(waiver({ ended }), TODAY)).toBe(false);
  });
});
