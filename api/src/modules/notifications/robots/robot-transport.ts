import { lookup as resolve, type LookupAddress } from 'node:dns';
import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import { request } from 'node:https';
import type { LookupFunction } from 'node:net';
import { Injectable } from '@nestjs/common';
import type { RawAnswer } from './robot-answer.js';
import type { RobotCall } from './robot-message.js';
import { addressTrouble, isPublicAddress } from './public-address.js';

const WITHIN_MS = 10_000;
const READ_AT_MOST = 4_096;

/** The address is not public: nothing was sent. */
export class AddressRefused extends Error {}
/** No answer came. `sent` = the message may have arrived all the same. */
export class NoAnswer extends Error {
  constructor(
    message: string,
    readonly sent: boolean,
  ) {
    super(message);
  }
}

/**
 * The way out to robots: https alone, no redirects, never to an address inside. The name is looked up for the connection
 * itself and each address is judged there, so a name that points elsewhere a moment later is caught as well.
 */
@Injectable()
export class RobotTransport {
  /** @throws AddressRefused, NoAnswer */
  async post(call: RobotCall): Promise<RawAnswer> {
    const trouble = addressTrouble(call.url);
    if (trouble) throw new AddressRefused(trouble);
    return exchange(request, call, { lookup: publicOnly(resolve as never), withinMs: WITHIN_MS });
  }
}

/** One call and its answer, whatever carries it. @throws AddressRefused, NoAnswer */
export function exchange(
  by: (url: string, options: RequestOptions, answered: (answer: IncomingMessage) => void) => ClientRequest,
  call: RobotCall,
  { lookup, withinMs }: { lookup?: LookupFunction; withinMs: number },
): Promise<RawAnswer> {
  return new Promise((answered, failed) => {
    let sent = false;
    const outgoing = by(
      call.url,
      {
        method: 'POST',
        agent: false,
        lookup,
        signal: AbortSignal.timeout(withinMs),
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'content-length': Buffer.byteLength(call.body),
        },
      },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (chunk: string) => (text = (text + chunk).slice(0, READ_AT_MOST)));
        answer.on('error', (error: Error) => failed(new NoAnswer(wordsOf(error), true)));
        answer.on('end', () =>
          answered({
            status: answer.statusCode ?? 0,
            retryAfter: answer.headers['retry-after'] ?? null,
            text,
          }),
        );
      },
    );
    // Nothing of the message leaves before the line is up: with TLS that is later than the connection.
    outgoing.on('socket', (socket) =>
      socket.once('encrypted' in socket ? 'secureConnect' : 'connect', () => (sent = true)),
    );
    outgoing.on('error', (error: Error) =>
      failed(error instanceof AddressRefused ? error : new NoAnswer(wordsOf(error), sent)),
    );
    outgoing.end(call.body);
  });
}

/** What to show of trouble on the line. */
const wordsOf = (error: Error): string =>
  error.name === 'AbortError' || error.name === 'TimeoutError' ? 'no_answer' : error.message;

type Resolver = (
  host: string,
  options: { all: true },
  done: (error: Error | null, addresses: LookupAddress[]) => void,
) => void;

/** A lookup that fails when any address of the name is inside: a name with two faces is not trusted. */
export const publicOnly =
  (resolver: Resolver): LookupFunction =>
  (host, options, done) =>
    resolver(host, { all: true }, (error, addresses) => {
      if (error) return done(error, '', 0);
      const bad = addresses.find(({ address }) => !isPublicAddress(address));
      if (bad || addresses.length === 0)
        return done(new AddressRefused(`${host} is not on the public internet`), '', 0);
      if (options.all) return done(null, addresses);
      done(null, addresses[0]!.address, addresses[0]!.family);
    });
