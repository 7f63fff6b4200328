import * as queue from '../../../shared/offline/outbox-queue.js';
import type { Outgoing, OutboxEntry } from '../../../shared/offline/outbox-queue.js';
import { photosOf, type Photo } from './photos.js';

const photo = (clientId: string, moment: number, runId = 'r'): Outgoing => ({
  kind: 'photo',
  runId,
  body: { clientId, moment, note: `note ${clientId}`, image: '/9j/' },
});
const filled = (...items: Outgoing[]) =>
  items.reduce<OutboxEntry[]>((entries, item) => queue.add(entries, item), []);
const sent = (clientId: string, moment: number): Photo => ({
  clientId,
  moment,
  note: '',
  state: 'sent',
  refused: null,
  entry: null,
  image: null,
});

describe('photosOf', () => {
  it('should show those of the run as waiting, the newest moment first, with the picture', () => {
    expect(photosOf(filled(photo('a', 5), photo('x', 6, 'other'), photo('b', 9)), 'r', [])).toMatchObject([
      { clientId: 'b', moment: 9, state: 'waiting', entry: 3, image: '/9j/', note: 'note b' },
      { clientId: 'a', moment: 5, state: 'waiting', entry: 1 },
    ]);
  });
  it('when one was refused it should say why and keep it until it is put away', () => {
    const entries = filled(photo('a', 5));
    const refused = queue.refuse(entries, entries[0]!, 'drill_photo.closed');
    expect(photosOf(refused, 'r', [])).toMatchObject([{ state: 'refused', refused: 'drill_photo.closed' }]);
    expect(photosOf(queue.dismiss(refused, 1), 'r', [])).toEqual([]);
  });
  it('when one has arrived it should be there once, as sent', () => {
    expect(photosOf(filled(photo('a', 5), photo('b', 9)), 'r', [sent('a', 5)])).toMatchObject([
      { clientId: 'b', state: 'waiting' },
      { clientId: 'a', state: 'sent' },
    ]);
  });
});
