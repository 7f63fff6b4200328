import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { useStore } from '../use-store.js';
import type { OutboxState } from '../offline/outbox.js';
import type { SignedIn } from './session.js';

export const SignedInContext = createContext<SignedIn | null>(null);

/** Who is signed in and their part of the device. Only below the gate of the app. */
export function useSignedIn(): SignedIn {
  const value = useContext(SignedInContext);
  if (!value) throw new Error('Nobody is signed in here');
  return value;
}

export const useOutboxState = (): OutboxState => useStore(useSignedIn().outbox.state);
