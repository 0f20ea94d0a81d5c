import { HearsayError } from '../../base/error.ts';
import type { Decision } from '../../ledger/ledger.ts';
import { decisionSchema, makeDecision } from './decision-form.ts';
import type { Desk } from './desk.ts';
import { findSpans, readStretches, type Stretch } from './find-spans.ts';
import { REPORT_FIELDS } from './report-fields.ts';

type Fields = Readonly<Record<string, string>>;

/**
 * What the fields of a form say; several decisions where the form has several fields of a report, or takes several back.
 * @throws HearsayError `usage.bad-option`, `ledger.unknown-claim`
 */
export async function readDecisions(desk: Desk, fields: Fields): Promise<readonly Decision[]> {
  const told = await spell(desk, fields);
  if (told.length === 0) throw new HearsayError('usage.bad-option', 'Nothing was changed', 'each field is as it was', 'go back, and change what is wrong'); // prettier-ignore
  // All are checked before the first is kept.
  return told.map((one) => {
    const parsed = decisionSchema.safeParse(one);
    if (parsed.success) return makeDecision(parsed.data);
    const at = parsed.error.issues[0]?.path.join('.') ?? '';
    throw new HearsayError('usage.bad-option', 'This cannot be kept', `a field of the form is missing or wrong${at === '' ? '' : `: ${at}`}`, 'go back, and fill it in; an address has to be a full web address'); // prettier-ignore
  });
}

/** A form has words only; a decision has numbers, lists and nothing at all. */
async function spell(desk: Desk, fields: Fields): Promise<readonly unknown[]> {
  switch (fields.kind ?? '') {
    case 'edit':
      return spellEdit(desk, fields);
    case 'add-attribution':
      return spellAdded(desk, fields);
    case 'correct-report':
      return spellReport(fields);
    case 'grade':
      return [{ ...fields, reliability: orNull(fields.reliability), credibility: orNull(fields.credibility) === null ? null : Number(fields.credibility) }]; // prettier-ignore
    case 'undo':
      return (fields.correction ?? '').split(',').map((correction) => ({ ...fields, correction }));
    default:
      // What a form leaves empty is not said.
      return [Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim() !== ''))];
  }
}

const PARTS = ['source', 'cue', 'content'] as const;

/** The bounds that differ from those that the form was made with (`was-…`). */
async function spellEdit({ ledger }: Desk, fields: Fields): Promise<readonly unknown[]> {
  const { kind, appearance = '', why } = fields;
  const report = await ledger.report(appearance);
  const reading = report === null ? null : await ledger.reading(report.key);
  if (reading === null) throw new HearsayError('ledger.unknown-claim', `The ledger holds no appearance ${appearance}`, 'its report was read anew, or forgotten, since the page was made', 'load the report again'); // prettier-ignore
  const text = fields.in === 'title' ? (reading.report.title ?? '') : reading.report.text;
  const near = readStretches(fields['was-content'] ?? '')?.[0]?.[0] ?? 0;
  const changed = PARTS.flatMap((part): [string, Stretch[]][] => {
    const typed = fields[part];
    if (typed === undefined) return [];
    const was = fields[`was-${part}`] ?? '';
    const now = findSpans(text, typed, fields[`${part}-at`] ?? was, near);
    return JSON.stringify(now) === JSON.stringify(readStretches(was)) ? [] : [[part, now]];
  });
  return changed.length === 0 ? [] : [{ kind, appearance, why, ...Object.fromEntries(changed) }];
}

/** Words of a report, where they stand: source and cue next to what is told. */
async function spellAdded({ ledger }: Desk, fields: Fields): Promise<readonly unknown[]> {
  const { report = '', ...rest } = fields;
  const reading = await ledger.reading(report);
  if (reading === null) throw new HearsayError('ledger.unknown-report', 'This report is not in the ledger', 'it was never added, or has been forgotten', 'search for it, or add it'); // prettier-ignore
  const text = fields.in === 'title' ? (reading.report.title ?? '') : reading.report.text;
  const content = findSpans(text, fields.content ?? '', fields['content-at'] ?? '', 0);
  const near = content[0]?.[0] ?? 0;
  const [source, cue] = (['source', 'cue'] as const).map((part) => findSpans(text, fields[part] ?? '', fields[`${part}-at`] ?? '', near)); // prettier-ignore
  const said = Object.fromEntries(['name', 'as', 'via', 'polarity'].flatMap((field) => (rest[field]?.trim() ? [[field, rest[field]]] : []))); // prettier-ignore
  if (content.length === 0) throw new HearsayError('usage.bad-option', 'An attribution without content cannot be kept', 'nothing would be told', 'go back, and mark what is told'); // prettier-ignore
  return [{ kind: fields.kind, report, in: fields.in, source, cue, content, why: fields.why, ...said }];
}

/** A decision for each field that differs from what the form was made with. */
function spellReport({ kind, report, why, ...fields }: Fields): readonly unknown[] {
  return REPORT_FIELDS.flatMap((field) => {
    const typed = fields[`to-${field}`]?.trim();
    if (typed === undefined || typed === fields[`was-${field}`]?.trim()) return [];
    const value = field === 'authors' ? typed.split(/\s*[;\n]\s*/u).filter((one) => one !== '') : orNull(typed);
    return [{ kind, report, field, value, why }];
  });
}

function orNull(typed = ''): string | null {
  return typed === '' ? null : typed;
}
