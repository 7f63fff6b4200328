import type { AuthProvider } from 'react-admin';
import type { ChangePasswordBody, Me, SignInBody } from './contract.js';
import { ApiError, request } from './http.js';
import { mayDo } from './permissions.js';

const FRESH_MS = 30_000;
/** Kept between signing in and choosing an own password, so that nobody types it twice. */
let temporaryPassword: string | undefined;
let known: { me: Promise<Me>; at: number } | null = null;

/** Who is signed in; asked at most every half minute. */
export function currentMe(): Promise<Me> {
  if (!known || performance.now() - known.at > FRESH_MS) {
    known = { me: request<Me>('GET', 'me'), at: performance.now() };
    known.me.catch(forgetMe);
  }
  return known.me;
}

export function forgetMe(): void {
  known = null;
}

export const justTypedPassword = (): string | undefined => temporaryPassword;

export async function signIn(body: SignInBody): Promise<Me> {
  forgetMe();
  const me = await request<Me>('POST', 'auth/sign-in', { body });
  temporaryPassword = me.mustChangePassword ? body.password : undefined;
  return me;
}

export async function changePassword(body: ChangePasswordBody): Promise<void> {
  await request('POST', 'auth/change-password', { body });
  temporaryPassword = undefined;
  forgetMe();
}

/**
 * No session leads to the sign-in screen. A lost connection does not: the screen itself says so. Somebody with a
 * temporary password, or without any right here, is met by the layout.
 */
export const authProvider: AuthProvider = {
  // The sign-in screen has signed in already; react-admin only needs to know.
  login: () => Promise.resolve(),
  logout: async () => {
    const had = known !== null;
    forgetMe();
    if (had) await request('POST', 'auth/sign-out').catch(() => undefined);
  },
  checkAuth: () => currentMe().then(() => undefined, refuseWithoutSession),
  checkError: refuseWithoutSession,
  getIdentity: async () => {
    const me = await currentMe();
    return { ...me, fullName: me.name };
  },
  getPermissions: async () => (await currentMe()).allowedOperations,
  canAccess: async ({ resource, action }) => mayDo(await currentMe(), resource, action),
};

function refuseWithoutSession(error: unknown): Promise<void> {
  return error instanceof ApiError && error.status === 401 ? Promise.reject(error) : Promise.resolve();
}
