import robotsModule from 'robots-parser';

// The package is CommonJS whose function is the module itself; its types say that it is the `default` of it.
const parseRobots = robotsModule as unknown as typeof robotsModule.default;

/** How Hearsay is called in robots.txt (RFC 9309 §2.2.1). */
const PRODUCT = 'Hearsay';
/** RFC 9309 §2.5 asks for 500 KiB at least. */
const MAX_TEXT = 500 * 1024;
const MAX_DELAY = 60_000;

/** What a site asks of programs. */
export interface RobotRules {
  allows(address: string): boolean;
  /** Milliseconds between two requests, where the site asks for a delay (at most a minute); else null. */
  readonly delay: number | null;
}

/** The rules of the robots.txt of `address`'s host. What cannot be understood forbids nothing. */
export function readRobots(address: string, text: string): RobotRules {
  const rules = parseRobots(new URL('/robots.txt', address).href, text.slice(0, MAX_TEXT));
  const delay = rules.getCrawlDelay(PRODUCT);
  return {
    allows: (asked) => rules.isAllowed(asked, PRODUCT) !== false,
    delay: delay === undefined || Number.isNaN(delay) ? null : Math.min(MAX_DELAY, delay * 1000),
  };
}
