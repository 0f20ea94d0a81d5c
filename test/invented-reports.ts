import type { Capture } from '../src/capture/capture.ts';
import type { Reading } from '../src/reading/reading.ts';
import { inventReading, TEXT } from './invented-reading.ts';

/** A reading and its capture, as `add` gets them: about news that never happened. */
export interface InventedReport {
  readonly reading: Reading;
  readonly capture: Capture;
}

export interface InventedFacts {
  readonly url?: string | null;
  readonly outlet?: string | null;
  readonly captured?: string | null;
  readonly modified?: string | null;
  /** Comes after the text that all invented readings share. */
  readonly more?: string;
  readonly title?: string;
}

export function inventReport(facts: InventedFacts = {}): InventedReport {
  const { url = 'https://saltmere-courier.example/ferry', outlet = 'The Saltmere Courier', captured = null } = facts;
  const { modified = null, more = '', title = 'Ferry may move, officials say' } = facts;
  const text = TEXT + more;
  const given = { ...(url === null ? {} : { url }), ...(captured === null ? {} : { captured }) };
  return {
    reading: inventReading({
      input: `${url ?? 'file'}.html`,
      report: { url, outlet, captured, modified, text, title },
    }),
    capture: {
      input: 'ferry.html',
      kind: 'html',
      bytes: Buffer.from(`<h1>${title}</h1><p>${text}</p><i>${outlet ?? ''} ${modified ?? ''}</i>`),
      charset: 'utf-8',
      given,
    },
  };
}
