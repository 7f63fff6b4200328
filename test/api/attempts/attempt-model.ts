import fc from 'fast-check';

/** What a command sees of the product: a status, a code when it refused, and what it needs of the body. */
export interface Reply {
  status: number;
  code?: string;
  id?: string;
  scorePercent?: number;
  finishedBy?: string;
  results?: { seq: number; status: string }[];
}
export interface SentMark {
  position: number;
  seq: number;
  /** Answered rightly, wrongly, or taken back. */
  mark: boolean | null;
}
/** One learner before the fixture quiz, whatever road the calls take. */
export interface Sitting {
  start(): Promise<Reply>;
  read(id: string): Promise<Reply>;
  save(id: string, marks: SentMark[]): Promise<Reply>;
  submit(id: string, marks: SentMark[], key: string): Promise<Reply>;
  result(id: string): Promise<Reply>;
  expire(): Promise<void>;
  advance(seconds: number): void;
  /** From the database: graded attempts open, graded attempts in all, completions. */
  counts(): Promise<{ open: number; attempts: number; completions: number }>;
}

interface Held {
  seq: number;
  mark: boolean | null;
}
interface ModelAttempt {
  id: string;
  endsAt: number;
  sheet: Held[];
  finishedBy: 'learner' | 'time' | null;
  /** The request that ended it; null when it was time. */
  key: string | null;
  body: string;
}

const QUESTIONS = 7;
const MINUTES = 10;
const ALLOWED = 2;
const PASS_PERCENT = 60;
const GRACE_SECONDS = 3;

/** The rules of a quiz as one would explain them, in seconds since the beginning. */
export class QuizModel {
  now = 0;
  attempts: ModelAttempt[] = [];

  get last(): ModelAttempt | undefined {
    return this.attempts.at(-1);
  }
  get open(): ModelAttempt | undefined {
    return this.attempts.find((attempt) => !attempt.finishedBy);
  }
  get passed(): boolean {
    return this.attempts.some((attempt) => attempt.finishedBy && this.percent(attempt) >= PASS_PERCENT);
  }
  percent(attempt: ModelAttempt): number {
    return Math.floor((attempt.sheet.filter(({ mark }) => mark).length * 100) / QUESTIONS);
  }
  isOver(attempt: ModelAttempt): boolean {
    return this.now > attempt.endsAt + GRACE_SECONDS;
  }
  /** Time ends an attempt the moment somebody looks. */
  look(attempt: ModelAttempt): void {
    if (!attempt.finishedBy && this.isOver(attempt)) attempt.finishedBy = 'time';
  }
  begin(id: string): void {
    const sheet = Array.from({ length: QUESTIONS }, () => ({ seq: 0, mark: null }));
    this.attempts.push({ id, endsAt: this.now + MINUTES * 60, sheet, finishedBy: null, key: null, body: '' });
  }
  keep(attempt: ModelAttempt, marks: SentMark[]): void {
    for (const { position, seq, mark } of marks) {
      const held = attempt.sheet[position - 1]!;
      if (seq > held.seq) Object.assign(held, { seq, mark });
    }
  }
}

type Command = fc.AsyncCommand<QuizModel, Sitting>;

abstract class Step implements Command {
  check(_model: Readonly<QuizModel>): boolean {
    return true;
  }
  abstract act(model: QuizModel, real: Sitting): Promise<void>;

  async run(model: QuizModel, real: Sitting): Promise<void> {
    await this.act(model, real);
    const counts = await real.counts();
    expect(counts.open).toBeLessThanOrEqual(1);
    expect(counts).toEqual({
      open: model.open ? 1 : 0,
      attempts: model.attempts.length,
      completions: model.passed ? 1 : 0,
    });
  }
  abstract toString(): string;
}

abstract class OnAttempt extends Step {
  constructor(private readonly which: number) {
    super();
  }
  override check(model: Readonly<QuizModel>): boolean {
    return model.attempts.length > 0;
  }
  /** Mostly the last one, sometimes one that is long over. */
  protected of(model: QuizModel): ModelAttempt {
    const chosen = this.which < 4 ? model.last! : model.attempts[0]!;
    model.look(chosen);
    return chosen;
  }
}

class Start extends Step {
  async act(model: QuizModel, real: Sitting): Promise<void> {
    if (model.open) model.look(model.open);
    const reply = await real.start();
    if (model.open) expect(reply).toMatchObject({ status: 200, id: model.open.id });
    else if (model.passed) expect(reply).toMatchObject({ status: 409, code: 'quiz.already_passed' });
    else if (model.attempts.length >= ALLOWED)
      expect(reply).toMatchObject({ status: 409, code: 'quiz.attempts_used_up' });
    else {
      expect(reply.status).toBe(201);
      model.begin(reply.id!);
    }
  }
  toString = () => 'start';
}

class Save extends OnAttempt {
  constructor(
    which: number,
    private readonly marks: SentMark[],
  ) {
    super(which);
  }
  async act(model: QuizModel, real: Sitting): Promise<void> {
    const attempt = this.of(model);
    const reply = await real.save(attempt.id, this.marks);
    if (attempt.finishedBy) return expect(reply).toMatchObject({ status: 409, code: 'attempt.finished' });
    model.keep(attempt, this.marks);
    expect(reply.status).toBe(200);
    for (const [i, { position, seq, mark }] of this.marks.entries()) {
      const held = attempt.sheet[position - 1]!;
      const holds = held.seq === seq && held.mark === mark;
      expect(reply.results![i]).toMatchObject({ seq: held.seq, status: holds ? 'saved' : 'stale' });
    }
  }
  toString = () => `save(${JSON.stringify(this.marks)})`;
}

class Submit extends OnAttempt {
  constructor(
    which: number,
    private readonly marks: SentMark[],
    private readonly key: string,
    private readonly times: number,
  ) {
    super(which);
  }
  async act(model: QuizModel, real: Sitting): Promise<void> {
    const attempt = this.of(model);
    const body = JSON.stringify(this.marks);
    if (!attempt.finishedBy) {
      model.keep(attempt, this.marks);
      Object.assign(attempt, { finishedBy: 'learner', key: this.key, body });
    }
    const calls = Array.from({ length: this.times }, () => real.submit(attempt.id, this.marks, this.key));
    for (const reply of await Promise.all(calls))
      if (attempt.key === this.key && attempt.body !== body)
        expect(reply).toMatchObject({ status: 409, code: 'attempt.key_reused' });
      else expect(reply).toMatchObject({ status: 200, ...outcome(model, attempt) });
  }
  toString = () => `submit(${this.key} ×${this.times}, ${JSON.stringify(this.marks)})`;
}

class Look extends OnAttempt {
  async act(model: QuizModel, real: Sitting): Promise<void> {
    const attempt = this.of(model);
    const [open, result] = [await real.read(attempt.id), await real.result(attempt.id)];
    if (attempt.finishedBy) {
      expect(open).toMatchObject({ status: 409, code: 'attempt.finished' });
      expect(result).toMatchObject({ status: 200, ...outcome(model, attempt) });
    } else {
      expect(open).toMatchObject({ status: 200, id: attempt.id });
      expect(result).toMatchObject({ status: 409, code: 'attempt.not_finished' });
    }
  }
  toString = () => 'look';
}

class Expire extends Step {
  async act(model: QuizModel, real: Sitting): Promise<void> {
    await real.expire();
    for (const attempt of model.attempts) model.look(attempt);
  }
  toString = () => 'expire';
}

class Advance extends Step {
  constructor(private readonly seconds: number) {
    super();
  }
  async act(model: QuizModel, real: Sitting): Promise<void> {
    real.advance(this.seconds);
    model.now += this.seconds;
  }
  toString = () => `advance(${this.seconds} s)`;
}

const outcome = (model: QuizModel, attempt: ModelAttempt) => ({
  finishedBy: attempt.finishedBy,
  scorePercent: model.percent(attempt),
});

const which = fc.nat({ max: 4 });
const marks = (least: number) =>
  fc.uniqueArray(
    fc.record({
      position: fc.integer({ min: 1, max: QUESTIONS }),
      seq: fc.integer({ min: 1, max: 12 }),
      mark: fc.oneof({ weight: 6, arbitrary: fc.constant(true) }, fc.constantFrom(false, null)),
    }),
    { minLength: least, maxLength: QUESTIONS, selector: ({ position }) => position },
  );

/** Sequences of what learner, clock and background job do. */
export const sequences = fc.commands<QuizModel, Sitting, false>(
  [
    fc.constant(new Start()),
    fc.tuple(which, marks(1)).map(([attempt, list]) => new Save(attempt, list)),
    fc.tuple(which, marks(1)).map(([attempt, list]) => new Save(attempt, list)),
    fc
      .tuple(which, marks(0), fc.constantFrom('key-number-1', 'key-number-2'), fc.integer({ min: 1, max: 3 }))
      .map(([attempt, list, key, times]) => new Submit(attempt, list, key, times)),
    which.map((attempt) => new Look(attempt)),
    fc.constant(new Expire()),
    // Around the end of ten minutes, the grace, and well past both.
    fc.constantFrom(1, 30, 300, 597, 600, 603, 604, 3_600).map((seconds) => new Advance(seconds)),
  ] as fc.Arbitrary<Command>[],
  { maxCommands: 16 },
);
