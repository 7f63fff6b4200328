import { createHash } from 'node:crypto';
import {
  ControlAction,
  ObserverAction,
  PlayerAction,
  type DrillAction,
  type LogEntry,
  type ScenarioDocument,
} from '@readyroom/contract';
import { parseDocument } from 'yaml';
import { Complaint } from './complaint.js';

/** One line of a script, with the minute at which it happens. */
export interface Scripted {
  readonly at: number;
  readonly by: LogEntry['by'];
  readonly action: DrillAction;
}

const ROLES = ['control', 'evaluator'] as const;
const IDS = ['statement', 'corrects', 'message', 'sitrep'];
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/**
 * Reads a list of `{ at: minute, by: seat | control | evaluator, kind: …, … }`; the other keys are those of the action
 * in the contract. Ids may be any word: the same word is the same id throughout the script.
 * @throws Complaint that names the action
 */
export function readScript(text: string, scenario: ScenarioDocument): Scripted[] {
  const source = parseDocument(text);
  const [error] = source.errors;
  if (error) throw new Complaint(`The script is not YAML: ${error.message.split('\n')[0]}`);
  const list: unknown = source.toJS();
  if (!Array.isArray(list)) throw new Complaint('The script must be a list of actions');
  const lines = list.map((one: unknown, n) => readLine(one, n + 1, scenario));
  const early = lines.findIndex(({ at }, n) => n > 0 && at < lines[n - 1]!.at);
  if (early > 0) throw new Complaint(`Action ${early + 1} comes before the one above it; sort them by “at”`);
  const messages = new Set(lines.flatMap(({ action }) => (action.kind === 'message' ? action.message : [])));
  return lines.map((line) => ({ ...line, action: namedMessage(line.action, messages) }));
}

/** @throws Complaint that names the action by its number in the script */
export function readLine(line: unknown, number: number, scenario: ScenarioDocument): Scripted {
  if (typeof line !== 'object' || line === null || Array.isArray(line))
    throw new Complaint(`Action ${number} must have “at”, “by” and “kind”`);
  const { at, by, ...action } = line as Record<string, unknown>;
  if (typeof at !== 'number' || !(at >= 0 && at <= 4_320))
    throw new Complaint(`Action ${number}: “at” must be a minute from 0 to 4320`);
  return { at, by: author(by, number, scenario), action: readAction(action, number, by) };
}

function author(by: unknown, number: number, { seats }: ScenarioDocument): LogEntry['by'] {
  const role = ROLES.find((one) => one === by);
  if (role) return role;
  if (seats.some(({ key }) => key === by)) return `seat:${String(by)}`;
  const known = [...seats.map(({ key }) => key), ...ROLES].join(', ');
  throw new Complaint(`Action ${number}: “by” must be one of ${known}`);
}

function readAction(given: Record<string, unknown>, number: number, by: unknown): DrillAction {
  const schema = by === 'control' ? ControlAction : by === 'evaluator' ? ObserverAction : PlayerAction;
  const read = schema.safeParse(withIds(given));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const where = issue!.path.length > 0 ? `“${issue!.path.join('.')}”: ` : '';
  throw new Complaint(`Action ${number}: ${where}${issue!.message}`);
}

function withIds(given: Record<string, unknown>): Record<string, unknown> {
  const named = { ...given };
  for (const key of given.kind === 'quick_inject' ? [...IDS, 'inject'] : IDS)
    if (typeof named[key] === 'string') named[key] = idOf(named[key]);
  return named;
}

/** The id that a word stands for. */
export function idOf(word: string): string {
  if (UUID.test(word)) return word;
  const hex = createHash('sha256').update(word, 'utf8').digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Acknowledging the word of a message means the message. */
function namedMessage(action: DrillAction, messages: ReadonlySet<string>): DrillAction {
  if (action.kind !== 'acknowledge') return action;
  const id = idOf(action.what);
  return messages.has(id) ? { ...action, what: id } : action;
}
