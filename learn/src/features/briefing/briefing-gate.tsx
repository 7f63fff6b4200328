import { useEffect } from 'preact/hooks';
import { api } from '../../shared/api/client.js';
import { BriefingCard } from './briefing-card.js';
import { useBriefings } from './use-briefings.js';

/** Stands before everything else while there is a flash briefing to acknowledge; what is behind it stays as it was. */
export function BriefingGate() {
  const { open, queued, wrong, acknowledge, reachable } = useBriefings();
  const [first] = open;
  const id = first?.id;
  const version = first?.version;
  useEffect(() => {
    // Without a line nobody can be told that it is open; acknowledging tells it too.
    if (id && version) void api.post(`/learn/briefings/${id}/open`, { version }).catch(() => undefined);
  }, [id, version]);
  if (!first) return null;
  return (
    <BriefingCard
      key={`${first.id}-${first.version}`}
      briefing={first}
      more={open.length - 1}
      isSending={queued(first)}
      isReachable={reachable}
      wrong={wrong?.id === first.id ? wrong.questions : []}
      onAcknowledge={(answers) => acknowledge(first, answers)}
    />
  );
}
