/** What may have become of an expected event. */
export const OUTCOMES = ['happened', 'did-not', 'cancelled', 'moved'] as const;
