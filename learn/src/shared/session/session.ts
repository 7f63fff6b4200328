import type { ErrorCode, Locale, Me } from '@readyroom/contract';
import { api, gate } from '../api/client.js';
import { online } from '../connection.js';
import { localeStore, showIn } from '../i18n/i18n.js';
import { openDevice, wipeDevice, type Device } from '../offline/device.js';
import { Outbox } from '../offline/outbox.js';
import { waiting } from '../offline/outbox-queue.js';
import { forgetPages } from '../offline/page-memory.js';
import { send } from '../offline/send.js';
import { createStore } from '../store.js';

export interface SignedIn {
  me: Me;
  device: Device;
  outbox: Outbox;
}
export type Session =
  { status: 'starting' } | { status: 'out'; expired: boolean } | ({ status: 'in' } & SignedIn);

export const session = createStore<Session>({ status: 'starting' });

/** Remembered so that the app opens without a line, and without waiting for one. */
const ME_KEY = 'readyroom.me';
/** A language chosen on the sign-in screen is newer than the one in the profile. */
let languageChosen = false;

const rememberedMe = (): Me | null => {
  try {
    return JSON.parse(localStorage.getItem(ME_KEY) ?? 'null') as Me | null;
  } catch {
    return null;
  }
};

/**
 * Opens with whom the device remembers, and asks the server at the same time. A device that remembers nobody shows the
 * sign-in screen without waiting: it would take one more trip on a slow line.
 */
export async function start(): Promise<void> {
  // A refusal goes through the gate; without a line the remembered person stays.
  const asked = api.get<Me>('/me').catch(() => null);
  const remembered = rememberedMe();
  if (remembered) await open(remembered);
  else session.set({ status: 'out', expired: false });
  const me = await asked;
  if (me) await welcome(me);
}

/** The person is known: opens their part of the device, or refreshes what is known of them. */
export async function welcome(me: Me): Promise<void> {
  localStorage.setItem(ME_KEY, JSON.stringify(me));
  const now = session.get();
  if (now.status === 'in' && now.me.id === me.id) session.set({ ...now, me });
  else await open(me);
  await settleLanguage(me);
}

async function open(me: Me): Promise<void> {
  closeCurrent();
  const device = await openDevice(me.id);
  const outbox = new Outbox(device, send);
  await outbox.open();
  session.set({ status: 'in', me, device, outbox });
}

async function settleLanguage(me: Me): Promise<void> {
  const now = session.get();
  if (now.status !== 'in') return;
  const unsent = waiting(now.outbox.state.get().entries).some(({ item }) => item.kind === 'locale');
  if (languageChosen && me.locale !== localeStore.get())
    await now.outbox.put({ kind: 'locale', locale: localeStore.get() });
  else if (!unsent) showIn(me.locale);
  languageChosen = false;
}

function closeCurrent(): void {
  const now = session.get();
  forgetPages();
  if (now.status !== 'in') return;
  now.outbox.close();
  now.device.close();
}

export async function chooseLanguage(locale: Locale): Promise<void> {
  showIn(locale);
  const now = session.get();
  if (now.status !== 'in') {
    languageChosen = true;
    return;
  }
  const me = { ...now.me, locale };
  localStorage.setItem(ME_KEY, JSON.stringify(me));
  session.set({ ...now, me });
  await now.outbox.put({ kind: 'locale', locale });
}

/** Ends the session here or everywhere and takes everything of this person off the device. */
export async function signOut(everywhere: boolean): Promise<void> {
  await api.post(everywhere ? '/auth/sign-out-everywhere' : '/auth/sign-out');
  const now = session.get();
  closeCurrent();
  localStorage.removeItem(ME_KEY);
  if (now.status === 'in') await wipeDevice(now.me.id);
  // A fresh page also empties what is in memory.
  location.assign('/');
}

/** What waits on the device stays for the same person; somebody else gets another database. */
gate.refused = (code: ErrorCode) => {
  const now = session.get();
  if (code === 'auth.password_change_required') {
    if (now.status === 'in' && !now.me.mustChangePassword)
      session.set({ ...now, me: { ...now.me, mustChangePassword: true } });
    return;
  }
  if (code === 'auth.notice_required') {
    if (now.status === 'in' && !now.me.mustAcceptNotice)
      session.set({ ...now, me: { ...now.me, mustAcceptNotice: true } });
    return;
  }
  closeCurrent();
  localStorage.removeItem(ME_KEY);
  session.set({ status: 'out', expired: now.status === 'in' });
};

online.subscribe((reachable) => {
  const now = session.get();
  if (reachable && now.status === 'in') void now.outbox.flush();
});
