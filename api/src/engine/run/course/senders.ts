import type { InjectDocument, Sender } from '@readyroom/contract';
import type { Run } from '../context.js';

export const CONTROL: Sender = {
  kind: 'control',
  key: null,
  name: { zh: '导调', en: 'Exercise control' },
  handle: null,
  followers: null,
};

/** Who an inject comes from. Keys that the scenario does not know appear as exercise control. */
export function senderOf(run: Run, from: InjectDocument['from']): Sender {
  const [kind, key] = from.split(':') as [string, string | undefined];
  if (key !== undefined) {
    if (kind === 'persona') return personaSender(run, key);
    const name = kind === 'seat' ? run.lookup.seats.get(key)?.title : run.lookup.partners.get(key)?.name;
    if (name) return { kind: kind === 'seat' ? 'seat' : 'partner', key, name, handle: null, followers: null };
  }
  return CONTROL;
}

export function personaSender({ lookup }: Run, key: string): Sender {
  const persona = lookup.personas.get(key);
  if (!persona) return CONTROL;
  const { name, handle, followers } = persona;
  return { kind: 'persona', key, name, handle, followers };
}

export const organisationSender = ({ state }: Run): Sender => ({
  kind: 'organisation',
  key: null,
  name: state.scenario.organisation.name,
  handle: null,
  followers: null,
});
