/** What a source does in saying it (docs/acts.md). */
export const ACTS = [
  'say', 'claim', 'report', 'announce', 'state', 'allege', 'warn', 'accuse', 'deny', 'dispute', 'confirm', 'decline',
  'promise', 'threaten', 'demand', 'order', 'ask', 'call', 'praise', 'criticise', 'agree', 'predict', 'expect', 'plan',
  'hope', 'believe', 'know', 'learn', 'show',
] as const; // prettier-ignore

export type Act = (typeof ACTS)[number];
