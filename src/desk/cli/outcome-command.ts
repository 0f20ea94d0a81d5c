import type { Settings } from '../../base/config.ts';
import { HearsayError } from '../../base/error.ts';
import type { Decision, Ledger } from '../../ledger/ledger.ts';
import { makeOneLine } from '../format/harmless.ts';
import { openSettled } from './ledger-location.ts';
import { writeOut, type Terminal } from './terminal.ts';

type Outcome = Extract<Decision, { readonly kind: 'outcome' }>['outcome'];

/** What `hearsay outcome` was asked to keep; `outcome` null: to take the last one back. */
export interface OutcomeWords {
  readonly claim: string;
  readonly outcome: Outcome | null;
  readonly evidence: string | null;
  readonly why: string;
}

/** `hearsay outcome`: keeps what became of an expected event, by the word of who types it. */
export async function runOutcome(words: OutcomeWords, settings: Settings, terminal: Terminal): Promise<number> {
  const ledger = await openSettled(settings, terminal);
  try {
    const { claim, outcome, evidence, why } = words;
    if (outcome === null) await takeBack(ledger, claim, why);
    else await ledger.decide({ kind: 'outcome', claim, outcome, evidence, why });
    const now = await ledger.claim(claim);
    if (settings.quiet !== 'yes' && now !== null)
      await writeOut(terminal.stderr, `${makeOneLine(now.text)}: ${now.expected?.status ?? 'nothing expected'}\n`);
    return 0;
  } finally {
    await ledger.close();
  }
}

/** The last outcome that stands for the claim is undone: the one that its `setBy` names. */
async function takeBack(ledger: Ledger, id: string, why: string): Promise<void> {
  const claim = await ledger.claim(id);
  const setBy = claim?.expected?.setBy ?? null;
  const last = (await ledger.corrections()).findLast(({ kind, at, by }) => kind === 'outcome' && at === setBy?.at && by === setBy.by); // prettier-ignore
  if (last === undefined)
    throw new HearsayError(
      'ledger.unknown-claim',
      `There is no outcome of ${id} to take back`,
      claim === null ? 'the ledger holds no such claim' : 'nobody has said what became of it',
      'look for it with `hearsay calendar`',
    );
  await ledger.decide({ kind: 'undo', correction: last.id, why });
}
