import { isWithin } from '../base/span.ts';
import { findParagraphs } from '../language/paragraphs.ts';
import { unpackSense } from '../language/sense.ts';
import { trustPublication } from '../language/times/doubts.ts';
import { scanTimes } from '../language/times/scan.ts';
import { resolveTimes, type TimeExpression } from '../language/times/times.ts';
import { joinTimes, writeTime } from './description.ts';
import { findExpectedEvent } from './expected.ts';
import type { Attribution, Reading } from './reading.ts';

/**
 * The reading as it is with another date of publication (ISO 8601, EDTF or null): relative dates are counted from that one,
 * and what is ahead is judged by it. A pure function that needs no network.
 */
export function redateReading(reading: Reading, published: string | null): Reading {
  const { report } = reading;
  const [textSense, titleSense] = [unpack(reading, 'text'), unpack(reading, 'title')];
  const times = countAnew(report.text, reading, published);
  const titleTimes = countAnew(report.title ?? '', reading, published);
  const dated = { ...reading, report: { ...report, published } };
  return {
    ...dated,
    times: times.map((one) => writeTime(report.text, one)),
    attributions: reading.attributions.map((one) => redate(one, report.text, times, dated, textSense)),
    headline: reading.headline.map((one) => redate(one, report.title ?? '', titleTimes, dated, titleSense)),
  };
}

/**
 * The times of the text or the title. Lines that are no story are not known here: what the old date does not give as
 * it was read stays as it was.
 */
function countAnew(text: string, { report, times }: Reading, published: string | null): readonly TimeExpression[] {
  const scan = scanTimes(text, findParagraphs(text));
  const before = resolveTimes(scan, trustPublication(report.published, report.captured));
  const after = resolveTimes(scan, trustPublication(published, report.captured));
  if (text !== report.text) return after;
  return times.map((read) => {
    const at = before.findIndex(({ start, end, value }) => start === read.start && end === read.end && value === read.value); // prettier-ignore
    return after[at] ?? { ...read, rule: '' };
  });
}

function unpack({ sense }: Reading, part: 'text' | 'title'): Int8Array | null {
  return sense === undefined ? null : unpackSense(sense[part]);
}

function redate(
  one: Attribution,
  text: string,
  times: readonly TimeExpression[],
  { report, entities }: Reading,
  sense: Int8Array | null,
): Attribution {
  const inside = times.filter((time) => isWithin(time, one.content));
  const when = joinTimes(text, inside);
  const { cue, content, act, where } = one;
  const event = findExpectedEvent({
    text,
    cue,
    content,
    act,
    published: report.published,
    when,
    where,
    entities,
    sense,
  });
  return { ...one, when, expected: event !== null, event };
}
