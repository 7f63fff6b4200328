import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AccessRole, Tier } from '@readyroom/contract';
import request from 'supertest';
import { createServer } from '../../api/src/server.js';
import { Sessions, SESSION_COOKIE } from '../../api/src/modules/auth/index.js';
import type { Clock } from '../../api/src/platform/clock/clock.js';
import { completeConfig, readConfig, type Config } from '../../api/src/platform/config/config.js';
import type { Database } from '../../api/src/platform/database/database.js';
import { Jobs } from '../../api/src/platform/queue/jobs.js';
import { TestClock } from './test-clock.js';
import { cloneDatabase } from './test-database.js';

export interface PersonSpec {
  name?: string;
  tier?: Tier;
  roles?: AccessRole[];
  /** Path of the department, made when missing. */
  department?: string;
  /** Path of the department that limits a trainer or HR. */
  scope?: string;
  status?: 'active' | 'left';
}
export interface TestPerson {
  id: string;
  employeeNo: string;
  departmentId: string;
}

/** A client that carries the session of one person (or of nobody). */
export interface TestClient {
  get(path: string): request.Test;
  post(path: string, body?: object): request.Test;
  put(path: string, body?: object): request.Test;
  patch(path: string, body?: object): request.Test;
  delete(path: string): request.Test;
}

/** The product on a database and a clock of its own. Background work runs when `drainJobs` is called. */
export class TestApp {
  private people = 0;

  private constructor(
    readonly app: NestFastifyApplication,
    readonly database: Database,
    readonly clock: TestClock,
    private readonly config: Config,
    private readonly drop: () => Promise<void>,
  ) {}

  static async start(options: { template?: string; env?: Record<string, string> } = {}): Promise<TestApp> {
    const clock = new TestClock();
    const { database, url, drop } = await cloneDatabase(options.template);
    const config = completeConfig(
      readConfig({ LOG_LEVEL: process.env.TEST_LOG ?? 'fatal', ...options.env }),
      url,
    );
    const app = await createServer({ config, database, clock });
    return new TestApp(app, database, clock, config, drop);
  }

  /** Another process of the same installation: the same database and time, a memory of its own. Close it before `stop`. */
  twin(clock: Clock = this.clock): Promise<NestFastifyApplication> {
    return createServer({ config: this.config, database: this.database, clock });
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.drop();
  }

  drainJobs(): Promise<number> {
    return this.app.get(Jobs).drain();
  }

  async department(path: string): Promise<string> {
    const names = path.split('/');
    let parent: { id: string; lineage: string[] } | undefined;
    for (let depth = 1; depth <= names.length; depth++) {
      const here = names.slice(0, depth).join('/');
      const [row]: { id: string; lineage: string[] }[] = await this.database.query(
        `WITH made AS (
           INSERT INTO department (id, parent_id, name, path, lineage)
           SELECT id, $1, $2, $3, $4::uuid[] || id FROM (SELECT uuidv7() AS id) t
           WHERE NOT EXISTS (SELECT 1 FROM department WHERE path = $3)
           RETURNING id, lineage)
         SELECT id, lineage FROM made UNION ALL SELECT id, lineage FROM department WHERE path = $3`,
        [parent?.id ?? null, names[depth - 1], here, parent?.lineage ?? []],
      );
      parent = row;
    }
    return parent!.id;
  }

  async person(spec: PersonSpec = {}): Promise<TestPerson> {
    const employeeNo = `T${String(++this.people).padStart(4, '0')}`;
    const departmentId = await this.department(spec.department ?? '总部');
    const [row] = await this.database.query<{ id: string }>(
      `INSERT INTO person (employee_no, name, email, department_id, tier, roles, scope_department_id, status, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9) RETURNING id`,
      [
        employeeNo,
        spec.name ?? `测试${employeeNo}`,
        `${employeeNo.toLowerCase()}@example.com`,
        departmentId,
        spec.tier ?? 'frontline',
        spec.roles ?? ['employee'],
        spec.scope ? await this.department(spec.scope) : null,
        spec.status ?? 'active',
        this.clock.now(),
      ],
    );
    return { id: row!.id, employeeNo, departmentId };
  }

  /** A client signed in as this person, who has an own password already. */
  async as(person: TestPerson): Promise<TestClient> {
    return this.client(await this.cookieOf(person));
  }

  /** The cookie of a new session of this person, for clients of another kind. */
  async cookieOf(person: TestPerson): Promise<string> {
    await this.database.query(
      `INSERT INTO credential (person_id, password_hash, temporary, changed_at) VALUES ($1, 'none', false, $2) ON CONFLICT DO NOTHING`,
      [person.id, this.clock.now()],
    );
    const token = await this.app.get(Sessions).open(this.database, person.id);
    return `${SESSION_COOKIE}=${token}`;
  }

  /** Shorthand: a new person, signed in. */
  async signedIn(spec: PersonSpec = {}): Promise<{ person: TestPerson; client: TestClient }> {
    const person = await this.person(spec);
    return { person, client: await this.as(person) };
  }

  client(cookie = ''): TestClient {
    const server = this.app.getHttpServer();
    const send = (method: 'get' | 'post' | 'put' | 'patch' | 'delete', path: string, body?: object) => {
      const test = request(server)[method](`/api${path}`);
      if (cookie) void test.set('cookie', cookie);
      return body ? test.send(body) : test;
    };
    return {
      get: (path) => send('get', path),
      post: (path, body) => send('post', path, body),
      put: (path, body) => send('put', path, body),
      patch: (path, body) => send('patch', path, body),
      delete: (path) => send('delete', path),
    };
  }
}
