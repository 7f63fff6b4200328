import { z } from 'zod';

const port = z.coerce.number().int().min(1).max(65535);
const flag = z.stringbool();

/** Every variable that an operator may set. The table in README.md and docker-compose.yml are checked against it. */
export const ConfigSchema = z.object({
  PORT: port.default(3000),
  HOST: z.string().min(1).default('127.0.0.1').describe('Address to listen on'),
  READYROOM_DATA: z.string().min(1).default('.readyroom').describe('Folder of the embedded database'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Address people use; makes links and cookies right'),
  READYROOM_DEMO: flag.optional().describe('Create demo people also on an outside database'),
  READYROOM_WORKER: flag.default(true).describe('Run background jobs in this process'),
  READYROOM_CONTENT: z.string().min(1).default('content').describe('Folder of course sources'),
  READYROOM_TRUST_PROXY: flag.default(false).describe('Believe X-Forwarded-* of the proxy in front'),
  DATABASE_POOL: z.coerce.number().int().min(4).max(200).default(20),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe('Mail server; without one mails are kept to be read in the console'),
  MAIL_FROM: z.string().min(3).max(200).default('Readyroom <readyroom@localhost>'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
});

export class ConfigError extends Error {}

export interface Config extends Omit<z.infer<typeof ConfigSchema>, 'PUBLIC_URL' | 'DATABASE_URL'> {
  readonly PUBLIC_URL: string;
  readonly DATABASE_URL: string;
}

/** Parses the environment; throws ConfigError with one sentence that names the variable. */
export function readConfig(env: NodeJS.ProcessEnv): z.infer<typeof ConfigSchema> {
  const known = Object.fromEntries(
    Object.keys(ConfigSchema.shape).flatMap((key) => (env[key] ? [[key, env[key]]] : [])),
  );
  const parsed = ConfigSchema.safeParse(known);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  throw new ConfigError(`The environment variable ${String(issue.path[0])} is wrong: ${issue.message}.`);
}

/** Complete configuration of a process whose database is known. */
export const completeConfig = (base: z.infer<typeof ConfigSchema>, databaseUrl: string): Config => ({
  ...base,
  DATABASE_URL: databaseUrl,
  PUBLIC_URL: (base.PUBLIC_URL ?? `http://localhost:${base.PORT}`).replace(/\/$/, ''),
});

export const CONFIG = Symbol('Config');
