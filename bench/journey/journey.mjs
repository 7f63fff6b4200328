import { Client } from '../lib/http-client.mjs';
import { employeeNo, PASSWORD, tokenOf } from './seed.mjs';

/** An answer of the right shape to a question, whatever is right. */
function anyAnswer({ type, options, targets }) {
  switch (type) {
    case 'single':
      return { type, choice: options[0].id };
    case 'multiple':
      return { type, choices: [options[0].id] };
    case 'boolean':
      return { type, value: true };
    case 'ordering':
      return { type, order: options.map(({ id }) => id) };
    case 'matching':
      return { type, pairs: options.map(({ id }, i) => ({ left: id, right: targets[i].id })) };
    case 'numeric':
      return { type, value: -1 };
    default:
      return { type: 'short', text: 'bench' };
  }
}

/**
 * One person's sitting: (sign in,) home, course, lesson, progress, start a ten-question quiz, save the answers, submit, result.
 * `ms` gets the time of each request; anything but the expected status throws.
 */
export async function journey(client, seed, i, { signIn, ms }) {
  let cookie = `readyroom_session=${tokenOf(i)}`;
  const send = async (method, path, expected, body, headers) => {
    const answer = await client.request(method, path, { cookie, body, headers });
    if (answer.status !== expected)
      throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    ms.push(answer.ms);
    return answer;
  };
  if (signIn) {
    cookie = undefined;
    const { headers } = await send('POST', '/api/auth/sign-in', 200, {
      login: employeeNo(i),
      password: PASSWORD,
    });
    cookie = headers['set-cookie'][0].split(';')[0];
  }
  const { course, quiz, lesson } = seed;
  await send('GET', '/api/learn/home?locale=zh-CN', 200);
  await send('GET', `/api/learn/courses/${course}?locale=zh-CN`, 200);
  await send('GET', `/api/learn/lessons/${lesson.id}?courseId=${course}&locale=zh-CN`, 200);
  await send('PUT', `/api/learn/lessons/${lesson.id}/progress?courseId=${course}`, 200, {
    blockId: lesson.block,
    done: true,
    seq: 1,
  });
  const { body: attempt } = await send('POST', `/api/learn/quizzes/${quiz}/attempts?courseId=${course}`, 201);
  const answers = attempt.questions.map((question) => ({
    position: question.position,
    seq: 1,
    answer: anyAnswer(question),
  }));
  await send('PUT', `/api/learn/attempts/${attempt.id}/answers`, 200, { deviceId: 'bench-device', answers });
  await send(
    'POST',
    `/api/learn/attempts/${attempt.id}/submit`,
    200,
    {},
    { 'idempotency-key': `bench-journey-${i}` },
  );
  await send('GET', `/api/learn/attempts/${attempt.id}/result`, 200);
}

export const clientFor = (port, width) => new Client(port, width);
