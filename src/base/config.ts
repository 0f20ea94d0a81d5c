import { availableParallelism } from 'node:os';
import { HearsayError } from './error.ts';

export type SettingType = 'text' | 'choice' | 'count' | 'yes-no' | 'day' | 'address';

/** One thing that a user may set. This table makes the flags, the environment names and docs/settings.md. */
export interface Setting {
  /** Kebab case: `allow-private` is `--allow-private` and `HEARSAY_ALLOW_PRIVATE`. */
  readonly name: string;
  /** As typed; null: not set. */
  readonly default: string | null;
  readonly type: SettingType;
  /** What `choice` allows. */
  readonly choices?: readonly string[];
  /** How the value is written in `--help`: `DATE`. */
  readonly placeholder?: string;
  /** A secret is never printed, and has no flag: other users of a machine can see flags. */
  readonly secret: boolean;
  readonly help: string;
}

export const SETTINGS = [
  {
    name: 'format',
    default: 'text',
    type: 'choice',
    choices: ['text', 'json', 'jsonl', 'html'],
    placeholder: 'FORMAT',
    secret: false,
    help: 'how to print readings: text (the article, marked), json (an array), jsonl (one line a report), html (one self-contained page)',
  },
  {
    name: 'published',
    default: null,
    type: 'day',
    placeholder: 'DATE',
    secret: false,
    help: 'when the report was published, in ISO 8601 or EDTF (2023-09-05, 2023-09-05T14:03+02:00, 2023-09); overrides what the page says',
  },
  {
    name: 'outlet',
    default: null,
    type: 'text',
    placeholder: 'NAME',
    secret: false,
    help: 'who published the report; overrides what the page says',
  },
  {
    name: 'url',
    default: null,
    type: 'address',
    placeholder: 'URL',
    secret: false,
    help: 'the address where the report stood; overrides what the page says',
  },
  {
    name: 'columns',
    default: null,
    type: 'text',
    placeholder: 'NAMES',
    secret: false,
    help: 'how the columns of a report table are called: text=body,published=date',
  },
  {
    name: 'from',
    default: null,
    type: 'day',
    placeholder: 'DATE',
    secret: false,
    help: 'of feeds and sitemaps: nothing that is known, before it is fetched, to be published before DATE',
  },
  {
    name: 'to',
    default: null,
    type: 'day',
    placeholder: 'DATE',
    secret: false,
    help: 'of feeds and sitemaps: nothing that is known, before it is fetched, to be published after DATE',
  },
  {
    name: 'allow-private',
    default: 'no',
    type: 'yes-no',
    secret: false,
    help: 'also fetch addresses on this machine and on private networks',
  },
  {
    name: 'workers',
    default: null,
    type: 'count',
    placeholder: 'N',
    secret: false,
    help: 'how many reports are read at the same time (1 to 64); not set: as many as this machine has processors, at most 4',
  },
  {
    name: 'runtime',
    default: 'auto',
    type: 'choice',
    choices: ['auto', 'native', 'wasm'],
    placeholder: 'NAME',
    secret: false,
    help: 'what runs the network: native (fast, prebuilt), wasm (runs everywhere), or auto: native where it loads',
  },
  {
    name: 'width',
    default: null,
    type: 'count',
    placeholder: 'N',
    secret: false,
    help: 'columns to wrap text to (20 to 400); without it the width of the terminal, at most 100, and 80 in a pipe',
  },
  {
    name: 'ledger',
    default: null,
    type: 'text',
    placeholder: 'WHERE',
    secret: false,
    help: "the ledger: a file, or postgres://user:password@host/database; without it ledger.db in the folder for a user's data",
  },
  {
    name: 'public-url',
    default: null,
    type: 'address',
    placeholder: 'URL',
    secret: false,
    help: 'the address under which people reach the desk (https://desk.example); with https its cookies are for encrypted connections alone',
  },
  {
    name: 'proxy-from',
    default: null,
    type: 'text',
    placeholder: 'ADDRESSES',
    secret: false,
    help: 'IP addresses (or 10.0.0.0/8), with commas between, of the reverse proxy in front of the desk; what it says of who asks is believed (X-Forwarded-For, and the header of --proxy-user)',
  },
  {
    name: 'proxy-user',
    default: null,
    type: 'text',
    placeholder: 'HEADER',
    secret: false,
    help: 'the header in which the reverse proxy of --proxy-from names the user whom it signed in (X-Remote-User); from others it is ignored',
  },
  {
    name: 'requests',
    default: '1200',
    type: 'count',
    placeholder: 'N',
    secret: false,
    help: 'requests a minute that one user or key may make of a desk with users (10 to 1000000)',
  },
  {
    name: 'quiet',
    default: 'no',
    type: 'yes-no',
    secret: false,
    help: 'no progress and no summary; failed inputs are still named',
  },
] as const satisfies readonly Setting[];

export type SettingName = (typeof SETTINGS)[number]['name'];
/** A value per setting, checked, as text; null: not set. */
export type Settings = Readonly<Record<SettingName, string | null>>;

/** The environment name of a setting: `allow-private` → `HEARSAY_ALLOW_PRIVATE`. */
export function nameVariable(name: string): string {
  return `HEARSAY_${name.toUpperCase().replaceAll('-', '_')}`;
}

/** Memory, not processors, ends what more of them gain. */
const MOST_WORKERS = 4;

/** How many reports are read at the same time. */
export function countWorkers({ workers }: Settings): number {
  return workers === null ? Math.min(availableParallelism(), MOST_WORKERS) : Number(workers);
}

const COUNT_LIMITS: Readonly<Record<string, readonly [number, number]>> = {
  workers: [1, 64],
  width: [20, 400],
  requests: [10, 1_000_000],
  'min-origins': [0, 1_000_000],
};

/**
 * Flags before environment before defaults, each checked against its type.
 * @throws HearsayError `usage.bad-option` with what was typed and what is allowed
 */
export function resolveSettings(
  flags: Readonly<Record<string, string | undefined>>,
  environment: Readonly<Record<string, string | undefined>>,
): Settings {
  const values: Record<string, string | null> = {};
  for (const setting of SETTINGS as readonly Setting[]) {
    const variable = nameVariable(setting.name);
    const flag = flags[setting.name];
    // An empty variable is an unset one, as shells have it; an empty flag is an error.
    const typed = flag ?? (environment[variable] === '' ? undefined : environment[variable]);
    const where = flag === undefined ? variable : `--${setting.name}`;
    values[setting.name] = typed === undefined ? setting.default : checkValue(setting, typed, where);
  }
  return values as Settings;
}

/** @throws HearsayError `usage.bad-option` where `typed`, given as `where`, is no value of the setting */
export function checkValue(setting: Pick<Setting, 'name' | 'type' | 'choices'>, typed: string, where: string): string {
  const value = typed.trim();
  const refuse = (why: string, fix: string): never => {
    throw new HearsayError('usage.bad-option', `${where} cannot be “${typed}”`, why, fix);
  };
  switch (setting.type) {
    case 'choice':
      if (!setting.choices?.includes(value))
        return refuse('it is none of the choices', `use one of ${setting.choices?.join(', ') ?? ''}`);
      return value;
    case 'count': {
      const [low, high] = COUNT_LIMITS[setting.name] ?? [0, Number.MAX_SAFE_INTEGER];
      const count = /^\d{1,9}$/u.test(value) ? Number(value) : Number.NaN;
      if (!(count >= low && count <= high)) return refuse('it is out of range', `give a number from ${low} to ${high}`);
      return String(count);
    }
    case 'yes-no':
      if (/^(yes|true|1|on)$/iu.test(value)) return 'yes';
      if (/^(no|false|0|off)$/iu.test(value)) return 'no';
      return refuse('it is neither yes nor no', 'use yes or no');
    case 'day':
      // The year alone, the month, the day or the instant; the calendar is checked where the value is used.
      if (
        !/^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?[~?%]?$/u.test(value) ||
        !isOnCalendar(value)
      )
        return refuse('it is no ISO 8601 date', 'write the date as 2023-09-05 or 2023-09-05T14:03:00+02:00');
      return value;
    case 'address':
      if (!URL.canParse(value) || !/^https?:$/u.test(new URL(value).protocol))
        return refuse('it is no web address', 'write it in full, beginning with https://');
      return value;
    case 'text':
      if (value === '') return refuse('it is empty', `give a value, or leave ${where} out`);
      return value;
  }
}

function isOnCalendar(value: string): boolean {
  const [, year = '', month = '01', day = '01'] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/u.exec(value) ?? [];
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  // JavaScript accepts 30 February and moves it to March.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
}
