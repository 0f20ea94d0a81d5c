import { scaleUtc } from 'd3-scale';
import type { ShownAppearance, ShownClaim } from '../../../ledger/ledger.ts';
import { STRENGTH } from '../../format/claim-words.ts';
import { describeMoment } from '../../format/moment.ts';
import { quoteSpans } from '../../format/words.ts';
import { breakWords } from './break-words.ts';
import { Moment, placePath, plural } from './words.tsx';
import { nameCarrier } from './names.ts';

/** Units of the drawing. */
const LEFT = 210;
const WIDTH = 940;
const ROW = 26;
const HOUR = 3_600_000;
const TOP = 30;

type Level = ShownAppearance['certainty']['level'];

const LEVEL: Readonly<Record<Level, string>> = {
  certain: 'said to be certain',
  unstated: 'no hedge',
  probable: 'probable',
  possible: 'possible',
};

interface Mark {
  readonly row: string;
  readonly at: number;
  readonly shape: Level | 'against' | 'open';
  readonly told: string;
}

/** Only what is against counts against it. */
const ANSWERS = [
  ['against', 'against'],
  ['open', 'not confirmed, no comment'],
] as const;

/** Each place by the time of its report, with how sure it is told: where a hedge drops, a hollow mark is followed by full ones. */
export function Timeline({ claim }: { claim: ShownClaim }) {
  const marks = listMarks(claim);
  const levels = [...new Set(claim.appearances.map(({ certainty }) => certainty.level))];
  return (
    <>
      {marks.length < 2 ? (
        <p class="faint">Too few of its reports are dated for a drawing.</p>
      ) : (
        <>
          <ul class="key" aria-label="What the marks mean">
            {levels.map((level) => (
              <li>
                <svg viewBox="0 0 14 14" aria-hidden="true">
                  <Shape shape={level} x={7} y={7} />
                </svg>
                {LEVEL[level]}
              </li>
            ))}
            {ANSWERS.filter(([shape]) => marks.some((mark) => mark.shape === shape)).map(([shape, words]) => (
              <li>
                <svg viewBox="0 0 14 14" aria-hidden="true">
                  <Shape shape={shape} x={7} y={7} />
                </svg>
                {words}
              </li>
            ))}
          </ul>
          <div class="scroll" tabindex={0} role="region" aria-label="Drawing over time; it can be scrolled sideways">
            <Drawing marks={marks} />
          </div>
        </>
      )}
      <details class="data">
        <summary>The same as a table</summary>
        <Table claim={claim} />
      </details>
    </>
  );
}

function listMarks(claim: ShownClaim): readonly Mark[] {
  const marks: Mark[] = [];
  const put = (one: ShownAppearance, shape: Mark['shape'], told: string): void => {
    const at = one.report.published === null ? Number.NaN : Date.parse(one.report.published);
    if (!Number.isNaN(at) && !one.setAside) marks.push({ row: nameCarrier(one), at, shape, told });
  };
  for (const one of claim.appearances) put(one, one.certainty.level, LEVEL[one.certainty.level]);
  for (const { by, strength, appearance } of claim.denials) put(appearance, strength === 'denied' || strength === 'disputed' ? 'against' : 'open', `${by}: ${STRENGTH[strength]}`); // prettier-ignore
  return marks.sort((a, b) => a.at - b.at);
}

function Drawing({ marks }: { marks: readonly Mark[] }) {
  const rows = [...new Set(marks.map(({ row }) => row))];
  const [first, last] = [marks[0]?.at ?? 0, marks.at(-1)?.at ?? 0];
  // What is told at one moment, or on a day without a time, stands among days, not among minutes.
  const room = last - first < HOUR ? 36 * HOUR : Math.max((last - first) * 0.04, HOUR);
  const scale = scaleUtc([new Date(first - room), new Date(last + room)], [LEFT, WIDTH - 12]);
  const height = TOP + rows.length * ROW + 12;
  const y = (row: string): number => TOP + rows.indexOf(row) * ROW + ROW / 2;
  const format = scale.tickFormat(6);
  return (
    <svg
      class="timeline"
      viewBox={`0 0 ${String(WIDTH)} ${String(height)}`}
      width={WIDTH}
      height={height}
      role="img"
      aria-label={`${plural(marks.length, 'place')} in ${plural(rows.length, 'outlet')}, from ${describeMoment(new Date(first).toISOString().slice(0, 16))} to ${describeMoment(new Date(last).toISOString().slice(0, 16))} (UTC). The table below has the same.`}
    >
      {scale.ticks(6).map((tick) => (
        <g class="tick">
          <path d={`M${scale(tick).toFixed(1)},${String(TOP - 6)}V${String(height - 6)}`} />
          <text x={scale(tick).toFixed(1)} y={TOP - 12}>
            {format(tick)}
          </text>
        </g>
      ))}
      {rows.map((row) => (
        <g class="row">
          <path d={`M${String(LEFT)},${String(y(row))}H${String(WIDTH)}`} />
          <text x={LEFT - 14} y={y(row) + 4}>
            {breakWords(row, 28, 1).join('')}
          </text>
        </g>
      ))}
      {spreadMarks(marks, (at) => scale(at)).map(({ row, at, shape, told, x }) => (
        <g>
          <title>{`${row}, ${describeMoment(new Date(at).toISOString().slice(0, 16))} UTC: ${told}`}</title>
          <Shape shape={shape} x={x} y={y(row)} />
        </g>
      ))}
    </svg>
  );
}

/** Room that a mark takes. */
const MARK = 13;

/** Marks of one report stand side by side; those that are equal stand once. */
function spreadMarks(
  marks: readonly Mark[],
  scale: (at: number) => number,
): readonly (Mark & { readonly x: number })[] {
  const ends = new Map<string, number>();
  const seen = new Set<string>();
  return marks.flatMap((mark) => {
    const key = `${mark.row}\n${String(mark.at)}\n${mark.shape === 'against' || mark.shape === 'open' ? mark.told : mark.shape}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const x = Math.max(scale(mark.at), (ends.get(mark.row) ?? 0) + MARK);
    ends.set(mark.row, x);
    return [{ ...mark, x }];
  });
}

/** A full mark for no hedge, a half one for probable, a hollow one for possible; a cross for what speaks against it, a dash for no comment. */
function Shape({ shape, x, y }: { shape: Mark['shape']; x: number; y: number }) {
  const [cx, cy] = [Number(x.toFixed(1)), y];
  if (shape === 'against')
    return <path class="mark against" d={`M${String(cx - 4.5)},${String(cy - 4.5)}l9,9m0,-9l-9,9`} />;
  if (shape === 'open') return <path class="mark open" d={`M${String(cx - 4.5)},${String(cy)}h9`} />;
  return (
    <>
      <circle class={`mark ${shape}`} cx={cx} cy={cy} r={5.2} />
      {shape === 'probable' ? (
        <path class="mark half" d={`M${String(cx)},${String(cy - 5.2)}a5.2,5.2 0 0 0 0,10.4z`} />
      ) : null}
    </>
  );
}

function Table({ claim }: { claim: ShownClaim }) {
  const rows = [
    ...claim.appearances.map((one) => ({ one, told: LEVEL[one.certainty.level], hedge: one.certainty.hedges.map(({ text }) => text).join(', ') })), // prettier-ignore
    ...claim.denials.map(({ by, strength, appearance }) => ({ one: appearance, told: `${STRENGTH[strength]}: ${by}`, hedge: '' })), // prettier-ignore
  ].sort((a, b) => ((a.one.report.published ?? '') < (b.one.report.published ?? '') ? -1 : 1));
  return (
    <div class="table-scroll" tabindex={0} role="region" aria-label="Places over time, as a table">
      <table>
        <thead>
          <tr>
            <th scope="col">Published</th>
            <th scope="col">Outlet</th>
            <th scope="col">How sure</th>
            <th scope="col">Hedge</th>
            <th scope="col">Words</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ one, told, hedge }) => (
            <tr>
              <td>
                <Moment at={one.report.published} />
              </td>
              <th scope="row">{nameCarrier(one)}</th>
              <td>{told}</td>
              <td>{hedge}</td>
              <td dir="auto">
                <a href={placePath(one.id)}>{quoteSpans(one.content)}</a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
