import { toInstant } from './instants.ts';

/** One reading of one capture of a report, as far as the order of versions depends on it. */
export interface HeldReading {
  readonly id: string;
  readonly capture: string;
  /** sha256 of the article's text. */
  readonly text: string;
  readonly captured: string | null;
  readonly modified: string | null;
  /** How much the user or the source said of the capture. */
  readonly given: number;
  readonly made_at: string;
}

/** A stretch of captures with one text (contract §1). */
export interface Version {
  /** From 1. */
  readonly number: number;
  readonly text: string;
  /** The reading that stands for it: of its last capture, by the reader that read it last. */
  readonly reading: string;
  /** When this text was first seen; null: not known. */
  readonly captured: string | null;
  readonly modified: string | null;
}

/**
 * The versions of one report, oldest first: by `captured`, then `modified`, then sha256, whatever the order in which
 * they were added. Where one text was captured twice at an unknown time, the capture of which more was said comes last.
 */
export function orderVersions(readings: readonly HeldReading[]): readonly Version[] {
  const versions: Version[] = [];
  for (const { text, id, captured, modified } of latestOfEach(readings).sort(compareHeld)) {
    const last = versions.at(-1);
    if (last?.text === text) versions[versions.length - 1] = { ...last, reading: id, modified };
    else versions.push({ number: versions.length + 1, text, reading: id, captured, modified });
  }
  return versions;
}

/** Of the readings of one capture by several readers, the one made last. */
function latestOfEach(readings: readonly HeldReading[]): HeldReading[] {
  const latest = new Map<string, HeldReading>();
  for (const reading of readings) {
    const known = latest.get(reading.capture);
    if (known === undefined || compareText(known.made_at + known.id, reading.made_at + reading.id) < 0)
      latest.set(reading.capture, reading);
  }
  return [...latest.values()];
}

function compareHeld(a: HeldReading, b: HeldReading): number {
  return (
    compareInstants(a.captured, b.captured) ||
    compareInstants(a.modified, b.modified) ||
    compareText(a.text, b.text) ||
    a.given - b.given ||
    compareText(a.capture, b.capture)
  );
}

function compareInstants(a: string | null, b: string | null): number {
  const [first, second] = [toInstant(a), toInstant(b)];
  return first === second ? 0 : first < second ? -1 : 1;
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
