import type { Page } from 'playwright-core';
import { PASSWORD } from '../../support/product.js';
import type { Hand } from './hand.js';

const LABELS = {
  'zh-CN': { login: '邮箱或工号', password: '密码', submit: '登录' },
  'en-GB': { login: 'E-mail or employee number', password: 'Password', submit: 'Sign in' },
};

/** Signs in on whatever page asks for it; both apps use the same words. */
export async function signIn(
  page: Page,
  hand: Hand,
  login: string,
  locale: keyof typeof LABELS,
): Promise<void> {
  const { login: loginLabel, password, submit } = LABELS[locale];
  await hand.type(page.getByLabel(loginLabel), login);
  // The console marks required fields with a star; the button that shows the password is not the field.
  await hand.type(page.getByLabel(new RegExp(`^${password}(\\s*\\*)?$`)), PASSWORD);
  await hand.press(page.getByRole('button', { name: submit, exact: true }));
}
