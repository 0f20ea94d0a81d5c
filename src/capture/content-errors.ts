import { HearsayError } from '../base/error.ts';

export function describeEmpty(input: string): HearsayError {
  return new HearsayError(
    'input.empty',
    `Nothing in ${nameInput(input)}`,
    'it holds no characters, or white space only',
    'give a page or a text with a report in it',
  );
}

/** `what`: "a PNG image". */
export function describeBinary(input: string, what: string): HearsayError {
  return new HearsayError(
    'input.binary',
    `Cannot read ${nameInput(input)}`,
    `it is ${what}, not a page or a text`,
    'save the report as a page (complete, SingleFile or MHTML) or as text, and give that',
  );
}

export function describeTooLarge(input: string, maxBytes: number): HearsayError {
  return new HearsayError(
    'input.too-large',
    `Did not read ${nameInput(input)}`,
    `it is larger than ${String(Math.round(maxBytes / 2 ** 20))} MiB`,
    'save the page without its images, or the story alone as text',
  );
}

export function describeTooLong(input: string): HearsayError {
  return new HearsayError(
    'page.too-long',
    `Did not read ${nameInput(input)}`,
    'it is longer than 2,000,000 characters, so it is not one report',
    'split it into its reports, or give them as JSON lines with a column text',
  );
}

const UNSUPPORTED = {
  json: ['a JSON document, not one object a line', "turn it into JSON lines (jq -c '.[]' FILE > reports.jsonl)"],
  xml: ['an XML document, not a page', 'save the report as a page (complete, SingleFile or MHTML) or as text'],
  'feed-in-feed': [
    'a feed or sitemap where a page is due: another feed or sitemap led to it',
    'give its own address, to read what it lists',
  ],
} as const;

export function describeUnsupported(input: string, kind: keyof typeof UNSUPPORTED): HearsayError {
  const [what, fix] = UNSUPPORTED[kind];
  return new HearsayError('input.unsupported', `Cannot read ${nameInput(input)}`, `it is ${what}`, fix);
}

function nameInput(input: string): string {
  return input === '-' ? 'the standard input' : input;
}

/** For an archive, feed or sitemap: `what` it was searched for, and what was passed over. */
export function describeNoReport(input: string, why: string): HearsayError {
  return new HearsayError(
    'input.no-report',
    `No report in ${nameInput(input)}`,
    why,
    'check that this is the right file or address; give the page of one report to read it alone',
  );
}
