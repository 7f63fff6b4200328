import type { Text } from '@readyroom/contract';
import type { z } from 'zod';
import { en, zhCN } from 'zod/locales';

type Issue = z.core.$ZodIssue;

const wordings = { en: en().localeError, zh: zhCN().localeError };
const UNION: Text = {
  zh: '不是已知的写法，见 docs/SCENARIOS.md',
  en: 'none of the known forms, see docs/SCENARIOS.md',
};
/** What the schema itself says, in Chinese. */
const OWN: Readonly<Record<string, string>> = {
  'use lower-case letters, digits and hyphens': '请用小写字母、数字和连字符',
  'use persona:key, seat:key, partner:key or control': '请写 persona:键、seat:键、partner:键 或 control',
  'needs either above or below': 'above 和 below 须且只能写一个',
};

/** What is wrong with a value, in both languages; `inside` says where in a cell that holds a structure. */
export function issueText(issue: Issue, inside: readonly PropertyKey[]): Text {
  const where = inside.length ? inside.map(String).join('.') : '';
  const said = wordingOf(issue);
  return where
    ? { zh: `${where} 处有误：${said.zh}`, en: `Wrong at ${where}: ${said.en}` }
    : { zh: `不符合要求：${said.zh}`, en: `This does not fit: ${said.en}` };
}

function wordingOf(issue: Issue): Text {
  if (issue.code === 'invalid_union') return UNION;
  const own = OWN[issue.message];
  if (own !== undefined) return { zh: own, en: issue.message };
  const said = (wording: (raw: never) => unknown): string => {
    const told = wording(issue as never);
    const text = typeof told === 'string' ? told : (told as { message?: string } | undefined)?.message;
    return text ?? issue.message;
  };
  return { zh: said(wordings.zh), en: said(wordings.en) };
}
