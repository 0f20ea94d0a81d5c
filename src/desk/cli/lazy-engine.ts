import type { Capture } from '../../capture/capture.ts';
import type { Engine } from '../../pipeline.ts';
import type { Reading } from '../../reading/reading.ts';

/** Opens the network when the first report is read: most visits find nothing new. */
export function openLazily(open: () => Promise<Engine>): {
  readonly read: (capture: Capture) => Promise<Reading>;
  readonly close: () => Promise<void>;
} {
  let engine: Promise<Engine> | null = null;
  return {
    read: async (capture) => (await (engine ??= open())).read(capture),
    close: async () => (await engine)?.close(),
  };
}
