import { holds } from '../run/course/conditions.js';
import { personaSender } from '../run/course/senders.js';
import { minuteOf, type Run } from '../run/context.js';
import { showPosts } from './show-posts.js';

/** Posts that the scenario brings at their minute, or as soon after it as their condition holds, in its order. */
export function showScripted(run: Run): void {
  const { state } = run;
  const minute = minuteOf(run);
  const due = state.scenario.posts.filter(
    ({ key, at, when }) =>
      at <= minute && !Object.hasOwn(state.shown, key) && (when === undefined || holds(run, when)),
  );
  if (due.length === 0) return;
  state.crisisAt ??= run.at;
  for (const { key } of due) state.shown[key] = true;
  showPosts(
    run,
    due.map(({ key, channel, persona, text, truth }) => ({
      id: key,
      channel,
      from: personaSender(run, persona),
      text,
      topic: truth.group,
      truth,
    })),
  );
}
